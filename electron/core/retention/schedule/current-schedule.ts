// The newest schedule, and the refusals of those who need it.
import { MunimentError } from '../../../../shared/contract/error.ts'
import { withUnscheduled } from '../../../../shared/domain/schedule/unscheduled.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { findSchedule, type StoredSchedule } from '../../vault/repository/retention/schedule.ts'

/**
 * The schedule that was imported last.
 * @throws MunimentError SCHEDULE_MISSING
 */
export function currentSchedule(db: Driver): StoredSchedule {
  const stored = findSchedule(db, null)
  if (stored) return stored
  throw new MunimentError(
    'SCHEDULE_MISSING',
    'This vault has no retention schedule yet. Nothing was changed; import one first.',
  )
}

/**
 * Refuses series that the newest schedule does not have.
 * @param named series codes, each with what names it, in words
 * @throws MunimentError SCHEDULE_MISSING, SERIES_UNKNOWN
 */
export function refuseUnknownSeries(
  db: Driver,
  named: readonly { readonly series: string; readonly by: string }[],
): void {
  const { schedule } = currentSchedule(db)
  const known = new Set(withUnscheduled(schedule.series).map(({ code }) => code))
  const unknown = named.filter(({ series }) => !known.has(series))
  if (unknown.length === 0) return
  const list = unknown.slice(0, 5).map(({ series, by }) => `${series} (${by})`)
  const more = unknown.length > list.length ? ` and ${unknown.length - list.length} more` : ''
  throw new MunimentError(
    'SERIES_UNKNOWN',
    `“${schedule.name}” has no series ${list.join(', ')}${more}. Nothing was changed; use a code of the schedule.`,
  )
}
