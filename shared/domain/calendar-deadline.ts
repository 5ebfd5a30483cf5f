// Works out the clocks of a request from its rules and the calendar, with every step told.
import { type Calendar, type DayOff, dayOff } from './calendar.ts'
import {
  type Clock,
  type ClockHead,
  type ClockRequest,
  type ClockRule,
  type ClockStep,
  clockRuleInForce,
  type Duty,
} from './calendar-clock.ts'
import { addBusinessDays, type Counted, rollForward } from './calendar-count.ts'
import { addDays, readableDay } from './calendar-day.ts'
import type { LocalDate } from './time.ts'

/** The same start in both readings: the careful one and the statute's own. */
interface Pair {
  conservative: Counted
  statutory: Counted
}

/**
 * All clocks of a request, the earliest careful date first, refusals last. The rules in force on the day of receipt apply;
 * a duty for which there is none has no clock. The CPRA extension does not move the immediate disclosure clocks (law.md §2.1).
 */
export function requestClocks(request: ClockRequest, calendar: Calendar, rules: readonly ClockRule[]): Clock[] {
  const { receivedOn, determinedOn } = request
  const receipt = both(receivedOn)
  const clocks: Clock[] = []
  const run = (duty: Duty, start: Pair): { raw: Pair; due: Pair } | undefined => {
    const rule = clockRuleInForce(rules, duty, receivedOn)
    if (!rule) return undefined
    const raw = countFrom(rule, start, calendar)
    const due = rolled(rule, raw, calendar)
    clocks.push(clockOf(rule, receivedOn, start, raw, due, calendar))
    return { raw, due }
  }
  const determination = run('cpra-determination', receipt)
  // The statute is silent on where the 14 days begin; counted on from day 10 before it is moved, they never end too late.
  if (determination) run('cpra-extension', determination.raw)
  if (request.immediateDisclosure) {
    run('idr-response', receipt)
    const written = run('idr-determination', receipt)
    if (written) run('idr-production', productionStart(written, determinedOn))
  }
  return clocks.sort(byCarefulDate)
}

/** The day on which a request counts as received where the City takes the next business day (City practice, law.md §2.9). */
export function deemedReceipt(receivedOn: LocalDate, calendar: Calendar): Counted {
  return rollForward(receivedOn, calendar, 'business')
}

function both(date: LocalDate): Pair {
  const counted: Counted = { ok: true, date, skipped: [] }
  return { conservative: counted, statutory: counted }
}

// A late determination does not lengthen the outer limit; an early one shortens it.
function productionStart({ raw, due }: { raw: Pair; due: Pair }, determinedOn: LocalDate | null): Pair {
  if (determinedOn === null) return { conservative: raw.conservative, statutory: due.statutory }
  const limit = raw.conservative
  return {
    conservative: limit.ok && limit.date < determinedOn ? limit : both(determinedOn).conservative,
    statutory: both(determinedOn).statutory,
  }
}

function countFrom(rule: ClockRule, start: Pair, calendar: Calendar): Pair {
  const count = (from: Counted, reading: 'business' | 'business-conservative'): Counted => {
    if (!from.ok) return from
    if (rule.unit === 'business-days') return addBusinessDays(from.date, rule.amount, calendar, reading)
    return { ok: true, date: addDays(from.date, rule.amount), skipped: [] }
  }
  return {
    conservative: count(start.conservative, 'business-conservative'),
    statutory: count(start.statutory, 'business'),
  }
}

// A counted business day is a day on which the City works: it is not moved again.
function rolled(rule: ClockRule, raw: Pair, calendar: Calendar): Pair {
  if (rule.unit === 'business-days') return raw
  const roll = (from: Counted, reading: 'statutory' | 'conservative') =>
    from.ok ? rollForward(from.date, calendar, reading) : from
  return {
    conservative: rule.absolute ? raw.conservative : roll(raw.conservative, 'conservative'),
    statutory: roll(raw.statutory, 'statutory'),
  }
}

function clockOf(rule: ClockRule, receivedOn: LocalDate, start: Pair, raw: Pair, due: Pair, calendar: Calendar): Clock {
  const from = start.conservative.ok ? start.conservative.date : receivedOn
  const head = { duty: rule.duty, rule: rule.id, citation: rule.citation, confirmed: rule.confirmed, from }
  const { conservative, statutory } = due
  if (!raw.conservative.ok) return refusal(head, raw.conservative)
  if (!conservative.ok) return refusal(head, conservative)
  if (!statutory.ok) return refusal(head, statutory)
  const days = { from, raw: raw.conservative.date, conservative: conservative.date, statutory: statutory.date }
  const steps = stepsOf(rule, receivedOn, days, statutory.skipped, calendar)
  return { ok: true, ...head, ...days, skipped: statutory.skipped, steps }
}

function refusal(head: ClockHead, { missing }: Extract<Counted, { ok: false }>): Clock {
  const lists = missing.map(({ set, year }) => `${year} (${set === 'city' ? 'City' : 'judicial'})`).join(' and ')
  const sentence = `No date can be given: the holidays of ${lists} are not loaded. Load them, then the date works itself out.`
  return { ok: false, refusal: 'calendar-year-not-loaded', ...head, missing, sentence }
}

function stepsOf(
  rule: ClockRule,
  receivedOn: LocalDate,
  days: { from: LocalDate; raw: LocalDate; conservative: LocalDate; statutory: LocalDate },
  skipped: readonly DayOff[],
  calendar: Calendar,
): ClockStep[] {
  const { from, raw, conservative, statutory } = days
  const length = `${rule.amount} ${rule.unit === 'business-days' ? 'business' : 'calendar'} days`
  const steps: ClockStep[] = [
    {
      citation: rule.citation,
      date: raw,
      sentence: `${length} after ${readableDay(from)}: ${readableDay(raw)}. ${rule.text}`,
    },
    ...deemedSteps(receivedOn, calendar),
    ...skipped.map(({ date, why, citation }) => ({
      citation,
      date,
      sentence: `${readableDay(date)} does not count: ${why}.`,
    })),
    {
      citation: 'CCP 12, 12a, 12b',
      date: statutory,
      sentence: `The last day by statute is ${readableDay(statutory)}.`,
    },
  ]
  if (conservative !== statutory) {
    const sentence = `Work to ${readableDay(conservative)}: that this day may be passed over can be disputed.`
    steps.push({ citation: rule.citation, date: conservative, sentence })
  }
  return steps
}

function deemedSteps(receivedOn: LocalDate, calendar: Calendar): ClockStep[] {
  const off = dayOff(calendar, receivedOn, 'business')
  const deemed = deemedReceipt(receivedOn, calendar)
  if (!off || !deemed.ok) return []
  const sentence = `Received on a day off (${off.why}). City practice counts it as received on ${readableDay(deemed.date)}; the dates here count from the receipt itself, which is earlier.`
  return [{ citation: 'Gov. Code 7922.535(a) (“receipt”)', date: deemed.date, sentence }]
}

function byCarefulDate(one: Clock, other: Clock): number {
  if (!one.ok || !other.ok) return Number(other.ok) - Number(one.ok)
  return one.conservative < other.conservative ? -1 : Number(one.conservative > other.conservative)
}
