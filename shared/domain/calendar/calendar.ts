// The days on which offices are closed, and which of them count for a deadline (law.md §4).
import { z } from 'zod'
import { LocalDate } from '../time.ts'
import { weekday, yearOf } from './day.ts'

/** A holiday; `doubt` says why it is not certain that offices close, null where it is. */
export const Holiday = z.strictObject({ date: LocalDate, name: z.string().min(1), doubt: z.string().min(1).nullable() })
export type Holiday = z.infer<typeof Holiday>

/** One year of one list: the court's judicial holidays (CCP 135) or the City's own (CCP 12b). */
export const HolidayList = z
  .strictObject({
    id: z.string().min(1),
    set: z.enum(['judicial', 'city']),
    jurisdiction: z.string().min(1),
    year: z.int().min(1990).max(9999),
    days: z.array(Holiday),
    source: z.string().min(1),
    confirmed: z.boolean(),
  })
  .refine(({ days, year }) => days.every(({ date }) => yearOf(date) === year), { error: 'holds a day of another year' })
export type HolidayList = z.infer<typeof HolidayList>

/** A day on which the City's office was closed for the whole day, entered by the Clerk (CCP 12b). */
export const Closure = z.strictObject({ date: LocalDate, reason: z.string().trim().min(1).max(500) })
export type Closure = z.infer<typeof Closure>

/** Lists and closures for looking up by day. */
export interface Calendar {
  judicial: ReadonlyMap<number, ReadonlyMap<LocalDate, Holiday>>
  city: ReadonlyMap<number, ReadonlyMap<LocalDate, Holiday>>
  closures: ReadonlyMap<LocalDate, Closure>
}

/**
 * How days off are read. `statutory`: every day that moves a last day (CCP 12, 12a, 12b). `conservative`: only those that nobody
 * could dispute. `business`: the City's days off alone, for counting business days; `business-conservative`: the certain ones of these.
 */
export type Reading = 'statutory' | 'conservative' | 'business' | 'business-conservative'

/** A day that did not count, and why. */
export interface DayOff {
  date: LocalDate
  why: string
  citation: string
}

/** Joins lists and closures; a later list replaces an earlier one of the same set and year. */
export function buildCalendar(lists: readonly HolidayList[], closures: readonly Closure[]): Calendar {
  const yearsOf = (set: HolidayList['set']) =>
    new Map(
      lists
        .filter((list) => list.set === set)
        .map(({ year, days }) => [year, new Map(days.map((day) => [day.date, day]))] as const),
    )
  return {
    judicial: yearsOf('judicial'),
    city: yearsOf('city'),
    closures: new Map(closures.map((closure) => [closure.date, closure])),
  }
}

/** The lists that a reading needs for a day and the calendar lacks. */
export function missingLists(calendar: Calendar, date: LocalDate, reading: Reading): HolidayList['set'][] {
  const needed = isBusiness(reading) ? (['city'] as const) : (['judicial', 'city'] as const)
  return needed.filter((set) => !calendar[set].has(yearOf(date)))
}

/** Why a day does not count in a reading, or null where it counts. Its year must be loaded (`missingLists`). */
export function dayOff(calendar: Calendar, date: LocalDate, reading: Reading): DayOff | null {
  const day = weekday(date)
  if (day === 6) return { date, why: 'Saturday', citation: 'CCP 12a(a)' }
  if (day === 0) return { date, why: 'Sunday', citation: 'Gov. Code 6700(a)(1); CCP 12a(a), 135' }
  const closure = calendar.closures.get(date)
  if (closure) return { date, why: `City office closed: ${closure.reason}`, citation: 'CCP 12b' }
  const city = calendar.city.get(yearOf(date))?.get(date)
  const judicial = isBusiness(reading) ? undefined : calendar.judicial.get(yearOf(date))?.get(date)
  if (city && judicial) return { date, why: `${judicial.name} (court and City)`, citation: 'CCP 12a(a), 135, 12b' }
  const certainOnly = reading === 'conservative' || reading === 'business-conservative'
  if (city && !(certainOnly && city.doubt)) return { date, why: `${city.name} (City closed)`, citation: 'CCP 12b' }
  if (judicial && !certainOnly) return { date, why: `${judicial.name} (judicial holiday)`, citation: 'CCP 12a(a), 135' }
  return null
}

function isBusiness(reading: Reading): boolean {
  return reading === 'business' || reading === 'business-conservative'
}
