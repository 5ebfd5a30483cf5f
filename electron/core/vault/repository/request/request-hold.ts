// How long a closed request holds what was found for it.
import type { PersonId, RequestId } from '../../../../../shared/domain/id.ts'
import { type Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { type PlacedHold, standingHolds } from '../disposition/hold.ts'
import type { Done } from './request-life.ts'

/** The hold of a request as it covers now, or null where it was released. */
export function holdOf(db: Driver, request: RequestId): PlacedHold | null {
  return standingHolds(db).find((one) => one.request === request) ?? null
}

/** Until when the file of a request is kept by what somebody entered, and by which authority; null where nobody did. */
export function keptUntil(
  db: Driver,
  request: string,
): { readonly until: LocalDate; readonly authority: string } | null {
  const row = db.get<{ until: string; authority: string }>(
    'SELECT until, authority FROM request_kept_until WHERE request_id = ?',
    request,
  )
  return row === undefined ? null : { until: LocalDate.parse(row.until), authority: row.authority }
}

/** Enters until when it is kept. */
export function saveKeptUntil(
  db: Driver,
  request: RequestId,
  { until, authority }: { readonly until: LocalDate; readonly authority: string },
  { at, by }: Done,
): void {
  db.run('INSERT OR REPLACE INTO request_kept_until VALUES (?, ?, ?, ?, ?)', request, until, authority, at, by)
}

/** A request that is open again has no end of its file. */
export function forgetKeptUntil(db: Driver, request: RequestId): void {
  db.run('DELETE FROM request_kept_until WHERE request_id = ?', request)
}

/** Ends the hold of a request; what it froze stays on record. */
export function endRequestHold(db: Driver, request: RequestId, by: PersonId, at: Instant): void {
  db.run(
    'UPDATE hold SET released_at = ?, released_by = ? WHERE request_id = ? AND released_at IS NULL',
    at,
    by,
    request,
  )
}

/** The City's day on which a request was closed last, or null where it never was. */
export function closedOn(db: Driver, request: RequestId): LocalDate | null {
  const row = db.get<{ day: string }>(
    `SELECT on_day AS day FROM request_event WHERE request_id = ? AND kind IN ('closed', 'withdrawn', 'merged')
     ORDER BY id DESC LIMIT 1`,
    request,
  )
  return row === undefined ? null : LocalDate.parse(row.day)
}
