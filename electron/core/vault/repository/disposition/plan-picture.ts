// Pictures for a purge report: of records that nothing keeps out of sight.
import type { Digest } from '../../../../../shared/domain/id.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'
import { current } from '../../record/newest.ts'

/** The first picture of a record, by its current version. */
export interface FirstPicture {
  readonly digest: Digest
  readonly alt: string | null
}

/** By record; one that is locked, restricted or without a picture in the vault is left out. */
export function firstPictures(db: Driver, ids: readonly number[]): Map<number, FirstPicture> {
  const rows = db.all<{ id: number; digest: Uint8Array; alt: string | null }>(
    `SELECT record.id, media.object_digest AS digest, alt FROM record
       JOIN media ON media.record_id = record.id AND media.number = ${current()}
     WHERE record.id IN (SELECT value FROM json_each(?)) AND object_digest IS NOT NULL AND role = 'photo'
       AND NOT EXISTS (SELECT 1 FROM record_lock WHERE record_lock.record_id = record.id AND record_lock.ended_at IS NULL)
       AND NOT EXISTS (SELECT 1 FROM restriction WHERE restriction.record_id = record.id AND restriction.ended_at IS NULL)
     ORDER BY record.id, position DESC`,
    JSON.stringify(ids),
  )
  return new Map(rows.map(({ id, digest, alt }) => [id, { digest: digestOf(digest), alt }]))
}
