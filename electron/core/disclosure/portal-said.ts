// What the portal says of a request, and how its due date stands to ours.
import { type KnownDate, portalDifference } from '../../../shared/domain/request/portal-due.ts'
import type { PublicRequest } from '../../../shared/domain/request/request.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { SavedPortal } from '../vault/repository/request/portal.ts'
import type { CityCalendar } from './city-calendar.ts'
import { datesOf } from './request-clock.ts'

/** The portal's word with the difference explained; none where it gives no date or ours cannot be told. */
export function portalSaid(db: Driver, calendar: CityCalendar, request: PublicRequest, saved: SavedPortal) {
  const { row, fileName, importedAt } = saved
  const { dates } = datesOf(db, calendar, request)
  const ours = dates.find(({ duty }) => duty === 'cpra-determination')
  const known = dates.flatMap(({ duty, due, statutory, practice }): KnownDate[] => [
    ...(duty === 'cpra-determination' && statutory ? [{ day: statutory, meaning: 'the last day by statute' }] : []),
    ...(duty === 'cpra-determination' && practice
      ? [{ day: practice.date, meaning: 'it counts from the next business day, as City practice does' }]
      : []),
    ...(duty === 'extended-answer' && due ? [{ day: due, meaning: 'the day that our notice of extension names' }] : []),
    ...(duty === 'cpra-extension' && due && statutory
      ? [due, statutory].map((day) => ({ day, meaning: 'it takes the time as extended by 14 days' }))
      : []),
    ...(duty === 'idr-response' && due
      ? [{ day: due, meaning: 'it counts the three business days of the ordinance' }]
      : []),
  ])
  const difference =
    row.dueOn === null || ours?.due == null ? null : portalDifference(row.dueOn, ours.due, row.pausedDays, known)
  return { row, fileName, importedAt, difference }
}
