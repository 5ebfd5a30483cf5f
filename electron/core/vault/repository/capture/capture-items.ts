// What captures saw: records with the version that each shows, and what later ones no longer show.
import { NoLongerShown, type Standing } from '../../../../../shared/domain/capture/comparison.ts'
import type { CaptureId } from '../../../../../shared/domain/id.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A page as it was captured is a record of its own each time; of a capture of pages, what is compared are the posts and comments on them. */
const ITEMS_ALONE = `NOT (capture.way = 'page' AND record.kind IN ('page', 'file'))`

/** A record as a capture shows it. */
export interface SeenItem {
  readonly record: number
  readonly at: number | null
  readonly version: number
  readonly standing: Standing
  /** Its number on the platform, as the source gives it. */
  readonly nativeId: string
  /** The page on which a capture of pages found it; null for all others. */
  readonly page: string | null
  /** The number of what it answers or stands in; null where it does neither. */
  readonly parent: string | null
  readonly kind: string
  /** JSON that names the chain of an edited item, where its platform makes an item of each edit; null where it has none. */
  readonly edits: string | null
}

/** Whether an accession tells that a record is deleted on its platform: by a change of its state, or as the first that has it. */
const TOLD_DELETED = `(EXISTS (SELECT 1 FROM state_change WHERE record_id = record.id AND accession_id = accession.id AND state = 'deleted')
  OR (record.accession_id = accession.id AND 'deleted' = coalesce(
    (SELECT previous FROM state_change WHERE record_id = record.id ORDER BY accession_id LIMIT 1), record.state)))`

/** The records that a capture saw; where it confirms another one, those of that. Of several sightings of one, the last. */
export function itemsOfCapture(db: Driver, capture: CaptureId): ReadonlyMap<number, SeenItem> {
  return new Map(sightingsOf(db, capture).map((row) => [row.record, row]))
}

/** All sightings of a capture's items: a post may stand on several pages. */
export function sightingsOf(db: Driver, capture: CaptureId): readonly SeenItem[] {
  return db.all<SeenItem>(
    `SELECT observation.record_id AS record, record.at, record.native_id AS nativeId, record.kind,
       coalesce(version_folded.same_as, observation.number) AS version, version.details ->> '$.page' AS page,
       record.parent_native_id AS parent,
       CASE WHEN ${TOLD_DELETED} THEN 'deleted' WHEN version.details ->> '$.hidden' IS 1 THEN 'hidden' ELSE 'shown' END AS standing,
       iif(json_type(version.details, '$.edits') IN ('array', 'object'), version.details ->> '$.edits', NULL) AS edits
     FROM capture JOIN capture AS seen ON seen.id = coalesce(capture.same_as, capture.id)
       JOIN accession ON accession.job_id = seen.job_id AND accession.state = 'complete'
       JOIN package ON package.accession_id = accession.id JOIN member ON member.package_id = package.id
       JOIN observation ON observation.member_id = member.id JOIN record ON record.id = observation.record_id
       LEFT JOIN version_folded ON version_folded.record_id = observation.record_id AND version_folded.number = observation.number
       JOIN version ON version.record_id = observation.record_id AND version.number = coalesce(version_folded.same_as, observation.number)
     WHERE capture.id = ? AND record.account_id = capture.account_id AND ${ITEMS_ALONE} ORDER BY observation.member_id, observation.position`,
    capture,
  )
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

/** What the newest comparison before a capture says of a record that was no longer shown; null where none says that. */
export function lastChangeOf(db: Driver, record: number, before: CaptureId): NoLongerShown['change'] | null {
  return (
    db.get<{ change: NoLongerShown['change'] }>(
      'SELECT change FROM capture_change WHERE record_id = ? AND capture_id < ? ORDER BY capture_id DESC LIMIT 1',
      ...[record, before],
    )?.change ?? null
  )
}
