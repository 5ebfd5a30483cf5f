// Works out the clocks of a request from its rules and the calendar, with every step told.

import type { LocalDate } from '../time.ts'
import type { Calendar } from './calendar.ts'
import {
  type Clock,
  type ClockRequest,
  type ClockRule,
  clockRuleInForce,
  type Duty,
  type OfficeHours,
} from './clock.ts'
import { addBusinessDays, type Counted, rollForward } from './count.ts'
import { addDays } from './day.ts'
import { type Deemed, deemedReceipt } from './receipt.ts'
import { refusal, stepsOf } from './steps.ts'

/** The same start in both readings: the careful one and the statute's own. */
interface Pair {
  conservative: Counted
  statutory: Counted
}

/**
 * All clocks of a request, the earliest careful date first, refusals last. The rules in force on the day of receipt apply;
 * a duty for which there is none has no clock. The CPRA extension does not move the immediate disclosure clocks (law.md §2.1).
 * @param hours the office's, where they are known: what comes after them counts, by City practice, as the next business day's
 */
export function requestClocks(
  request: ClockRequest,
  calendar: Calendar,
  rules: readonly ClockRule[],
  hours?: Pick<OfficeHours, 'closes'>,
): Clock[] {
  const deemed = deemedReceipt(request, calendar, hours)
  // What a letter or a demand sets off does not depend on the receipt.
  const alone = { ...request, extendedTo: null, availableOn: null, mediationOn: null }
  const practice =
    deemed?.to === undefined ? [] : clocksFrom({ ...alone, receivedOn: deemed.to }, calendar, rules, null)
  const taken = new Map(practice.flatMap((clock) => (clock.ok ? [[clock.duty, clock.statutory] as const] : [])))
  return clocksFrom(request, calendar, rules, deemed).map((clock) => {
    const date = taken.get(clock.duty)
    if (!clock.ok || date === undefined || deemed?.to === undefined) return clock
    return { ...clock, practice: { receivedOn: deemed.to, date } }
  })
}

function clocksFrom(
  request: ClockRequest,
  calendar: Calendar,
  rules: readonly ClockRule[],
  deemed: Deemed | null,
): Clock[] {
  const { receivedOn, determinedOn } = request
  const receipt = both(receivedOn)
  const clocks: Clock[] = []
  const run = (duty: Duty, start: Pair, told: Deemed | null = null): { raw: Pair; due: Pair } | undefined => {
    const rule = clockRuleInForce(rules, duty, receivedOn)
    if (!rule) return undefined
    const raw = countFrom(rule, start, calendar)
    const due = rolled(rule, raw, calendar)
    clocks.push(clockOf(rule, receivedOn, told, start, raw, due))
    return { raw, due }
  }
  const written = (duty: Duty, day: LocalDate | null | undefined) => day != null && run(duty, both(day))
  const determination = run('cpra-determination', receipt, deemed)
  // The statute is silent on where the 14 days begin; counted on from day 10 before it is moved, they never end too late.
  if (determination) run('cpra-extension', determination.raw, deemed)
  if (request.immediateDisclosure) {
    run('idr-response', receipt, deemed)
    const answer = run('idr-determination', receipt, deemed)
    if (answer) run('idr-production', productionStart(answer, determinedOn), deemed)
  }
  written('extended-answer', request.extendedTo)
  written('estimated-availability', request.availableOn)
  written('mediation', request.mediationOn)
  return clocks.sort(byCarefulDate)
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

// A counted business day is a day on which the City works: it is not moved again. Nor is a day that the City named itself.
function rolled(rule: ClockRule, raw: Pair, calendar: Calendar): Pair {
  if (rule.unit === 'business-days' || rule.amount === 0) return raw
  const roll = (from: Counted, reading: 'statutory' | 'conservative') =>
    from.ok ? rollForward(from.date, calendar, reading) : from
  return {
    conservative: rule.absolute ? raw.conservative : roll(raw.conservative, 'conservative'),
    statutory: roll(raw.statutory, 'statutory'),
  }
}

function clockOf(
  rule: ClockRule,
  receivedOn: LocalDate,
  deemed: Deemed | null,
  start: Pair,
  raw: Pair,
  due: Pair,
): Clock {
  const from = start.conservative.ok ? start.conservative.date : receivedOn
  const head = { duty: rule.duty, rule: rule.id, citation: rule.citation, confirmed: rule.confirmed, from }
  const { conservative, statutory } = due
  if (!raw.conservative.ok) return refusal(head, raw.conservative)
  if (!conservative.ok) return refusal(head, conservative)
  if (!statutory.ok) return refusal(head, statutory)
  const days = { from, raw: raw.conservative.date, conservative: conservative.date, statutory: statutory.date }
  const steps = stepsOf(rule, deemed, days, statutory.skipped)
  return { ok: true, ...head, ...days, skipped: statutory.skipped, steps, practice: null }
}

function byCarefulDate(one: Clock, other: Clock): number {
  if (!one.ok || !other.ok) return Number(other.ok) - Number(one.ok)
  return one.conservative < other.conservative ? -1 : Number(one.conservative > other.conservative)
}
