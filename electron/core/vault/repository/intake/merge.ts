// Merges of records: which stand, and which record an identity leads to since.
import { Merge } from '../../../../../shared/domain/intake/correction.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Merges that stand in a record, oldest first. */
export function mergesInto(db: Driver, record: number): Merge[] {
  return db
    .all(
      `SELECT id, absorbed_id AS absorbed, reason, merged_at AS at, merged_by AS by FROM record_merge
       WHERE kept_id = ? AND split_at IS NULL AND moved_accession_id IS NULL ORDER BY id`,
      record,
    )
    .map((row) => Merge.parse(row))
}

/** The newest merge that stands in a record: the one that can be undone first. */
export function newestMergeInto(db: Driver, record: number): number | null {
  const sql = 'SELECT max(id) AS id FROM record_merge WHERE kept_id = ? AND split_at IS NULL'
  return db.get<{ id: number | null }>(sql, record)?.id ?? null
}

/** Versions of a record that were released, by number. */
export function releasedVersions(db: Driver, record: number): number[] {
  return db
    .all<{ number: number }>('SELECT DISTINCT number FROM production_item WHERE record_id = ?', record)
    .map(({ number }) => number)
}

/** Whether everything that was seen of a record came with imports that are complete. */
export function isSettled(db: Driver, record: number): boolean {
  return !unsettledAmong(db, [record]).has(record)
}

/** Those of some records that were seen in an import that is not complete. */
export function unsettledAmong(db: Driver, records: readonly number[]): ReadonlySet<number> {
  const rows = db.all<{ record: number }>(
    `WITH these (id) AS (SELECT value FROM json_each(?)), open (id) AS (SELECT id FROM accession WHERE state <> 'complete')
     SELECT record_id AS record FROM these CROSS JOIN version ON record_id = these.id WHERE accession_id IN open
     UNION SELECT record_id FROM these CROSS JOIN observation ON record_id = these.id WHERE again = 1 AND accession_id IN open`,
    JSON.stringify(records),
  )
  return new Set(rows.map(({ record }) => record))
}

/** Whether a packet is being put together: what it has gathered must stay as it is. */
export function isPacketUnderWay(db: Driver): boolean {
  return db.get("SELECT 1 FROM job WHERE kind = 'packet.build' AND state = 'running'") !== undefined
}

/** An identity that leads to a record by a standing merge. */
export interface MergedIdentity {
  readonly record: number
  readonly kind: string
  readonly nativeId: string
}

/** The identities that lead to records by standing merges. */
export function mergedIdentities(db: Driver, records: readonly number[]): MergedIdentity[] {
  return db.all(
    `SELECT kept_id AS record, kind, native_id AS nativeId FROM record_merge
     WHERE split_at IS NULL AND kept_id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(records),
  )
}
