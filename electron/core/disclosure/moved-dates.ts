// Which deadlines of open requests a change of the calendar moves.
import type { MovedDate } from '../../../shared/contract/calendar.ts'
import type { ClockDate } from '../../../shared/contract/request.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { CityCalendar } from './city-calendar.ts'
import { datesOf, isRunning } from './request-clock.ts'
import { runningRequests } from './running.ts'

/** The dates of open requests that are others under the second calendar. */
export function movedDates(db: Driver, before: CityCalendar, after: CityCalendar): MovedDate[] {
  return runningRequests(db).flatMap(({ request }) => {
    const { id } = request
    const then = new Map(datesOf(db, after, request).dates.map((date) => [date.duty, date]))
    return datesOf(db, before, request)
      .dates.filter(isOpen)
      .flatMap(({ duty, due, statutory }) => {
        const now = then.get(duty)
        if (now === undefined || (now.due === due && now.statutory === statutory)) return []
        const { due: later, statutory: last } = now
        return [{ request: id, duty, before: due, after: later, statutoryBefore: statutory, statutoryAfter: last }]
      })
  })
}

/** An extension that may still be used moves with the rest. */
function isOpen(date: ClockDate): boolean {
  return isRunning(date) || date.state === 'possible'
}
