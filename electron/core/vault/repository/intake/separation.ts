// Versions that became records of their own: which, from what, and whether that stands.
import { Separation } from '../../../../../shared/domain/intake/correction.ts'
import type { Driver } from '../../catalog/driver.ts'

const STANDING = `SELECT id, from_id AS "from", record_id AS record, reason, separated_at AS at, separated_by AS by FROM record_separation
  WHERE joined_at IS NULL`

/** The separations that stand of a record and that it came of, oldest first. */
export function separationsOf(db: Driver, record: number): Separation[] {
  return db
    .all(`${STANDING} AND (from_id = ? OR record_id = ?) ORDER BY id`, record, record)
    .map((row) => Separation.parse(row))
}

/** A separation that stands, or null. */
export function standingSeparation(db: Driver, id: number): Separation | null {
  const row = db.get(`${STANDING} AND id = ?`, id)
  return row === undefined ? null : Separation.parse(row)
}

/** The records that came of those that an import brought, and that other imports brought: without these, nobody could tell what they are. */
export function partedFrom(db: Driver, accession: number): number[] {
  const sql = `SELECT other.id FROM record_separation JOIN record AS one ON one.id = from_id
      JOIN record AS other ON other.id = record_separation.record_id
    WHERE joined_at IS NULL AND one.accession_id = ? AND other.accession_id <> ? ORDER BY 1`
  return db.all<{ id: number }>(sql, accession, accession).map(({ id }) => id)
}

/** The records that imports brought of which a part was made a record of its own that another import brought, or the other way. */
export function partedBy(db: Driver, accessions: readonly number[]): number[] {
  const list = JSON.stringify(accessions)
  return db
    .all<{ id: number }>(
      `WITH given AS (SELECT value AS id FROM json_each(?))
       SELECT CASE WHEN one.accession_id IN given THEN one.id ELSE other.id END AS id
       FROM record_separation JOIN record AS one ON one.id = from_id JOIN record AS other ON other.id = record_separation.record_id
       WHERE joined_at IS NULL AND (one.accession_id IN given) <> (other.accession_id IN given) ORDER BY 1`,
      list,
    )
    .map(({ id }) => id)
}
