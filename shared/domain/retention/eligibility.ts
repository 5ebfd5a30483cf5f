// Eligibility: whether a record may be destroyed as of a day, since when, and why (Gov. Code 34090; law.md §3).
import { addPeriod, later, readableDay } from '../calendar/day.ts'
import type { Statute } from '../law/statute.ts'
import type { LocalDate } from '../time.ts'
import { type AgeDay, ageDay, ageOf } from './age.ts'
import { type DatedOutcome, judgeSeries, type SeriesOutcome } from './series.ts'
import type {
  Eligibility,
  IneligibleReason,
  Judged,
  RetentionContext,
  RetentionSubject,
  TraceStep,
  Verdict,
} from './subject.ts'

// Where several series apply the longest wins: for ever before no fixed end, before what cannot be computed, before a day.
const stopsInOrder = [
  'permanent',
  'indefinite',
  'series-unknown',
  'code-unmapped',
  'protection-unanswered',
  'awaiting-trigger',
  'date-unknown',
] as const

/**
 * Judges one record. A hold always wins and is said first; the rest is still worked out. Without a hold, in this order: the kinds
 * that Gov. Code 34090 protects; no series; a schedule not yet in force; the longest of its series; an unknown age; the later of the
 * schedule's day and two years (34090(d)); what the series wants done on that day.
 */
export function eligibility(subject: RetentionSubject, context: RetentionContext): Eligibility {
  const trace: TraceStep[] = []
  const { destruction } = context.law
  for (const hold of subject.holds) {
    const sentence = `On hold: ${hold.label} (${hold.basis}). Nothing under a hold is destroyed.`
    trace.push({ rule: 'hold', citation: destruction.citation, from: null, to: null, sentence })
  }
  if (subject.deletedOnPlatform) {
    const sentence = 'Removed from the platform. The City’s copy is the record and is kept as if it were still there.'
    trace.push({ rule: 'platform-deletion', citation: destruction.citation, from: null, to: null, sentence })
  }
  const age = ageOf(subject.dates, context)
  trace.push(age.step)
  const verdict = judge(age, subject, context, trace)
  trace.push(outcomeStep(verdict, subject.holds.length > 0, context))
  return { ...underHolds(verdict, subject), trace }
}

/** Verdicts that are remembered at most. */
const KEPT = 50_000

/**
 * Judges many records as `eligibility` does, without the reasoning. What is of one day, in the same series with the same days of their events, comes
 * to the same: it is reckoned once.
 */
export function judging(context: RetentionContext): (subject: RetentionSubject) => Judged {
  const verdicts = new Map<string, Verdict>()
  return (subject) => {
    const age = ageDay(subject.dates, context)
    if (!age.known) return underHolds(judge(age, subject, context, []), subject)
    const key = keyOf(age.day, subject)
    let verdict = verdicts.get(key)
    if (verdict === undefined) {
      if (verdicts.size >= KEPT) verdicts.clear()
      verdict = judge(age, subject, context, [])
      verdicts.set(key, verdict)
    }
    return underHolds(verdict, subject)
  }
}

/** What a verdict depends on where the age is known. */
function keyOf(day: LocalDate, { series, exclusions }: RetentionSubject): string {
  const [only] = series
  if (series.length === 1 && exclusions.length === 0 && only !== undefined)
    return `${day} ${only.eventOn ?? ''} ${only.code}`
  return JSON.stringify([day, series, exclusions])
}

function underHolds(verdict: Verdict, { holds }: RetentionSubject): Judged {
  if (holds.length === 0) return verdict
  return { eligible: false, reason: 'on-hold', holds, otherwise: verdict, on: verdict.on }
}

function judge(age: AgeDay, subject: RetentionSubject, context: RetentionContext, trace: TraceStep[]): Verdict {
  const { asOf, schedule } = context
  const outcomes = subject.series.map((applied) => judgeSeries(applied, age.known ? age.day : null, schedule, trace))
  const excluded = exclusionOf(subject, context)
  if (excluded) {
    trace.push({ rule: 'exclusion', citation: excluded.citation, from: null, to: null, sentence: excluded.text })
    return refuse('excluded-34090', excluded.text)
  }
  if (outcomes.length === 0) return refuse('untagged', 'No series of the schedule is assigned to it')
  if (schedule.schedule.effectiveFrom > asOf || schedule.schedule.adoptedOn > asOf) {
    return refuse('schedule-not-in-force', `${schedule.schedule.name} is not in force on ${readableDay(asOf)}`)
  }
  for (const kind of stopsInOrder) {
    const stop = outcomes.find((outcome) => outcome.kind === kind)
    if (stop && stop.kind !== 'dated') return refuse(stop.kind, stop.detail)
  }
  if (!age.known) return refuse('date-unknown', age.detail)
  return judgeDays(outcomes.filter(isDated), age.day, context, trace)
}

function judgeDays(
  outcomes: readonly DatedOutcome[],
  age: LocalDate,
  { asOf, law }: RetentionContext,
  trace: TraceStep[],
): Verdict {
  const longest = outcomes.reduce((one, other) => (lasts(other, one) ? other : one))
  if (outcomes.length > 1) {
    const sentence = `Of ${outcomes.length} series the longest decides: ${longest.code}, ${readableDay(longest.on)}.`
    trace.push({ rule: 'longest', citation: law.destruction.citation, from: null, to: longest.on, sentence })
  }
  const floor = addPeriod(age, law.floor.period)
  const on = later(longest.on, floor)
  const sentence =
    floor > longest.on
      ? `A city record less than two years old may not be destroyed: two years end on ${readableDay(floor)}, later than the schedule.`
      : `It is two years old on ${readableDay(floor)}; the schedule’s day, ${readableDay(longest.on)}, is not earlier.`
  trace.push({ rule: 'floor', citation: law.floor.citation, from: age, to: floor, sentence })
  if (asOf < on) {
    return floor > longest.on
      ? refuse('under-two-years', `Under two years old until ${readableDay(on)}`, on)
      : refuse('not-yet', `To be kept until ${readableDay(on)}`, on)
  }
  const archived = outcomes.find(({ disposition }) => disposition === 'archive')
  if (archived)
    return refuse('transfer-to-archives', `Series ${archived.code} goes to the archives, not to destruction`, on)
  const reviewed = outcomes.find(({ disposition }) => disposition === 'review')
  if (reviewed) return refuse('review-required', `Series ${reviewed.code} is reviewed before anything is destroyed`, on)
  const deciding = outcomes.flatMap((one) => (one.on === longest.on ? [one.code] : []))
  return { eligible: true, on, cutoff: longest.cutoff, series: longest.code, deciding: [...new Set(deciding)].sort() }
}

/** Whether a series decides rather than another: it ends later, or on the same day and its code comes first. So no order of reading decides. */
function lasts(one: DatedOutcome, other: DatedOutcome): boolean {
  return one.on === other.on ? one.code < other.code : one.on > other.on
}

function exclusionOf(subject: RetentionSubject, { schedule, law }: RetentionContext): Statute | undefined {
  const ofSeries = subject.series.flatMap(({ code }) => {
    const found = schedule.terms.get(code)
    return found ? [found.series.exclusion, ...(found.protection ?? [])] : []
  })
  const exclusion = [...subject.exclusions, ...ofSeries].find((one) => one !== null)
  return exclusion && law.exclusions[exclusion]
}

function isDated(outcome: SeriesOutcome): outcome is DatedOutcome {
  return outcome.kind === 'dated'
}

function refuse(
  reason: Exclude<IneligibleReason, 'on-hold'>,
  detail: string,
  on: LocalDate | null = null,
): Extract<Verdict, { eligible: false }> {
  return { eligible: false, reason, on, detail }
}

function outcomeStep(verdict: Verdict, held: boolean, { asOf, law }: RetentionContext): TraceStep {
  const otherwise = verdict.eligible
    ? `it may be destroyed since ${readableDay(verdict.on)}, once it is approved`
    : `it may not be destroyed: ${verdict.detail}`
  const sentence = held
    ? `As of ${readableDay(asOf)} it may not be destroyed, because of the hold. Without it: ${otherwise}.`
    : `As of ${readableDay(asOf)} ${otherwise}.`
  return { rule: 'outcome', citation: law.destruction.citation, from: asOf, to: verdict.on, sentence }
}
