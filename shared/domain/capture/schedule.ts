// How often accounts are captured, when one is due, and the gaps: periods in which none was made, or none that met its end.
import { z } from 'zod'
import { AccountId, CaptureId, CaptureScheduleId, PersonId } from '../id.ts'
import { Instant, LocalDate, localDate } from '../time.ts'
import { type Capture, CaptureScope, CaptureWayName, isOfOneScope } from './capture.ts'
import { termsFor } from './terms.ts'

export const CaptureEvery = z.enum(['daily', 'weekly'])
export type CaptureEvery = z.infer<typeof CaptureEvery>

export const CaptureSchedule = z.strictObject({
  id: CaptureScheduleId,
  account: AccountId,
  way: CaptureWayName,
  scope: CaptureScope,
  attorney: z.string().nullable(),
  /** The version of the platform's terms that was read for it; null for ways that need none. */
  terms: z.string().nullable(),
  every: CaptureEvery,
  setAt: Instant,
  setBy: PersonId.nullable(),
  endedAt: Instant.nullable(),
})
export type CaptureSchedule = z.infer<typeof CaptureSchedule>

/** Days, both included, of which nothing was captured; where it was tried, how that ended. */
const CaptureGap = z.strictObject({
  from: LocalDate,
  to: LocalDate,
  periods: z.int().positive(),
  /** The newest attempt in it; null where none was made. */
  tried: CaptureId.nullable(),
  sentence: z.string(),
})
type CaptureGap = z.infer<typeof CaptureGap>

/** Where a schedule stands. */
export const ScheduleState = z.strictObject({
  schedule: CaptureSchedule,
  /** The newest capture of its scope, however it ended. */
  last: CaptureId.nullable(),
  /** When the newest that met its end began. */
  kept: Instant.nullable(),
  /** Whether one is to be made now: none was begun in the period that runs, or those that were brought no end, for want of answers, on a day before. */
  due: z.boolean(),
  /** Whether the period before this one, or more, went by without one that met its end. */
  overdue: z.boolean(),
  /** Whether the newest one needs a log-in anew, or was made without that of earlier ones. */
  lapsed: z.boolean(),
  /** Whether the platform's terms read otherwise than when it was set: nothing is captured until they were read. */
  termsChanged: z.boolean(),
  /** The day of the next attempt: the first of the next period, or tomorrow where the last one brought no end. */
  next: LocalDate,
  /** The newest first; the period that runs is none yet. */
  gaps: z.array(CaptureGap),
})
export type ScheduleState = z.infer<typeof ScheduleState>

/** The captures that a schedule asks for: those of its account, way and scope. */
export function capturesOf<Kind extends Pick<Capture, 'account' | 'way' | 'scope'>>(
  schedule: CaptureSchedule,
  captures: readonly Kind[],
): Kind[] {
  return captures.filter((one) => isOfOneScope(one, schedule))
}

const DAY = 86_400_000

type Made = Pick<Capture, 'id' | 'startedAt' | 'outcome' | 'sentence' | 'login'>

/** Of a capture that met its end, and yet is none of what the schedule brought before. */
const AS_A_STRANGER = 'It was made without the log-in that earlier ones had, and holds what anybody is shown.'

/**
 * Where a schedule stands at a moment.
 * @param captures those of its account, way and scope, in any order; attempts that run or broke off have no outcome
 * @param now ms since 1970 UTC @param zone the City's: periods are its days, or seven of them from the day on which the schedule was set
 */
export function stateOfSchedule(
  schedule: CaptureSchedule,
  captures: readonly Made[],
  now: Instant,
  zone: string,
): ScheduleState {
  const length = schedule.every === 'daily' ? 1 : 7
  const first = dayNumber(localDate(schedule.setAt, zone))
  const end = dayNumber(localDate(schedule.endedAt ?? now, zone))
  const current = Math.max(0, Math.floor((end - first) / length))
  const sorted = [...captures].sort((one, other) => one.startedAt - other.startedAt)
  const byPeriod = Map.groupBy(sorted, ({ startedAt }) =>
    Math.floor((dayNumber(localDate(startedAt, zone)) - first) / length),
  )
  const isDone = ({ outcome }: Made) => outcome === 'complete' || outcome === 'unchanged'
  const known = sorted.find((one) => one.startedAt >= schedule.setAt && isDone(one) && hasLogin(one) === true)
  const isStranger = (one: Made) =>
    isDone(one) && known !== undefined && one.startedAt > known.startedAt && hasLogin(one) === false
  const isKept = (one: Made) => isDone(one) && !isStranger(one)
  const saying = (one: Made | undefined) => (one !== undefined && isStranger(one) ? AS_A_STRANGER : one?.sentence)
  const gaps: CaptureGap[] = []
  let open: CaptureGap | null = null
  for (let period = 0; period < current; period++) {
    const made = byPeriod.get(period) ?? []
    if (made.some(isKept)) {
      open = null
      continue
    }
    const tried = made.at(-1)
    const days = { from: dayOf(first + period * length), to: dayOf(first + (period + 1) * length - 1) }
    if (open === null) {
      open = { ...days, periods: 1, tried: tried?.id ?? null, sentence: saying(tried) ?? '' }
      gaps.unshift(open)
      continue
    }
    open = {
      from: open.from,
      to: days.to,
      periods: open.periods + 1,
      tried: tried?.id ?? open.tried,
      sentence: saying(tried) ?? open.sentence,
    }
    gaps[0] = open
  }
  const last = sorted.at(-1)
  const running = schedule.endedAt === null
  const ofNow = byPeriod.get(current) ?? []
  const tried = ofNow.at(-1)
  // Another day may bring what a server or a network did not; a log-in, an address or terms want a person first.
  const again =
    tried !== undefined && !ofNow.some(isKept) && (tried.outcome === 'incomplete' || tried.outcome === 'nothing')
  const onADayBefore = tried !== undefined && dayNumber(localDate(tried.startedAt, zone)) < end
  return {
    schedule,
    last: last?.id ?? null,
    kept: sorted.findLast(isKept)?.startedAt ?? null,
    due: running && (tried === undefined || (again && onADayBefore)),
    overdue:
      running && gaps[0] !== undefined && dayNumber(gaps[0].to) === first + current * length - 1 && !ofNow.some(isKept),
    lapsed: running && last !== undefined && (last.outcome === 'lapsed' || isStranger(last)),
    termsChanged: running && schedule.way === 'page' && schedule.terms !== termsFor(schedule.scope.address).version,
    next: dayOf(again ? Math.max(end, first) + 1 : first + (current + 1) * length),
    gaps,
  }
}

/** Null where nobody wrote it down, and of ways that know none. */
function hasLogin({ login }: Made): boolean | null {
  return login === null ? null : login.parts.length > 0
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY
}

function dayOf(number: number): LocalDate {
  return LocalDate.parse(new Date(number * DAY).toISOString().slice(0, 10))
}
