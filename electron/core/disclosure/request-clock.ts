// The dates of a request as it stands in the vault.
import type { PublicRequest } from '../../../shared/domain/request.ts'
import type { CityCalendar } from './city-calendar.ts'
import { type Clocks, clocksIn } from './clocks.ts'

/** The dates of a request by a calendar of the City. */
export function datesOf(
  calendar: CityCalendar,
  { receivedOn, receivedAt, immediateDisclosure }: PublicRequest,
): Clocks {
  return clocksIn(calendar, { receivedOn, receivedAt, immediateDisclosure, determinedOn: null })
}
