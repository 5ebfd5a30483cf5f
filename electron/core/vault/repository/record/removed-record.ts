// Records that their platform no longer shows, and the exports and captures that show one and that do not.

import type { Showing } from '../../../../../shared/contract/removed.ts'
import { AccessionId } from '../../../../../shared/domain/id.ts'
import type { UnshownHow } from '../../../../../shared/domain/record/record.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { NEWEST_TELLING, unshown } from '../../record/unshown.ts'

/** A record that is gone from its platform. Times in ms since 1970 UTC. */
export interface GoneRecord {
  readonly id: number
  readonly at: number | null
  readonly precision: string
  /** Whether an export says so; else a later one does not hold it. */
  readonly saidDeleted: number
  readonly deletedAt: number | null
  /** When the newest export that holds it was made. */
  readonly lastShown: number
  /** When the first export that could hold it and does not was made; null where none. */
  readonly firstGone: number | null
  /** How the newest capture that misses it tells so; null where no capture does. */
  readonly change: UnshownHow | null
  /** The window in which that came about, and the capture that still shows it. */
  readonly notBefore: number | null
  readonly notAfter: number | null
  readonly shownIn: number | null
  /** When it was seen to be shown again. */
  readonly shownAgain: number | null
}

const made = (accession: string) => `coalesce(${accession}.generated_at, ${accession}.received_at)`

/** Platforms whose packages hold what was newest, or what somebody went to: that one does not hold something says nothing. */
const NEWEST_ALONE = "'web', 'podcast'"

/** Whether a capture reaches back to the record. */
const REACHES = `(capture.facts ->> '$.stop.since' IS NULL OR record.at > capture.facts ->> '$.stop.since')`

/**
 * What captures tell that they no longer show. What they have first as hidden is somebody else's comment that never was shown longer, or a
 * draft of the City's own, which is no removal.
 */
const MISSED = "(change.shown_id <> change.capture_id OR record.kind IN ('comment', 'reply'))"

/**
 * Later exports of the same account and layout that hold something of its kind, and not it. An export that was withdrawn says nothing.
 * What was posted by the City itself is in it, too: AI 599 asks after any content that was removed.
 */
const LATER = `SELECT id FROM accession AS later WHERE later.account_id = record.account_id AND later.state = 'complete'
  AND later.platform NOT IN (${NEWEST_ALONE})
  AND later.platform = last.platform AND later.layout = last.layout
  AND ${made('later')} > ${made('last')}
  AND EXISTS (SELECT 1 FROM record AS other INDEXED BY record_account WHERE other.account_id = record.account_id
    AND other.kind = record.kind AND other.last_accession_id = later.id LIMIT 1)`

const GONE = `SELECT record.id, at, precision, record.state = 'deleted' AS saidDeleted, deleted_at AS deletedAt,
    ${made('last')} AS lastShown,
    (SELECT min(${made('gone')}) FROM accession AS gone WHERE id IN (${LATER})) AS firstGone,
    change.change, not_before AS notBefore, not_after AS notAfter, shown_id AS shownIn,
    iif(change.change IS NULL OR record.state = 'deleted' OR ${unshown()} IS NOT NULL, NULL, ${made('last')}) AS shownAgain
  FROM record JOIN accession AS last ON last.id = last_accession_id
    LEFT JOIN capture_change AS change ON change.record_id = record.id AND ${MISSED}
      AND capture_id = ${NEWEST_TELLING}
  WHERE record.id < ? AND record.kind NOT IN ('like', 'bookmark', 'contact', 'account-event', 'profile', 'conversation-event')
    AND (record.state = 'deleted' OR change.record_id IS NOT NULL OR (record.state = 'live' AND last_accession_id NOT IN (SELECT max(id) FROM accession WHERE state = 'complete' GROUP BY account_id)
      AND EXISTS (${LATER})))
    AND NOT EXISTS (SELECT 1 FROM steward_entry WHERE kind = 'removal' AND record_id = record.id)
  ORDER BY record.id DESC LIMIT ?`

/** Records that are gone, or captures missed or showed as hidden, and that stand in no entry, newest first. @param before only records below this id */
export function goneRecords(db: Driver, before: number, limit: number): readonly GoneRecord[] {
  return db.all<GoneRecord>(GONE, before, limit)
}

/**
 * Where a record is shown, and where it could be and is not, in the order in which they were made. A capture could show it where one of the same
 * scope does, and where it reached its end and so far back; one that confirms another shows what that does.
 */
export function showingsOf(db: Driver, record: number): { readonly shown: Showing[]; readonly notShown: Showing[] } {
  const rows = db.all<{ id: number; made: number; seen: number }>(
    `WITH own AS (SELECT accession_id AS id FROM version WHERE record_id = ? UNION SELECT accession_id FROM observation WHERE record_id = ? AND again = 1)
     SELECT accession.id, ${made('accession')} AS made, coalesce(confirmed.id, accession.id) IN own AS seen
     FROM record JOIN accession ON accession.account_id = record.account_id AND accession.state = 'complete'
       JOIN accession AS first ON first.id = record.accession_id
       LEFT JOIN capture ON capture.job_id = accession.job_id
       LEFT JOIN capture AS same ON same.id = capture.same_as LEFT JOIN accession AS confirmed ON confirmed.job_id = same.job_id
     WHERE record.id = ? AND (record.at IS NULL OR ${made('accession')} >= record.at) AND (
       coalesce(confirmed.id, accession.id) IN own
       OR (accession.platform NOT IN (${NEWEST_ALONE}) AND accession.platform = first.platform)
       OR (capture.stop_met = 1 AND ${REACHES} AND EXISTS (
         SELECT 1 FROM capture AS other JOIN accession AS showing ON showing.job_id = other.job_id AND showing.id IN own
         WHERE other.account_id = capture.account_id AND other.way = capture.way AND other.scope = capture.scope)))
     ORDER BY made, accession.id`,
    ...[record, record, record],
  )
  const told = (seen: number) =>
    rows
      .filter((row) => row.seen === seen)
      .map(({ id, made }) => ({ accession: AccessionId.parse(id), made: Instant.parse(made) }))
  return { shown: told(1), notShown: told(0) }
}
