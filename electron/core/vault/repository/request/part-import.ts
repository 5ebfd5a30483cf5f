// Files of other systems that were taken in for a part of a request.
import type { AccessionId, RecordId, RequestId } from '../../../../../shared/domain/id.ts'
import type { Driver } from '../../catalog/driver.ts'
import type { Done } from './request-life.ts'

/** The records that an import saw, by their ids; those that it brought and those that were here before. */
export function recordsSeenBy(db: Driver, accession: AccessionId): RecordId[] {
  return db
    .all<{ id: RecordId }>(
      `SELECT DISTINCT record_id AS id FROM observation WHERE member_id IN (
         SELECT member.id FROM member JOIN package ON package.id = package_id WHERE accession_id = ?) ORDER BY record_id`,
      accession,
    )
    .map(({ id }) => id)
}

/** Keeps that an import brought files for a part. Returns whether that was not known before. */
export function insertPartImport(
  db: Driver,
  request: RequestId,
  part: number,
  { accession, records }: { readonly accession: AccessionId; readonly records: number },
  { at, by }: Done,
): boolean {
  const sql = 'INSERT INTO request_part_import VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING'
  return db.run(sql, request, part, accession, records, at, by).changes > 0
}
