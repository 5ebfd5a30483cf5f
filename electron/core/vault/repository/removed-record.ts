// Records that their platform no longer shows, and the exports and captures that show one and that do not.

import type { Showing } from '../../../../shared/contract/removed.ts'
import { AccessionId } from '../../../../shared/domain/id.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

/** A record that is gone from its platform. Times in ms since 1970 UTC. */
export interface GoneRecord {
  readonly id: number
  readonly at: number | null
  readonly precision: string
  /** Whether an export says so; else a later one does not hold it. */
  readonly saidDeleted: number
  readonly deletedAt: number | null
  /** When the newest export that holds it was made. */
  readonly lastShown: number
  /** When the first export that could hold it and does not was made; null where none. */
  readonly firstGone: number | null
}

const made = (accession: string) => `coalesce(${accession}.generated_at, ${accession}.received_at)`

/**
 * Later exports of the same account and layout that hold something of its kind, and not it. An export that was withdrawn says nothing.
 * What was posted by the City itself is in it, too: AI 599 asks after any content that was removed.
 */
const LATER = `SELECT id FROM accession AS later WHERE later.account_id = record.account_id AND later.state = 'complete'
  AND later.platform = last.platform AND later.layout = last.layout
  AND ${made('later')} > ${made('last')}
  AND EXISTS (SELECT 1 FROM record AS other INDEXED BY record_account WHERE other.account_id = record.account_id
    AND other.kind = record.kind AND other.last_accession_id = later.id LIMIT 1)`

const GONE = `SELECT record.id, at, precision, record.state = 'deleted' AS saidDeleted, deleted_at AS deletedAt,
    ${made('last')} AS lastShown,
    (SELECT min(${made('gone')}) FROM accession AS gone WHERE id IN (${LATER})) AS firstGone
  FROM record JOIN accession AS last ON last.id = last_accession_id
  WHERE record.id < ? AND record.kind NOT IN ('like', 'bookmark', 'contact', 'account-event', 'profile', 'conversation-event')
    AND (record.state = 'deleted' OR (record.state = 'live' AND last_accession_id NOT IN (SELECT max(id) FROM accession WHERE state = 'complete' GROUP BY account_id)
      AND EXISTS (${LATER})))
    AND NOT EXISTS (SELECT 1 FROM steward_entry WHERE kind = 'removal' AND record_id = record.id)
  ORDER BY record.id DESC LIMIT ?`

/** Records that are gone and stand in no entry, newest first. @param before only records below this id */
export function goneRecords(db: Driver, before: number, limit: number): readonly GoneRecord[] {
  return db.all<GoneRecord>(GONE, before, limit)
}

/** Where a record is shown, and where it could be and is not, in the order in which they were made. */
export function showingsOf(db: Driver, record: number): { readonly shown: Showing[]; readonly notShown: Showing[] } {
  const rows = db.all<{ id: number; made: number; seen: number }>(
    `SELECT accession.id, ${made('accession')} AS made, EXISTS (SELECT 1 FROM version WHERE record_id = record.id AND accession_id = accession.id)
        OR EXISTS (SELECT 1 FROM observation WHERE record_id = record.id AND again = 1 AND accession_id = accession.id) AS seen
     FROM record JOIN accession ON accession.account_id = record.account_id AND accession.state = 'complete'
       JOIN accession AS first ON first.id = record.accession_id
     WHERE record.id = ? AND accession.platform = first.platform AND (record.at IS NULL OR ${made('accession')} >= record.at)
     ORDER BY made, accession.id`,
    record,
  )
  const told = (seen: number) =>
    rows
      .filter((row) => row.seen === seen)
      .map(({ id, made }) => ({ accession: AccessionId.parse(id), made: Instant.parse(made) }))
  return { shown: told(1), notShown: told(0) }
}
