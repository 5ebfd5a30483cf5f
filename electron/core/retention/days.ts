// Local days of instants, and what days a time may mean.
import { addDays, endOfMonth } from '../../../shared/domain/calendar/day.ts'
import { type Instant, LocalDate, localDate, type Precision } from '../../../shared/domain/time.ts'

const OLDEST = Date.UTC(1901, 0, 1)
const NEWEST = Date.UTC(9998, 0, 1)

/** The local day of an instant, null where it is unknown or has no calendar day (before 1901, after 9997). */
export type DayOf = (instant: Instant | null) => LocalDate | null

/** @param zone IANA zone of the days */
export function dayFinder(zone: string): DayOf {
  return (instant) => (instant === null || instant < OLDEST || instant > NEWEST ? null : localDate(instant, zone))
}

/** The first and the last local day that a time may mean: a coarse one is a day, month or year, and says nothing of its zone. */
export function daysMeant(
  at: Instant | null,
  precision: Precision,
  dayOf: DayOf,
): { readonly first: LocalDate; readonly last: LocalDate } | null {
  const day = precision === 'unknown' ? null : dayOf(at)
  if (day === null) return null
  if (precision === 'day') return { first: addDays(day, -1), last: addDays(day, 1) }
  if (precision === 'month') return { first: firstOfMonth(addDays(day, -1)), last: endOfMonth(addDays(day, 1)) }
  if (precision === 'year') return { first: firstOfYear(addDays(day, -1)), last: lastOfYear(addDays(day, 1)) }
  return { first: day, last: day }
}

function firstOfMonth(day: LocalDate): LocalDate {
  return LocalDate.parse(`${day.slice(0, 7)}-01`)
}

function firstOfYear(day: LocalDate): LocalDate {
  return LocalDate.parse(`${day.slice(0, 4)}-01-01`)
}

function lastOfYear(day: LocalDate): LocalDate {
  return LocalDate.parse(`${day.slice(0, 4)}-12-31`)
}
