// The calendar of this City: what Muniment brings, what its people entered, and which deadlines a change of it moves.
import type { CalendarYear, MovedDate } from '../../../shared/contract/calendar.ts'
import type { Closure, HolidayList } from '../../../shared/domain/calendar.ts'
import { judicial2026, oakland2026 } from '../../../shared/law/holidays-2026.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { enteredYears, standingClosures } from '../vault/repository/calendar.ts'
import { listRequests } from '../vault/repository/request.ts'
import { clocksIn } from './clocks.ts'

/** Lists of holidays, a later one before an earlier of its kind and year, and the closures that count. */
export interface CityCalendar {
  readonly city: string
  readonly lists: readonly HolidayList[]
  readonly closures: readonly Closure[]
}

/** The calendar as the vault has it. */
export function cityCalendar(db: Driver, folder: string): CityCalendar {
  const { city } = readVaultFile(folder)
  return {
    city,
    lists: [...broughtLists(city), ...enteredYears(db).map((year) => asList(year, city))],
    closures: standingClosures(db),
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

/** The dates of open requests that are others under the second calendar. */
export function movedDates(db: Driver, before: CityCalendar, after: CityCalendar): MovedDate[] {
  const open = listRequests(db).filter(({ state }) => state === 'open')
  return open.flatMap(({ id, receivedOn, immediateDisclosure }) => {
    const request = { receivedOn, immediateDisclosure, determinedOn: null }
    const then = new Map(clocksIn(after, request).dates.map((date) => [`${date.duty} ${date.rule}`, date]))
    return clocksIn(before, request).dates.flatMap(({ duty, rule, due, statutory }) => {
      const now = then.get(`${duty} ${rule}`)
      if (now === undefined || (now.due === due && now.statutory === statutory)) return []
      const { due: later, statutory: last } = now
      return [{ request: id, duty, before: due, after: later, statutoryBefore: statutory, statutoryAfter: last }]
    })
  })
}

/** The lists that Muniment brings for a city: the court's, and the City's own where it knows them. */
export function broughtLists(city: string): HolidayList[] {
  return [judicial2026, oakland2026].filter(({ set, jurisdiction }) => set === 'judicial' || jurisdiction === city)
}

function asList({ set, year, days, source }: CalendarYear, city: string): HolidayList {
  return { id: `entered-${set}-${year}`, set, jurisdiction: city, year, days, source, confirmed: true }
}
