// The dates of a request as it stands in the vault.
import type { ClockRequest } from '../../../shared/domain/calendar-clock.ts'
import type { PublicRequest } from '../../../shared/domain/request.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { eventsOf } from '../vault/repository/request-life.ts'
import type { CityCalendar } from './city-calendar.ts'
import { type Clocks, clocksIn } from './clocks.ts'

/** The dates of a request by a calendar of the City. */
export function datesOf(db: Driver, calendar: CityCalendar, request: PublicRequest): Clocks {
  return clocksIn(calendar, factsOf(db, request))
}

function factsOf(db: Driver, { id, receivedOn, receivedAt, immediateDisclosure }: PublicRequest): ClockRequest {
  const mediation = eventsOf(db, id).findLast(({ kind }) => kind === 'mediation')
  return { receivedOn, receivedAt, immediateDisclosure, determinedOn: null, mediationOn: mediation?.on ?? null }
}
