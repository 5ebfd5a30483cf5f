// The clocks of a request in this City: which rules and holidays apply, and every date with its reasons.
import type { ClockDate } from '../../../shared/contract/request.ts'
import { buildCalendar, type HolidayList } from '../../../shared/domain/calendar.ts'
import type { Clock, ClockRequest } from '../../../shared/domain/calendar-clock.ts'
import { readableDay } from '../../../shared/domain/calendar-day.ts'
import { requestClocks } from '../../../shared/domain/calendar-deadline.ts'
import { californiaClocks } from '../../../shared/law/clocks-california.ts'
import { oaklandClocks } from '../../../shared/law/clocks-oakland.ts'
import { judicial2026, oakland2026 } from '../../../shared/law/holidays-2026.ts'

const judicial: readonly HolidayList[] = [judicial2026]
const cities: readonly HolidayList[] = [oakland2026]
const ordinances = new Map([['City of Oakland', oaklandClocks]])

/** The dates of a request, the earliest first, and what should be known about how they were reckoned. */
export interface Clocks {
  readonly dates: ClockDate[]
  readonly remarks: string[]
}

/**
 * Works out the clocks of a request. For a city whose holidays nobody has loaded no closure is taken into account: a date can
 * then be too early, never too late.
 * @param city as the vault names it
 */
export function clocksIn(city: string, request: ClockRequest): Clocks {
  const own = cities.filter((list) => list.jurisdiction === city)
  const ordinance = ordinances.get(city)
  const calendar = buildCalendar([...judicial, ...(own.length > 0 ? own : judicial.map(withoutDays))], [])
  const clocks = requestClocks(request, calendar, [...californiaClocks, ...(ordinance ?? [])])
  const remarks: string[] = []
  if (own.length === 0) {
    remarks.push(
      `The holidays of ${city} are not loaded: none of its closures was counted, so that these dates can be too early, never too late.`,
    )
  }
  if (request.immediateDisclosure && ordinance === undefined) {
    remarks.push(`No ordinance of ${city} on immediate disclosure requests is loaded: only the clocks of the CPRA run.`)
  }
  return { dates: clocks.map(toDate), remarks }
}

function withoutDays(list: HolidayList): HolidayList {
  return { ...list, id: `no-closures-${list.year}`, set: 'city', days: [], source: 'none', confirmed: false }
}

function toDate(clock: Clock): ClockDate {
  const { duty, rule, citation, confirmed } = clock
  const head = { duty, rule, citation, confirmed }
  if (!clock.ok) return { ...head, due: null, statutory: null, sentence: clock.sentence, skipped: [], steps: [] }
  const { conservative: due, statutory } = clock
  const sentence =
    due === statutory
      ? `Due ${readableDay(due)}.`
      : `Work to ${readableDay(due)}; the last day by statute is ${readableDay(statutory)}.`
  return {
    ...head,
    due,
    statutory,
    sentence,
    skipped: clock.skipped.map(({ date, why, citation: law }) => ({ day: date, why, citation: law })),
    steps: clock.steps.map(({ date, citation: law, sentence: words }) => ({
      day: date,
      citation: law,
      sentence: words,
    })),
  }
}
