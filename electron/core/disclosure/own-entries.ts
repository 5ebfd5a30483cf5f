// The City's years of holidays and fee schedules as entries of the book of law, so that the attorney confirms them like rules.
import type { Holiday, HolidayList } from '../../../shared/domain/calendar/calendar.ts'
import { readableDay } from '../../../shared/domain/calendar/day.ts'
import { LocalDate } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { enteredYears } from '../vault/repository/calendar.ts'
import { feeSchedules } from '../vault/repository/request/law.ts'
import { broughtLists } from './brought-lists.ts'
import { type Brought, entry, feeEntry } from './law-book.ts'

/** The lists that count, and every fee schedule that was entered. */
export function ownEntries(db: Driver, city: string): Brought[] {
  const entered = enteredYears(db)
  const replaced = new Set(entered.map(({ set, year }) => `${set} ${year}`))
  const brought = broughtLists(city).filter(({ set, year }) => !replaced.has(`${set} ${year}`))
  return [
    ...brought.map((list) => yearEntry(list.id, list)),
    // A list that is entered in place of another is another text: its confirmation is asked for again.
    ...entered.map((list) => yearEntry(`entered-${list.set}-${list.year}`, list)),
    ...feeSchedules(db).map(feeEntry),
  ]
}

function yearEntry(
  id: string,
  { set, year, days, source, confirmed }: Pick<HolidayList, 'set' | 'year' | 'days' | 'source' | 'confirmed'>,
): Brought {
  const statute = {
    ...{
      id,
      source,
      confirmed,
      citation: set === 'judicial' ? 'CCP 135' : 'CCP 12b',
      text: days.map(dayWords).join('; '),
    },
    ...{ validFrom: LocalDate.parse(`${year}-01-01`), validTo: LocalDate.parse(`${year}-12-31`) },
  }
  return entry(
    'holidays',
    statute,
    `${set === 'judicial' ? 'The court’s' : 'The City’s'} holidays of ${year}: ${days.length} ${days.length === 1 ? 'day' : 'days'}`,
  )
}

function dayWords({ date, name, doubt }: Holiday): string {
  return `${readableDay(date)}, ${name}${doubt === null ? '' : ` (${doubt})`}`
}
