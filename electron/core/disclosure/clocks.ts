// The clocks of a request in this City: which rules and holidays apply, and every date with its reasons.
import type { ClockDate } from '../../../shared/contract/request.ts'
import { buildCalendar, type Closure, type HolidayList } from '../../../shared/domain/calendar/calendar.ts'
import type { Clock, ClockRequest } from '../../../shared/domain/calendar/clock.ts'
import { readableDay } from '../../../shared/domain/calendar/day.ts'
import { requestClocks } from '../../../shared/domain/calendar/deadline.ts'
import { isInForce } from '../../../shared/domain/law/statute.ts'
import { type Law, lawOf } from './law-book.ts'

/** A date before it is asked whether something that was sent meets it. */
export type UnansweredDate = Omit<ClockDate, 'state' | 'metOn'>

/** The dates of a request, the earliest first, and what should be known about how they were reckoned. */
export interface Clocks {
  readonly dates: UnansweredDate[]
  readonly remarks: string[]
}

/**
 * Works out the clocks of a request. In a year for which the court's holidays are loaded and the City's are not, none of the City's
 * closures but those entered singly is taken into account: a date can then be too early, never too late.
 * @param calendar the City by its name in the vault, its lists (a later one replaces an earlier one), its closure days, the rules that
 *   its attorney confirmed, and its law where it is not what Muniment brings
 */
export function clocksIn(
  calendar: {
    readonly city: string
    readonly lists: readonly HolidayList[]
    readonly closures: readonly Closure[]
    readonly confirmed?: ReadonlySet<string>
    readonly law?: Law
  },
  request: ClockRequest,
): Clocks {
  const { city, lists, closures, confirmed } = calendar
  const judicial = lists.filter(({ set }) => set === 'judicial')
  const own = new Set(lists.filter(({ set }) => set === 'city').map(({ year }) => year))
  const bare = judicial.filter(({ year }) => !own.has(year)).map(withoutDays)
  const { clocks: brought, hours, hasOrdinance } = calendar.law ?? lawOf(city)
  // What the attorney confirmed is confirmed; a bill kept ready is law from then on.
  const rules = brought.map((rule) => (confirmed?.has(rule.id) ? { ...rule, confirmed: true, enabled: true } : rule))
  const open = hours.find((one) => isInForce(one, request.receivedOn))
  const clocks = requestClocks(request, buildCalendar([...lists, ...bare], closures), rules, open)
  const remarks = bare.map(
    ({ year }) =>
      `The holidays of ${city} in ${year} are not loaded: of its closures only those entered singly were counted, so that dates in that year can be too early, never too late.`,
  )
  if (request.immediateDisclosure && !hasOrdinance) {
    remarks.push(`No ordinance of ${city} on immediate disclosure requests is loaded: only the clocks of the CPRA run.`)
  }
  return { dates: clocks.map(toDate), remarks: [...new Set(remarks)] }
}

function withoutDays(list: HolidayList): HolidayList {
  return { ...list, id: `no-closures-${list.year}`, set: 'city', days: [], source: 'none', confirmed: false }
}

function toDate(clock: Clock): UnansweredDate {
  const { duty, rule, citation, confirmed } = clock
  const head = { duty, rule, citation, confirmed }
  if (!clock.ok) {
    return { ...head, due: null, statutory: null, sentence: clock.sentence, skipped: [], steps: [], practice: null }
  }
  const { conservative: due, statutory } = clock
  const sentence =
    due === statutory
      ? `Due ${readableDay(due)}.`
      : `Work to ${readableDay(due)}; the last day by statute is ${readableDay(statutory)}.`
  return {
    ...head,
    due,
    statutory,
    practice: clock.practice,
    sentence,
    skipped: clock.skipped.map(({ date, why, citation: law }) => ({ day: date, why, citation: law })),
    steps: clock.steps.map(({ date, citation: law, sentence: words }) => ({
      day: date,
      citation: law,
      sentence: words,
    })),
  }
}
