// The office's calendar: the City's holidays that Muniment brings or people entered, and its closures.
import { buildCalendar, type Calendar, type HolidayList } from '../../../shared/domain/calendar/calendar.ts'
import { yearOf } from '../../../shared/domain/calendar/day.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import { oakland2026 } from '../../../shared/law/holidays-2026.ts'
import { RECKONED_YEARS, reckonedOakland } from '../../../shared/law/holidays-oakland.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { enteredYears, standingClosures } from '../vault/repository/calendar.ts'

/** The calendar as the vault has it; only the City's own days are in it. */
export function officeCalendar(db: Driver, folder: string): Calendar {
  const { city } = readVaultFile(folder)
  const oakland = [...RECKONED_YEARS.map(reckonedOakland), oakland2026]
  const brought = oakland.filter(({ jurisdiction }) => jurisdiction === city)
  const entered = enteredYears(db)
    .filter(({ set }) => set === 'city')
    .map(
      ({ set, year, days, source }): HolidayList => ({
        ...{ id: `entered-${year}`, set, jurisdiction: city, year, days, source },
        confirmed: true,
      }),
    )
  return buildCalendar([...brought, ...entered], standingClosures(db))
}

/** The years between two days whose holidays are reckoned and neither brought nor entered. */
export function yearsReckoned(db: Driver, folder: string, from: LocalDate, to: LocalDate): number[] {
  const { city } = readVaultFile(folder)
  const entered = new Set(
    enteredYears(db)
      .filter(({ set }) => set === 'city')
      .map(({ year }) => year),
  )
  return RECKONED_YEARS.filter(
    (year) => city === oakland2026.jurisdiction && !entered.has(year) && year >= yearOf(from) && year <= yearOf(to),
  )
}
