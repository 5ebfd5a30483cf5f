// What was seen in an act of receiving.
import type { Driver } from '../../catalog/driver.ts'

/** The records that accessions show, each once, in the order of their ids. */
export function recordsSeenIn(db: Driver, accessions: readonly number[]): number[] {
  const sql = `SELECT DISTINCT record_id AS id FROM package JOIN member ON member.package_id = package.id
    JOIN observation ON observation.member_id = member.id WHERE package.accession_id IN (SELECT value FROM json_each(?)) ORDER BY id`
  return db.all<{ id: number }>(sql, JSON.stringify(accessions)).map(({ id }) => id)
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

/** The captures of pages that show a record, the newest first. */
export function capturesShowing(db: Driver, record: number): { id: number; at: number; accession: number }[] {
  return db.all(
    `SELECT DISTINCT capture.id, capture.started_at AS at, accession.id AS accession FROM observation
       JOIN member ON member.id = member_id JOIN package ON package.id = package_id
       JOIN accession ON accession.id = package.accession_id JOIN capture ON capture.job_id = accession.job_id
     WHERE record_id = ? AND capture.way = 'page' ORDER BY capture.id DESC`,
    record,
  )
}

/** The words of a record's newest version. */
export function wordsOf(db: Driver, record: number): string {
  const sql = 'SELECT text FROM version WHERE record_id = ? ORDER BY number DESC LIMIT 1'
  return db.get<{ text: string }>(sql, record)?.text ?? ''
}

/** The one package of a capture, as long as it lies there as it was received. */
export function wholePackage(db: Driver, accession: number): { id: string; form: string } | null {
  return (
    db.get("SELECT id, form FROM package WHERE accession_id = ? AND state = 'sealed' AND form = 'zip'", accession) ??
    null
  )
}
