// The office's calendar: the City's holidays that Muniment brings or people entered, and its closures.
import { buildCalendar, type Calendar, type HolidayList } from '../../../shared/domain/calendar.ts'
import { oakland2026 } from '../../../shared/law/holidays-2026.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { enteredYears, standingClosures } from '../vault/repository/calendar.ts'

/** The calendar as the vault has it; only the City's own days are in it. */
export function officeCalendar(db: Driver, folder: string): Calendar {
  const { city } = readVaultFile(folder)
  const brought = oakland2026.jurisdiction === city ? [oakland2026] : []
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
