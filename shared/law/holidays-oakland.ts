// The City of Oakland's holidays of years whose list nobody has brought or entered, reckoned from the days that its agreements name. They serve the
// response times; a deadline of a request never runs into a year that is only reckoned.
import type { Holiday, HolidayList } from '../domain/calendar/calendar.ts'
import { parseLocalDate } from '../domain/time.ts'

/** Years that are reckoned. */
export const RECKONED_YEARS = [2024, 2025, 2027, 2028] as const

const DOUBT = 'the benefits guide of 2026 (p. 5) marks it “if applicable”'
const [MONDAY, THURSDAY] = [1, 4]

/**
 * The list of a year by the agreements of IFPTE 21 and SEIU 1021, art. 11, as they stood for 2026: a day on a Saturday has no weekday in lieu; of one on
 * a Sunday nothing is known, and Monday is taken with that doubt.
 */
export function reckonedOakland(year: number): HolidayList {
  return {
    id: `city-${year}-oakland-reckoned`,
    set: 'city',
    jurisdiction: 'City of Oakland',
    year,
    days: [
      fixed(year, 1, 1, 'New Year’s Day'),
      floating(year, 1, MONDAY, 3, 'Martin Luther King Jr. Day'),
      floating(year, 2, MONDAY, 3, 'Presidents’ Day'),
      fixed(year, 3, 31, year < 2026 ? 'Cesar Chavez Day' : 'Farmworkers Day'),
      lastMonday(year, 5, 'Memorial Day'),
      fixed(year, 6, 19, 'Juneteenth'),
      fixed(year, 7, 4, 'Independence Day'),
      floating(year, 9, MONDAY, 1, 'Labor Day'),
      fixed(year, 9, 9, 'Admission Day', DOUBT),
      fixed(year, 11, 11, 'Veterans Day', DOUBT),
      floating(year, 11, THURSDAY, 4, 'Thanksgiving Day'),
      floating(year, 11, THURSDAY, 4, 'Day after Thanksgiving', 1),
      fixed(year, 12, 25, 'Christmas Day'),
    ],
    source:
      'reckoned from the days that IFPTE 21 and SEIU 1021 agreements, art. 11, name for 2026; not compared with a list of the year',
    confirmed: false,
  }
}

function fixed(year: number, month: number, day: number, name: string, doubt: string | null = null): Holiday {
  const sunday = weekdayOf(year, month, day) === 0
  const why = sunday ? 'it falls on a Sunday; that Monday is taken in lieu is not known' : null
  return holiday(year, month, sunday ? day + 1 : day, sunday ? `${name} (Monday in lieu)` : name, doubt ?? why)
}

/** The nth such weekday of a month, or some days after it. */
function floating(year: number, month: number, weekday: number, nth: number, name: string, after = 0): Holiday {
  const first = 1 + ((weekday - weekdayOf(year, month, 1) + 7) % 7)
  return holiday(year, month, first + (nth - 1) * 7 + after, name, null)
}

function lastMonday(year: number, month: number, name: string): Holiday {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return holiday(year, month, last - ((weekdayOf(year, month, last) - MONDAY + 7) % 7), name, null)
}

function weekdayOf(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay()
}

function holiday(year: number, month: number, day: number, name: string, doubt: string | null): Holiday {
  // Monday in lieu of 31 March is in April.
  return { date: parseLocalDate(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)), name, doubt }
}
