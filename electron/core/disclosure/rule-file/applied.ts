// What a rule file makes of the City's calendar, before and after.
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { asList, type CityCalendar, cityCalendar } from '../city-calendar.ts'
import { lawOf } from '../law-book.ts'
import { appliedAdditions, lawWith } from './additions.ts'
import type { ReadRules } from './read.ts'

/** The calendar as it would be with the file applied and its rules confirmed. */
export function calendarWith(db: Driver, folder: string, { additions, file }: ReadRules): CityCalendar {
  const now = cityCalendar(db, folder)
  const { city } = readVaultFile(folder)
  const before = appliedAdditions(db)
  const all = {
    clocks: [...before.clocks, ...additions.clocks],
    grounds: [...before.grounds, ...additions.grounds],
    duties: [...before.duties, ...additions.duties],
    replaces: new Map([...before.replaces, ...additions.replaces]),
  }
  const own = new Set([...additions.clocks, ...additions.grounds, ...additions.duties].map(({ id }) => id))
  return {
    ...now,
    lists: [...now.lists, ...file.holidays.map((year) => asList(year, city))],
    law: lawWith(lawOf(city), all, (id) => now.confirmed.has(id) || own.has(id)),
  }
}
