// Two records that are one: the versions of both under the kept one, so that nothing else need know.
import type { PersonId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'
import { takeSeries } from './both-series.ts'
import { letGo } from './let-go.ts'
import { mergeAccession, type RecordColumns, writeDown } from './merge-document.ts'
import { allVersions, foldedVersions, followVersions, placedVersions, renumber } from './renumber.ts'
import { sameContent } from './same-content.ts'
import { forgetWordsOf, indexWordsOf } from './words.ts'

interface Decision {
  readonly reason: string
  readonly at: Instant
  readonly by: PersonId | null
  /** The import whose moving to another account made them one; null where a person found them to be one. */
  readonly moved: number | null
}

/**
 * Puts what was received of `absorbed` under `kept`, whose versions keep their numbers: a version with the same content becomes a further
 * sighting of it, another one comes behind. Nothing is lost: `splitRecords` gives both back. The caller has made sure that they may be one.
 * @returns the number of the merge
 */
export function mergeRecords(db: Driver, kept: RecordColumns, absorbed: RecordColumns, decision: Decision): number {
  const { id } = db.run(
    `INSERT INTO record_merge (kept_id, absorbed_id, account_id, kind, native_id, document, reason, merged_at, merged_by, moved_accession_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    kept.id,
    absorbed.id,
    absorbed.account_id,
    absorbed.kind,
    absorbed.native_id,
    JSON.stringify(writeDown(db, kept, absorbed)),
    decision.reason,
    decision.at,
    decision.by,
    decision.moved,
  )
  for (const { number, member, position } of allVersions(db, absorbed.id)) {
    db.run('INSERT INTO record_merge_version VALUES (?, ?, ?, ?)', id, number, member, position)
  }
  forgetWordsOf(db, [absorbed.id])
  bringTogether(db, kept.id, absorbed.id)
  takeSeries(db, kept, absorbed, decision)
  for (const sql of TAKE_OVER) db.run(sql, kept.id, absorbed.id)
  letGo(db, absorbed.id)
  takeFacts(db, kept, absorbed)
  followVersions(db, kept.id)
  indexWordsOf(db, kept.id)
  return id
}

function bringTogether(db: Driver, kept: number, absorbed: number): void {
  const own = placedVersions(db, kept)
  const others = placedVersions(db, absorbed)
  const same = sameContent(db, others, own)
  const alone = others.filter((version) => !same.has(version))
  const folded = [...same].map(([version, target]) => ({ ...version, same: target }))
  // What was folded into a version that is folded now has the content of that one's, too.
  const before = foldedVersions(db, absorbed).map((one) => ({
    ...one,
    same: folded.find(({ number }) => number === one.same.number)?.same ?? one.same,
  }))
  renumber(db, kept, [...own, ...alone], [...foldedVersions(db, kept), ...folded, ...before])
}

/** What merged into the other one before is part of the kept one, too; also where that was undone, the other row goes. */
const TAKE_OVER = [
  'UPDATE record_separation SET from_id = ? WHERE from_id = ?',
  'UPDATE record_separation SET record_id = ? WHERE record_id = ?',
  'UPDATE record_merge SET kept_id = ? WHERE kept_id = ?',
  'UPDATE classification SET record_id = ? WHERE record_id = ?',
  'UPDATE record_event SET record_id = ? WHERE record_id = ?',
  'UPDATE query_mark SET record_id = ? WHERE record_id = ?',
  'UPDATE steward_entry SET record_id = ? WHERE record_id = ?',
  'UPDATE OR IGNORE decision_note SET record_id = ? WHERE record_id = ?',
  'UPDATE OR IGNORE capture_change SET record_id = ? WHERE record_id = ?',
  'UPDATE request_pick SET record_id = ? WHERE record_id = ?',
  'UPDATE OR IGNORE request_found SET record_id = ? WHERE record_id = ?',
  'INSERT OR IGNORE INTO hold_record SELECT hold_id, ? FROM hold_record WHERE record_id = ?',
  'INSERT OR IGNORE INTO hold_let_go SELECT hold_id, ? FROM hold_let_go WHERE record_id = ?',
  'INSERT OR IGNORE INTO measure SELECT ?, accession_id, counts FROM measure WHERE record_id = ?',
]

/** What the kept row does not know and the other does; and that it is gone, or what was seen last. */
function takeFacts(db: Driver, kept: RecordColumns, absorbed: RecordColumns): void {
  db.run(
    `UPDATE record SET series = coalesce(series, ?), conversation = coalesce(conversation, ?),
       parent_native_id = coalesce(parent_native_id, ?), author = CASE author WHEN '' THEN ? ELSE author END,
       last_accession_id = ? WHERE id = ?`,
    absorbed.series,
    absorbed.conversation,
    absorbed.parent_native_id,
    absorbed.author,
    mergeAccession(kept, absorbed),
    kept.id,
  )
  if (!changesState(kept, absorbed)) return
  db.run(
    `INSERT INTO state_change VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET state = excluded.state, deleted_at = excluded.deleted_at`,
    kept.id,
    mergeAccession(kept, absorbed),
    absorbed.state,
    absorbed.deleted_at,
    kept.state,
    kept.deleted_at,
  )
  db.run('UPDATE record SET state = ?, deleted_at = ? WHERE id = ?', absorbed.state, absorbed.deleted_at, kept.id)
}

/** A deletion once known stays known; else the newest sighting tells. */
export function changesState(kept: RecordColumns, absorbed: RecordColumns): boolean {
  if (kept.state === absorbed.state || kept.state === 'deleted') return false
  return absorbed.state === 'deleted' || absorbed.last_accession_id > kept.last_accession_id
}
