// What a rule file makes of the City's calendar, before and after.
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { asList, type CityCalendar, cityCalendar } from '../city-calendar.ts'
import { lawOf } from '../law-book.ts'
import { appliedAdditions, comesConfirmed, lawWith, together } from './additions.ts'
import type { ReadRules } from './read.ts'

/** The calendar as it would be with the file applied and what it confirms confirmed. */
export function calendarWith(db: Driver, folder: string, { additions, file, rules }: ReadRules): CityCalendar {
  const now = cityCalendar(db, folder)
  const { city } = readVaultFile(folder)
  const all = together([appliedAdditions(db), additions])
  const own = new Set(rules.flatMap(({ entry }) => (comesConfirmed(entry) ? [entry.id] : [])))
  return {
    ...now,
    lists: [...now.lists, ...file.holidays.map((year) => asList(year, city))],
    law: lawWith(lawOf(city), all, (id) => now.confirmed.has(id) || own.has(id)),
  }
}
