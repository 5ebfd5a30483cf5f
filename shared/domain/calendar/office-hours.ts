// Hours between two instants that count by the office's calendar: whole days off do not count, every other hour does.

import { Instant, type LocalDate, localDate, startOfDay } from '../time.ts'
import { type Calendar, dayOff } from './calendar.ts'
import { addDays, yearOf } from './day.ts'

const HOUR = 3_600_000
/** Longer than any answer is waited for. */
const MOST_DAYS = 1000

/** Whether a day counts: no weekend, no closure, no holiday of the City. A year whose holidays nobody entered has weekends and closures alone. */
function counts(calendar: Calendar, day: LocalDate): boolean {
  return dayOff(calendar, day, 'business') === null
}

/**
 * The hours that count from one instant to another, by the days of `zone`; a day has 23 or 25 hours where clocks change.
 * @returns hours, with fractions; 0 where `to` is not later
 */
export function officeHours(from: Instant, to: Instant, calendar: Calendar, zone: string): number {
  let sum = 0
  let day = localDate(from, zone)
  for (let seen = 0; seen <= MOST_DAYS; seen++) {
    const start = Math.max(from, startOfDay(day, zone))
    if (start >= to) break
    const next = addDays(day, 1)
    if (counts(calendar, day)) sum += Math.min(to, startOfDay(next, zone)) - start
    day = next
  }
  return sum / HOUR
}

/** The instant at which so many hours that count are over. */
export function afterOfficeHours(from: Instant, hours: number, calendar: Calendar, zone: string): Instant {
  let left = hours * HOUR
  let day = localDate(from, zone)
  for (let seen = 0; seen <= MOST_DAYS; seen++) {
    const next = addDays(day, 1)
    const start = Math.max(from, startOfDay(day, zone))
    const length = startOfDay(next, zone) - start
    if (counts(calendar, day)) {
      if (length >= left) return Instant.parse(start + left)
      left -= length
    }
    day = next
  }
  return Instant.parse(startOfDay(day, zone))
}

/** The years between two days for which nobody entered the City's holidays. */
export function yearsWithout(calendar: Calendar, from: LocalDate, to: LocalDate): number[] {
  const years = Array.from({ length: Math.max(0, yearOf(to) - yearOf(from) + 1) }, (_, place) => yearOf(from) + place)
  return years.filter((year) => !calendar.city.has(year))
}
