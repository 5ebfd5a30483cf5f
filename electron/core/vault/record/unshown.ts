// Records that captures no longer show, or show as hidden from the public: told by the newest comparison, for as long as nothing that came later shows them.
import { Unshown } from '../../../../shared/domain/capture/comparison.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { ShownAs } from '../../../../shared/domain/record/record.ts'
import type { Driver } from '../catalog/driver.ts'
import { current } from './newest.ts'

/** Whether what a comparison told stands still: `missing` is the accession that does not show the record. A hidden one is shown, as hidden. */
const STANDS = (
  record: string,
) => `CASE change WHEN 'gone' THEN ${record}.last_accession_id <= missing OR ${record}.state = 'deleted'
  ELSE (SELECT details ->> '$.hidden' IS 1 FROM version WHERE record_id = ${record}.id AND number = ${current(record)}) END`

/** Captures that are set aside tell nothing. */
const NEWEST = (record: string) => `SELECT capture_change.*, accession.id AS missing FROM capture_change
  JOIN capture ON capture.id = capture_id JOIN accession ON accession.job_id = capture.job_id
  WHERE record_id = ${record}.id AND accession.id NOT IN (SELECT accession_id FROM set_aside) ORDER BY capture_id DESC LIMIT 1`

/** SQL of the number of the newest capture that tells of a record that it is not shown. */
export const NEWEST_TELLING = `(SELECT capture_id FROM (${NEWEST('record')}))`

/** SQL of how a record is not shown, `gone` or `hidden`; NULL where captures show it, or say nothing of it. @param record the table's name or alias */
export function unshown(record = 'record'): string {
  return `(SELECT change FROM (${NEWEST(record)}) WHERE ${STANDS(record)})`
}

/** SQL of a record's state on its platform, as its exports and the captures of it tell together: what is live may be gone or hidden. */
export function shownAs(record = 'record'): string {
  return `iif(${record}.state = 'live', coalesce(${unshown(record)}, 'live'), ${record}.state)`
}

/** SQL of the ids of records of which any comparison told that they are not shown. */
export const EVER_UNSHOWN = 'SELECT record_id FROM capture_change'

/** Whether there is any record of which that was told. */
export function hasUnshown(db: Driver): boolean {
  return db.get(`${EVER_UNSHOWN} LIMIT 1`) !== undefined
}

/** How a record is not shown any longer, since when, and the capture that still shows it; null where it is shown as far as is known. */
export function unshownOf(db: Driver, id: RecordId): Unshown | null {
  const row = db.get(
    `SELECT change, shown_id AS shownIn, number AS version, capture_id AS missingIn, not_before AS "from", not_after AS "to"
     FROM record JOIN capture_change ON record_id = record.id AND capture_id = (SELECT capture_id FROM (${NEWEST('record')}) WHERE ${STANDS('record')})
     WHERE record.id = ?`,
    id,
  )
  return row === undefined ? null : Unshown.parse(row)
}

/** How many records are not shown any longer, by how. */
export function countUnshown(db: Driver): ReadonlyMap<string, number> {
  const rows = db.all<{ shown: string; n: number }>(
    `SELECT shown, count(*) AS n FROM (SELECT ${shownAs()} AS shown FROM record WHERE state = 'live' AND id IN (${EVER_UNSHOWN}))
     WHERE shown <> 'live' GROUP BY 1`,
  )
  return new Map(rows.map(({ shown, n }) => [ShownAs.parse(shown), n]))
}
