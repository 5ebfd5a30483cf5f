// Arithmetic on calendar days: no clock, no zone.
import { LocalDate } from '../time.ts'

const dayInMilliseconds = 86_400_000
// Intl takes most of the time of judging a record when it writes every day of the trace.
const months = 'January February March April May June July August September October November December'.split(' ')

/** The units in which a retention period is written. */
export type PeriodUnit = 'years' | 'months' | 'weeks' | 'days'

/** A length of time; a fraction is rounded up to whole months or days, so that nothing falls due early. */
export interface Period {
  amount: number
  unit: PeriodUnit
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dayOf(midnight(date) + days * dayInMilliseconds)
}

/**
 * The day a period later. Where the month has no such day, the first of the next month (29 Feb + 2 years → 1 Mar):
 * the later side; date-fns would take 28 Feb.
 */
export function addPeriod(date: LocalDate, period: Period): LocalDate {
  if (period.unit === 'days') return addDays(date, roundUp(period.amount))
  if (period.unit === 'weeks') return addDays(date, roundUp(period.amount * 7))
  return addMonths(date, roundUp(period.unit === 'years' ? period.amount * 12 : period.amount))
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(midnight(date)).getUTCDay()
}

/** The year of a day. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** The first day with this month and day (`MM-DD`) that is not before `date`. */
export function nextOccurrence(date: LocalDate, monthDay: string): LocalDate {
  const thisYear = LocalDate.parse(`${date.slice(0, 4)}-${monthDay}`)
  return thisYear >= date ? thisYear : addMonths(thisYear, 12)
}

/** The last day of the month of a day. */
export function endOfMonth(date: LocalDate): LocalDate {
  const [year, month] = parts(date)
  return dayOf(Date.UTC(year, month, 0))
}

/** The earlier of two days. */
export function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one <= other ? one : other
}

/** The later of two days. */
export function later(one: LocalDate, other: LocalDate): LocalDate {
  return one >= other ? one : other
}

/** A day as an American clerk writes it: `March 5, 2024`. */
export function readableDay(date: LocalDate): string {
  const [year, month, day] = parts(date)
  return `${months[month - 1]} ${day}, ${year}`
}

/** A month of the form `YYYY-MM` as an American clerk writes it: `March 2024`. */
export function readableMonth(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1] ?? ''} ${month.slice(0, 4)}`
}

function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = parts(date)
  const sameDay = Date.UTC(year, month - 1 + months, day)
  const overflowed = new Date(sameDay).getUTCDate() !== day
  return dayOf(overflowed ? Date.UTC(year, month + months, 1) : sameDay)
}

// Twelve times 0.7 is 8.399999999999999: what is a whole number up to rounding errors stays one.
function roundUp(amount: number): number {
  return Math.ceil(amount - 1e-9)
}

function midnight(date: LocalDate): number {
  const [year, month, day] = parts(date)
  return Date.UTC(year, month - 1, day)
}

function parts(date: LocalDate): [year: number, month: number, day: number] {
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function dayOf(milliseconds: number): LocalDate {
  return LocalDate.parse(new Date(milliseconds).toISOString().slice(0, 10))
}
