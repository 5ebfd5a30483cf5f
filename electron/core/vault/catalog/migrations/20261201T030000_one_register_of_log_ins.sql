-- Who answers for a log-in stands in login_duty alone. What the register of credentials said goes there, in its newest wording that stands; each
-- entry itself stays, as custody of the account, so that nothing that was written is lost.

INSERT INTO login_duty (account_id, owner, recovery, second_factor, rotate_months, written_at, written_by)
SELECT entry.account_id, json_extract(said, '$.owner'), coalesce(json_extract(said, '$.recoveryContact'), ''),
  coalesce(json_extract(said, '$.twoFactorHolder'), ''),
  CASE WHEN json_extract(said, '$.rotateEvery') IS NOT NULL
    THEN min(60, max(1, CAST(round(json_extract(said, '$.rotateEvery') / 30.4375) AS INTEGER))) END,
  wording.written_at, wording.written_by
FROM steward_entry AS entry JOIN steward_wording AS wording ON wording.entry_id = entry.id
WHERE entry.kind = 'credential' AND entry.account_id IS NOT NULL
  AND wording.id = (SELECT max(id) FROM steward_wording WHERE entry_id = entry.id)
  AND coalesce((SELECT act FROM steward_act WHERE entry_id = entry.id AND act <> 'rotated' ORDER BY id DESC LIMIT 1), 'reopened') = 'reopened'
  AND NOT EXISTS (SELECT 1 FROM login_duty WHERE login_duty.account_id = entry.account_id)
ORDER BY entry.id;

UPDATE steward_wording SET said = json_object(
  'kind', 'custody', 'role', 'administrator', 'holder', json_extract(said, '$.owner'),
  'from', coalesce(json_extract(said, '$.rotatedOn'), strftime('%Y-%m-%d', written_at / 1000, 'unixepoch')), 'until', NULL,
  'words', trim('Credential: ' || json_extract(said, '$.label') || '. ' || coalesce(json_extract(said, '$.elsewhere'), '')))
WHERE entry_id IN (SELECT id FROM steward_entry WHERE kind = 'credential');

UPDATE steward_entry SET kind = 'custody' WHERE kind = 'credential';
