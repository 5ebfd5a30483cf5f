-- When the platform itself says that a version was last edited: the age of a record runs from it, and holds by period ask for it.
CREATE TABLE version_edited (
  record_id INTEGER NOT NULL REFERENCES record (id), -- whose version it is
  number INTEGER NOT NULL, -- version
  at INTEGER, -- the latest moment that the platform's time may mean, ms since 1970 UTC; NULL where it cannot be read
  source TEXT NOT NULL, -- that time as the details of the version say it
  PRIMARY KEY (record_id, number)
) STRICT, WITHOUT ROWID;

-- Versions of before say it in their details. What only a reader of its platform understands is a time that cannot be read until its import is read again.
INSERT INTO version_edited
WITH
  said (record_id, number, platform, source) AS (
    SELECT version.record_id, version.number, platform, trim(CAST(given.value AS TEXT))
    FROM version JOIN record ON record.id = version.record_id JOIN account ON account.id = record.account_id, json_each(details) AS given
    WHERE (instr(details, '"edited"') OR instr(details, '"modified"') OR instr(details, '"updated"') OR instr(details, '"updatedAt"')
        OR instr(details, '"changed"') OR instr(details, '"replacedAt"'))
      AND given.key IN ('edited', 'modified', 'updated', 'updatedAt', 'changed', 'replacedAt') AND given.type IN ('text', 'integer', 'real')
    UNION ALL
    SELECT version.record_id, version.number, platform, details ->> '$.note.updatedAt'
    FROM version JOIN record ON record.id = version.record_id JOIN account ON account.id = record.account_id
    WHERE instr(details, '"updatedAt"') AND details ->> '$.note.updatedAt' IS NOT NULL
    UNION ALL
    -- Posts of X bear their time in their number; the last number is that of the last wording.
    SELECT record_id, number, NULL, CAST((CAST(last AS INTEGER) >> 22) + 1288834974657 AS TEXT)
    FROM (SELECT record_id, number, details ->> '$.edits.ids[#-1]' AS last FROM version WHERE instr(details, '"edits"'))
    WHERE length(last) BETWEEN 12 AND 19 AND last NOT GLOB '*[^0-9]*'
  ),
  evened (record_id, number, platform, source, even) AS (
    SELECT record_id, number, platform, source,
      replace(replace(replace(replace(replace(source, '/', '-'), ' UTC', 'Z'), ' GMT', 'Z'), ' +0000', 'Z'), '+0000', 'Z')
    FROM said WHERE lower(source) NOT IN ('', '0', 'no', 'none', 'never', 'false') AND source NOT LIKE '0000%'
  ),
  read (record_id, number, source, at) AS (
    SELECT record_id, number, source, CASE
      WHEN source NOT GLOB '*[^0-9.]*' THEN CAST(CASE
        WHEN CAST(source AS REAL) > 1e14 THEN CAST(source AS REAL) / 1000
        WHEN CAST(source AS REAL) > 1e11 THEN CAST(source AS REAL)
        ELSE CAST(source AS REAL) * 1000 END AS INTEGER)
      WHEN even GLOB '[12][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*' THEN CAST(round(unixepoch(even, 'subsec') * 1000) AS INTEGER) + CASE
        WHEN length(even) = 10 THEN 36 * 3600000 - 1
        WHEN even GLOB '*Z' OR even GLOB '*[-+][0-9][0-9]:[0-9][0-9]' OR platform = 'wordpress' THEN 0
        ELSE 12 * 3600000 END
      END
    FROM evened
  )
SELECT record_id, number, iif(count(*) = count(known), max(known), NULL), max(source)
FROM (SELECT record_id, number, source, iif(at BETWEEN 788918400000 AND 4102444800000, at, NULL) AS known FROM read)
GROUP BY record_id, number;
