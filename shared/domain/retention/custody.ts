// Giving up custody: whether the City's own copy of a record may go because an archive has signed for another (Gov. Code 34090; law.md §3).
import { addPeriod, later, readableDay } from '../calendar/day.ts'
import type { Digest } from '../id.ts'
import type { CompiledSchedule, SeriesTerm } from '../schedule/schedule.ts'
import type { LocalDate } from '../time.ts'
import { ageOf } from './age.ts'
import { judgeSeries } from './series.ts'
import type { IneligibleReason, RetentionContext, RetentionSubject } from './subject.ts'

/** Why custody of a record may not be given up, beside the reasons that keep it from being destroyed. */
export const custodyReasons = ['not-lasting', 'not-transferred', 'no-receipt', 'changed-since-transfer'] as const

/** The reasons that are given: a permanent series is what custody is about, and none of them. */
export type CustodyReason =
  | Exclude<IneligibleReason, 'permanent' | 'transfer-to-archives'>
  | (typeof custodyReasons)[number]

/** A copy of a record that was made for an archive. `receipt`: digest of the signed paper; `same`: the record is still as the copy has it. */
export interface CustodyCopy {
  readonly transfer: number
  readonly receipt: Digest | null
  readonly same: boolean
}

/** A copy that the archive has signed for. */
export interface SignedCopy {
  readonly transfer: number
  readonly receipt: Digest
}

/**
 * The answer; `on`: the first day on which custody may be given up, null where none can be told. `deciding`: the lasting series, by their codes in
 * order; `series` is the first of them, by which a plan lists the record.
 */
export type CustodyVerdict =
  | {
      readonly eligible: true
      readonly on: LocalDate
      readonly series: string
      readonly deciding: readonly string[]
      readonly copy: SignedCopy
    }
  | {
      readonly eligible: false
      readonly reason: CustodyReason
      readonly on: LocalDate | null
      readonly detail: string
    }

/** Whether what is in a series is kept for good: permanently, as historical, or in the end by the archives. */
export function isLasting({ term, series }: SeriesTerm): boolean {
  return term.kind === 'permanent' || series.historical || (term.kind === 'period' && term.disposition === 'archive')
}

/** The codes of the lasting series for which nobody has answered, in the schedule's order: custody of nothing in them is given up. */
export function unansweredLasting({ terms }: CompiledSchedule): string[] {
  return [...terms.values()].flatMap((term) =>
    isLasting(term) && term.protection === null && term.series.exclusion === null ? [term.series.code] : [],
  )
}

/**
 * Judges one record. In this order: a hold; the kinds of 34090(a), (b), (c), (e), of any of its series; no series; a schedule not in force; each of
 * its series, all of which must be answered for and none of which may still run; one of them lasting; two years of age (34090(d)); then a copy that
 * is as the record is, signed for by an archive.
 * @param copies of this record, the newest first
 */
export function judgeCustody(
  subject: RetentionSubject,
  copies: readonly CustodyCopy[],
  context: RetentionContext,
): CustodyVerdict {
  const { asOf, law, schedule: compiled } = context
  const { schedule, terms } = compiled
  if (subject.holds.length > 0) return refuse('on-hold', subject.holds.map(({ label }) => label).join('; '))
  const known = subject.series.flatMap(({ code }) => terms.get(code) ?? [])
  const ofSeries = known.flatMap(({ series, protection }) => [series.exclusion, ...(protection ?? [])])
  const excluded = [...subject.exclusions, ...ofSeries].find((one) => one !== null)
  if (excluded) return refuse('excluded-34090', law.exclusions[excluded].text)
  if (subject.series.length === 0) return refuse('untagged', 'No series of the schedule is assigned to it')
  if (schedule.effectiveFrom > asOf || schedule.adoptedOn > asOf) {
    return refuse('schedule-not-in-force', `${schedule.name} is not in force on ${readableDay(asOf)}`)
  }
  const unanswered = known.find(({ series, protection }) => protection === null && series.exclusion === null)
  if (unanswered) {
    const { title, code } = unanswered.series
    return refuse('protection-unanswered', `Nobody has said what ${title} (${code}) can hold of Gov. Code 34090(a)–(e)`)
  }
  const age = ageOf(subject.dates, context)
  const outcomes = subject.series.map((applied) => judgeSeries(applied, age.known ? age.day : null, compiled, []))
  for (const outcome of outcomes) {
    if (outcome.kind !== 'dated' && outcome.kind !== 'permanent') return refuse(outcome.kind, outcome.detail)
  }
  const deciding = known.filter(isLasting).map(({ series }) => series.code)
  const [series, ...others] = [...new Set(deciding)].sort()
  if (series === undefined) {
    const codes = subject.series.map(({ code }) => code).join(', ')
    return refuse('not-lasting', `Series ${codes} is neither permanent nor historical, and does not go to the archives`)
  }
  if (!age.known) return refuse('date-unknown', age.detail)
  const floor = addPeriod(age.day, law.floor.period)
  const ends = outcomes.flatMap((outcome) => (outcome.kind === 'dated' ? [outcome.on] : []))
  const on = ends.reduce(later, floor)
  if (asOf < on) {
    return on === floor
      ? refuse('under-two-years', `Under two years old until ${readableDay(on)}`, on)
      : refuse('not-yet', `To be kept by the City until ${readableDay(on)}`, on)
  }
  const reviewed = outcomes.find((outcome) => outcome.kind === 'dated' && outcome.disposition === 'review')
  if (reviewed) return refuse('review-required', `Series ${reviewed.code} is reviewed first`, on)
  return signedFor(copies, [series, ...others], on)
}

function signedFor(
  copies: readonly CustodyCopy[],
  deciding: readonly [string, ...string[]],
  on: LocalDate,
): CustodyVerdict {
  const [series] = deciding
  for (const { transfer, receipt, same } of copies) {
    if (same && receipt !== null) return { eligible: true, on, series, deciding, copy: { transfer, receipt } }
  }
  if (copies.length === 0) return refuse('not-transferred', 'No copy of it was made for an archive', on)
  const numbers = copies.map(({ transfer }) => transfer).join(', ')
  return copies.some(({ receipt }) => receipt !== null)
    ? refuse('changed-since-transfer', `It is not as the copy has it that an archive signed for (copy ${numbers})`, on)
    : refuse('no-receipt', `No archive has signed for copy ${numbers}`, on)
}

function refuse(
  reason: CustodyReason,
  detail: string,
  on: LocalDate | null = null,
): Extract<CustodyVerdict, { eligible: false }> {
  return { eligible: false, reason, on, detail }
}
