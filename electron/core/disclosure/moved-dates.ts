// Which deadlines of open requests a change of the calendar moves.
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { CityCalendar } from './city-calendar.ts'
import { datesOf } from './request-clock.ts'
import { runningRequests } from './running.ts'

/** The dates of open requests that are others under the second calendar. */
export function movedDates(db: Driver, before: CityCalendar, after: CityCalendar): MovedDate[] {
  return runningRequests(db).flatMap(({ request }) => {
    const { id } = request
    const then = new Map(datesOf(db, after, request).dates.map((date) => [date.duty, date]))
    return datesOf(db, before, request).dates.flatMap(({ duty, due, statutory }) => {
      const now = then.get(duty)
      if (now === undefined || (now.due === due && now.statutory === statutory)) return []
      const { due: later, statutory: last } = now
      return [{ request: id, duty, before: due, after: later, statutoryBefore: statutory, statutoryAfter: last }]
    })
  })
}
