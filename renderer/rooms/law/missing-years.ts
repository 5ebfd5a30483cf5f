// The lists of holidays that dates of this year and the next may need, and that nobody has loaded.
import type { CalendarYear } from '../../../shared/contract/calendar.ts'

/** The missing ones, this year's first. @param today `YYYY-MM-DD` */
export function missingYears(years: readonly CalendarYear[], today: string): Pick<CalendarYear, 'set' | 'year'>[] {
  const first = Number(today.slice(0, 4))
  return [first, first + 1].flatMap((year) =>
    (['judicial', 'city'] as const)
      .filter((set) => !years.some((list) => list.set === set && list.year === year))
      .map((set) => ({ set, year })),
  )
}
