// A date in words: the count, each day skipped and why, the last day by statute and the day to work to.

import type { LocalDate } from '../time.ts'
import type { DayOff } from './calendar.ts'
import type { Clock, ClockHead, ClockRule, ClockStep } from './clock.ts'
import type { Counted } from './count.ts'
import { readableDay } from './day.ts'
import type { Deemed } from './receipt.ts'

/** A clock without a date, and which lists it lacks. */
export function refusal(head: ClockHead, { missing }: Extract<Counted, { ok: false }>): Clock {
  const lists = missing.map(({ set, year }) => `${year} (${set === 'city' ? 'City' : 'judicial'})`).join(' and ')
  const sentence = `No date can be given: the holidays of ${lists} are not loaded. Load them, then the date works itself out.`
  return { ok: false, refusal: 'calendar-year-not-loaded', ...head, missing, sentence }
}

/** How a date came about: the count, how the receipt is read, each day skipped, the last day, and the careful one where it is earlier. */
export function stepsOf(
  rule: ClockRule,
  deemed: Deemed | null,
  days: { from: LocalDate; raw: LocalDate; conservative: LocalDate; statutory: LocalDate },
  skipped: readonly DayOff[],
): ClockStep[] {
  const { from, raw, conservative, statutory } = days
  const steps: ClockStep[] = [
    {
      citation: rule.citation,
      date: raw,
      sentence: `${countedWords(rule, from, raw)} ${rule.text}`,
    },
    ...deemedSteps(deemed),
    ...skipped.map(({ date, why, citation }) => ({
      citation,
      date,
      sentence: `${readableDay(date)} does not count: ${why}.`,
    })),
    ...(rule.amount === 0 ? [] : [lastDay(statutory)]),
  ]
  if (conservative !== statutory) {
    const sentence = `Work to ${readableDay(conservative)}: that this day may be passed over can be disputed.`
    steps.push({ citation: rule.citation, date: conservative, sentence })
  }
  return steps
}

function lastDay(date: LocalDate): ClockStep {
  return { citation: 'CCP 12, 12a, 12b', date, sentence: `The last day by statute is ${readableDay(date)}.` }
}

function countedWords({ amount, unit }: ClockRule, from: LocalDate, raw: LocalDate): string {
  if (amount === 0) return `The City’s own letter names ${readableDay(raw)}.`
  const length = `${amount} ${unit === 'business-days' ? 'business' : 'calendar'} days`
  return `${length} after ${readableDay(from)}, which is not counted: ${readableDay(raw)}.`
}

function deemedSteps(deemed: Deemed | null): ClockStep[] {
  if (deemed?.to === undefined) return []
  const sentence = `Received ${deemed.why}. City practice counts it as received on ${readableDay(deemed.to)}; the dates here count from the receipt itself, which is earlier.`
  return [{ citation: 'Gov. Code 7922.535(a) (“receipt”)', date: deemed.to, sentence }]
}
