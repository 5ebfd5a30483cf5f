// Dates in the search language: years, months and days in the City's zone.
import { addDays, endOfMonth } from '../../../shared/domain/calendar/day.ts'
import { type Instant, LocalDate, startOfDay } from '../../../shared/domain/time.ts'
import type { Period } from './query-ast.ts'

const TYPED = /^((?:19|20|21)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/

/**
 * @param typed `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, 1900 to 2199
 * @returns the local days that it names, or null where it names none
 */
export function parsePeriod(typed: string): Period | null {
  const [, year, month, day] = TYPED.exec(typed) ?? []
  const first = LocalDate.safeParse(`${year}-${month ?? '01'}-${day ?? '01'}`)
  if (!first.success) return null
  const from = first.data
  if (day) return { unit: 'day', from, until: addDays(from, 1) }
  if (month) return { unit: 'month', from, until: addDays(endOfMonth(from), 1) }
  return { unit: 'year', from, until: LocalDate.parse(`${Number(year) + 1}-01-01`) }
}

/** Whether a date that is still being typed may become one that {@link parsePeriod} reads. */
export function mayBecomePeriod(typed: string): boolean {
  return /^(?:1|2|19|20|21|(?:19|20|21)\d|(?:19|20|21)\d\d-(?:[01]|(?:0[1-9]|1[0-2])-[0-3]?)?)$/.test(typed)
}

/** A stretch of time; null is open, `until` exclusive. */
export interface TimeRange {
  readonly from: Instant | null
  readonly until: Instant | null
}

/**
 * Every instant is exactly one of before, on and after a period: `after:2024` begins with 2025.
 *
 * @param zone the City's IANA zone, whose midnights bound the days
 */
export function timeRange(relation: 'on' | 'before' | 'after', period: Period, zone: string): TimeRange {
  return {
    from: relation === 'before' ? null : startOfDay(relation === 'on' ? period.from : period.until, zone),
    until: relation === 'after' ? null : startOfDay(relation === 'on' ? period.until : period.from, zone),
  }
}
