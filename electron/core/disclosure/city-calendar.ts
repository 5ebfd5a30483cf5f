// The calendar of this City: what Muniment brings, and what its people entered.
import type { CalendarYear } from '../../../shared/contract/calendar.ts'
import type { Closure, HolidayList } from '../../../shared/domain/calendar/calendar.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { enteredYears, standingClosures } from '../vault/repository/calendar.ts'
import { broughtLists } from './brought-lists.ts'
import { confirmedRules, lawIn } from './confirmed-law.ts'
import type { Law } from './law-book.ts'

/** Lists of holidays, a later one before an earlier of its kind and year, and the closures that count. */
export interface CityCalendar {
  readonly city: string
  readonly lists: readonly HolidayList[]
  readonly closures: readonly Closure[]
  /** The rules that its attorney confirmed. */
  readonly confirmed: ReadonlySet<string>
  /** Its law as it stands. */
  readonly law: Law
}

/** The calendar as the vault has it. */
export function cityCalendar(db: Driver, folder: string): CityCalendar {
  const { city } = readVaultFile(folder)
  return {
    city,
    lists: [...broughtLists(city), ...enteredYears(db).map((year) => asList(year, city))],
    closures: standingClosures(db),
    confirmed: confirmedRules(db, city),
    law: lawIn(db, city),
  }
}

/** The years that count, the newest first: those brought along unless one was entered in their place. */
export function calendarYears(db: Driver, folder: string): CalendarYear[] {
  const entered = enteredYears(db)
  const replaced = new Set(entered.map(({ set, year }) => `${set} ${year}`))
  const mine = broughtLists(readVaultFile(folder).city)
    .filter(({ set, year }) => !replaced.has(`${set} ${year}`))
    .map(({ set, year, days, source, confirmed }) => ({ set, year, days, source, confirmed, entered: null }))
  return [...entered, ...mine].toSorted(
    (one, other) => other.year - one.year || (one.set === other.set ? 0 : one.set === 'city' ? -1 : 1),
  )
}

/** A year that was entered, as a list that counts. */
export function asList(
  { set, year, days, source }: Pick<CalendarYear, 'set' | 'year' | 'days' | 'source'>,
  city: string,
): HolidayList {
  return { id: `entered-${set}-${year}`, set, jurisdiction: city, year, days, source, confirmed: true }
}
