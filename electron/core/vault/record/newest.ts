// Which version of a record is current: the one that the export made last shows, not the one that was received last.
import type { Driver } from '../catalog/driver.ts'

/**
 * SQL of the number of the version that the export made last shows; an export was made when it says so, else when it was received. Of several
 * that it shows, the last: in a capture, which reads earlier wordings before that of now, the one that stands last in it.
 * @param record SQL of the record's id
 * @param among a condition on `accession`, where only some exports count
 */
export function newestShown(record: string, among = 'TRUE'): string {
  return `(SELECT coalesce(folded.same_as, shown.number) FROM (
      SELECT number, accession_id, member_id, position FROM version WHERE record_id = ${record}
      UNION ALL SELECT number, accession_id, member_id, position FROM observation WHERE record_id = ${record} AND again = 1
    ) AS shown JOIN accession ON accession.id = shown.accession_id
      LEFT JOIN capture AS shown_by ON shown_by.job_id = accession.job_id
      LEFT JOIN version_folded AS folded ON folded.record_id = ${record} AND folded.number = shown.number
    WHERE ${among}
    ORDER BY coalesce(generated_at, received_at) DESC, accession.id DESC, iif(shown_by.id IS NULL, 0, shown.member_id) DESC,
      iif(shown_by.id IS NULL, 0, shown.position) DESC, coalesce(folded.same_as, shown.number) DESC LIMIT 1)`
}

/** SQL of the number of a record's current version; `record` is the table's name or alias. */
export function current(record = 'record'): string {
  return `coalesce((SELECT number FROM version_current WHERE record_id = ${record}.id), ${record}.versions)`
}

/** The number of a record's current version. @param versions how many it has */
export function currentOf(db: Driver, id: number, versions: number): number {
  if (versions === 1) return 1
  return db.get<{ number: number }>('SELECT number FROM version_current WHERE record_id = ?', id)?.number ?? versions
}
