// The dates of a request as it stands in the vault: counted from its receipt and its letters, met by what was sent.
import type { ClockDate } from '../../../shared/contract/request.ts'
import type { ClockRequest } from '../../../shared/domain/calendar/clock.ts'
import { readableDay } from '../../../shared/domain/calendar/day.ts'
import {
  clockState,
  isDetermination,
  promisedDay,
  type SentLetter,
  timelyExtension,
} from '../../../shared/domain/request/clock-state.ts'
import type { PublicRequest } from '../../../shared/domain/request/request.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { eventsOf } from '../vault/repository/request/request-life.ts'
import type { CityCalendar } from './city-calendar.ts'
import { clocksIn } from './clocks.ts'
import { sentFor } from './sent-letters.ts'

/** The dates with how each stands. */
export interface Dates {
  readonly dates: ClockDate[]
  readonly remarks: string[]
}

/** The dates of a request by a calendar of the City, the earliest first. */
export function datesOf(db: Driver, calendar: CityCalendar, request: PublicRequest): Dates {
  const sent = sentFor(db, request.id)
  const facts = factsOf(db, request, sent)
  const lastDay = lastDayOf(clocksIn(calendar, facts).dates)
  const notice = timelyExtension(sent, lastDay)
  const { dates, remarks } = clocksIn(calendar, { ...facts, extendedTo: notice?.draft.day ?? null })
  const extended = notice !== undefined
  return {
    dates: dates.map((date) => ({ ...date, ...clockState(date.duty, date.statutory, sent, extended) })),
    remarks: [...remarks, ...lateNotice(sent, extended, lastDay)],
  }
}

/** Whether a date still has to be met. */
export function isRunning({ state }: Pick<ClockDate, 'state'>): boolean {
  return state === 'running'
}

function factsOf(db: Driver, request: PublicRequest, sent: readonly SentLetter[]): ClockRequest {
  const { id, receivedOn, receivedAt, immediateDisclosure } = request
  const mediation = eventsOf(db, id).findLast(({ kind }) => kind === 'mediation')
  const determinations = sent.filter(isDetermination)
  const determinedOn = determinations.map(({ on }) => on).toSorted()[0] ?? null
  return {
    ...{ receivedOn, receivedAt, immediateDisclosure, determinedOn },
    ...{ availableOn: promisedDay(sent), mediationOn: mediation?.on ?? null },
  }
}

function lastDayOf(dates: readonly Pick<ClockDate, 'duty' | 'statutory'>[]): LocalDate | null {
  return dates.find(({ duty }) => duty === 'cpra-determination')?.statutory ?? null
}

function lateNotice(sent: readonly SentLetter[], extended: boolean, lastDay: LocalDate | null): string[] {
  const notice = sent.find(({ kind }) => kind === 'extension')
  if (notice === undefined || extended || lastDay === null) return []
  return [
    `The notice of extension went out on ${readableDay(notice.on)}, after ${readableDay(lastDay)}: it extends nothing.`,
  ]
}
