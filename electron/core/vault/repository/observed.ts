// What was seen in an act of receiving.
import type { Driver } from '../catalog/driver.ts'

/** The records that an accession shows, each once. */
export function recordsSeenIn(db: Driver, accession: number): number[] {
  const sql = `SELECT DISTINCT record_id AS id FROM package JOIN member ON member.package_id = package.id
    JOIN observation ON observation.member_id = member.id WHERE package.accession_id = ?`
  return db.all<{ id: number }>(sql, accession).map(({ id }) => id)
}

/** A member that lies in its package as it is. */
export interface StoredMember {
  /** Of the package. */
  readonly id: string
  readonly form: string
  readonly name: string
  readonly data_offset: number
  readonly size: number
}

/** The members of an accession that lie there unpacked, and that were not struck. */
export function storedMembers(db: Driver, accession: number): StoredMember[] {
  return db.all<StoredMember>(
    `SELECT package.id, form, member.name, data_offset, member.size FROM member JOIN package ON package.id = package_id
     WHERE accession_id = ? AND method = 'stored' AND struck_at IS NULL AND state IN ('sealed', 'filtered', 'struck')`,
    accession,
  )
}
