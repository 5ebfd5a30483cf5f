// The portal's due date beside ours, and where a difference comes from.
import { addDays, readableDay } from '../calendar/day.ts'
import type { LocalDate } from '../time.ts'

/** A date of ours that the portal's could be, with what it would mean. */
export interface KnownDate {
  readonly day: LocalDate
  readonly meaning: string
}

/**
 * Says in a sentence what the portal's date is.
 * @param ours the day to work to
 * @param pausedDays for how long the portal stopped its clock, as its export tells
 * @param known other dates of ours, the likeliest first
 */
export function portalDifference(
  due: LocalDate,
  ours: LocalDate,
  pausedDays: number | null,
  known: readonly KnownDate[],
): string {
  const date = `The portal says ${readableDay(due)}`
  if (due === ours) return `${date}, as Muniment does.`
  const found = known.find(({ day }) => day === due)
  if (found) return `${date}: ${found.meaning}. Work to ${readableDay(ours)}.`
  const paused = pausedDays ?? 0
  const before = [{ day: ours, meaning: 'our date' }, ...known].find(
    ({ day }) => paused > 0 && addDays(day, paused) === due,
  )
  if (before) {
    return `${date}: it stopped its clock for ${paused} days. No rule that Muniment knows lets the time stop; work to ${readableDay(ours)}.`
  }
  const days = Math.round((Date.parse(due) - Date.parse(ours)) / 86_400_000)
  const length = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'} ${days > 0 ? 'later' : 'earlier'}`
  const doubt = days > 0 ? 'No rule that Muniment knows explains it' : 'It may count from another day of receipt'
  return `${date}, ${length}. ${doubt}; work to ${readableDay(days > 0 ? ours : due)}.`
}
