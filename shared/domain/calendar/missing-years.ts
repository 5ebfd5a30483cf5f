// The lists of holidays that dates of this year and the next may need, and that nobody has loaded.
import type { HolidayList } from './calendar.ts'

type Year = Pick<HolidayList, 'set' | 'year'>

/** The next year's dates are within reach of this year's clocks from this month on. */
const NEXT_FROM = '10'

/** The missing ones, this year's first. @param today `YYYY-MM-DD` in the City's zone */
export function missingYears(years: readonly Year[], today: string): Year[] {
  const first = Number(today.slice(0, 4))
  return [first, first + 1].flatMap((year) =>
    (['judicial', 'city'] as const)
      .filter((set) => !years.some((list) => list.set === set && list.year === year))
      .map((set) => ({ set, year })),
  )
}

/** Whether a year is the one that today is in. @param today as above */
export function isYearOf(year: number, today: string): boolean {
  return String(year) === today.slice(0, 4)
}

/** Whether deadlines of today can fall into a year: into this one always, into the next from October on. @param today as above */
export function isNear(year: number, today: string): boolean {
  return isYearOf(year, today) || (year === Number(today.slice(0, 4)) + 1 && today.slice(5, 7) >= NEXT_FROM)
}
