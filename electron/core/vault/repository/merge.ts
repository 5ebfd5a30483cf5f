// Merges of records: which stand, and which record an identity leads to since.
import { Merge } from '../../../../shared/domain/correction.ts'
import type { Driver } from '../catalog/driver.ts'

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
  const sql = `SELECT 1 FROM accession WHERE state <> 'complete' AND (
    id IN (SELECT accession_id FROM version WHERE record_id = ?)
    OR id IN (SELECT accession_id FROM observation WHERE record_id = ? AND again = 1))`
  return db.get(sql, record, record) === undefined
}

/** Whether a packet is being put together: what it has gathered must stay as it is. */
export function isPacketUnderWay(db: Driver): boolean {
  return db.get("SELECT 1 FROM job WHERE kind = 'packet.build' AND state = 'running'") !== undefined
}

/** The identities that lead to a record by standing merges. */
export function mergedIdentities(db: Driver, record: number): { readonly kind: string; readonly nativeId: string }[] {
  return db.all('SELECT kind, native_id AS nativeId FROM record_merge WHERE kept_id = ? AND split_at IS NULL', record)
}
