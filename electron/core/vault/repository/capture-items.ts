// What captures saw: records with the version that each shows, and what later ones no longer show.
import { NoLongerShown } from '../../../../shared/domain/capture-comparison.ts'
import type { CaptureId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../catalog/driver.ts'

/** A record as a capture shows it. */
export interface SeenItem {
  readonly record: number
  readonly at: number | null
  readonly version: number
  readonly hidden: boolean
}

/** The records that a capture saw; where it confirms another one, those of that. */
export function itemsOfCapture(db: Driver, capture: CaptureId): ReadonlyMap<number, SeenItem> {
  const rows = db.all<{ record: number; at: number | null; version: number; hidden: number }>(
    `SELECT observation.record_id AS record, record.at,
       coalesce(version_folded.same_as, observation.number) AS version,
       version.details ->> '$.hidden' IS 1 AS hidden
     FROM capture JOIN capture AS seen ON seen.id = coalesce(capture.same_as, capture.id)
       JOIN accession ON accession.job_id = seen.job_id AND accession.state = 'complete'
       JOIN package ON package.accession_id = accession.id JOIN member ON member.package_id = package.id
       JOIN observation ON observation.member_id = member.id JOIN record ON record.id = observation.record_id
       LEFT JOIN version_folded ON version_folded.record_id = observation.record_id AND version_folded.number = observation.number
       JOIN version ON version.record_id = observation.record_id AND version.number = coalesce(version_folded.same_as, observation.number)
     WHERE capture.id = ? AND record.account_id = capture.account_id ORDER BY observation.member_id, observation.position`,
    capture,
  )
  // Of several that one capture shows, the last.
  return new Map(rows.map((row) => [row.record, { ...row, hidden: row.hidden === 1 }]))
}

/** Writes down what a capture no longer shows. Twice is harmless: what is known of it stays. */
export function keepChanges(db: Driver, rows: readonly NoLongerShown[]): number {
  let kept = 0
  for (const { missingIn, record, change, shownIn, version, from, to } of rows) {
    const values = [missingIn, record, change, shownIn, version, from, to]
    kept += db.run('INSERT OR IGNORE INTO capture_change VALUES (?, ?, ?, ?, ?, ?, ?)', ...values).changes
  }
  return kept
}

const CHANGES = `SELECT record_id AS record, change, shown_id AS shownIn, number AS version, capture_id AS missingIn,
  not_before AS "from", not_after AS "to" FROM capture_change`

/** Everything that captures no longer show, the newest first: what drafts for the log of removed posts are made of. */
export function listNoLongerShown(db: Driver): NoLongerShown[] {
  return db.all(`${CHANGES} ORDER BY capture_id DESC, record_id DESC`).map((row) => NoLongerShown.parse(row))
}

/** Whether a record was once no longer shown. */
export function wasNoLongerShown(db: Driver, record: number, before: CaptureId): boolean {
  return db.get('SELECT 1 FROM capture_change WHERE record_id = ? AND capture_id < ?', record, before) !== undefined
}
