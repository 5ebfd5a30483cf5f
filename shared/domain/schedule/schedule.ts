// A retention schedule: a dated set of series with its authority, and what each series' retention comes to.
import { z } from 'zod'
import type { Period } from '../calendar/day.ts'
import type { RetentionExpression } from '../retention/expression.ts'
import { LocalDate } from '../time.ts'
import { type CutoffBasis, type Disposition, indexLegend, Legend, type LegendEntry } from './legend.ts'
import { type Protection, Series } from './series.ts'
import { withUnscheduled } from './unscheduled.ts'

/** The last day of the City's fiscal year as `MM-DD`; California cities mostly close on 06-30. */
export const FiscalYearEnd = z.string().refine((text) => LocalDate.safeParse(`2001-${text}`).success, {
  error: 'must be a day of every year, written MM-DD',
})

/** A schedule as the council adopted it (Gov. Code 34090 asks for a resolution). */
export const ScheduleDraft = z
  .strictObject({
    name: z.string().trim().min(1).max(500),
    resolution: z.string().trim().min(1).max(200),
    adoptedOn: LocalDate,
    effectiveFrom: LocalDate,
    fiscalYearEnd: FiscalYearEnd,
    legend: Legend,
    series: z.array(Series),
  })
  .refine(({ series }) => new Set(series.map(({ code }) => code)).size === series.length, {
    error: 'holds two series with the same code',
    path: ['series'],
  })
export type ScheduleDraft = z.infer<typeof ScheduleDraft>

/** What a series' retention comes to under its legend. */
export type Term =
  | { kind: 'permanent' }
  | { kind: 'indefinite'; why: string }
  | { kind: 'unmapped'; code: string }
  | {
      kind: 'period'
      basis: Exclude<CutoffBasis, 'none'>
      trigger: string
      period: Period
      disposition: Exclude<Disposition, 'permanent'>
    }

/**
 * A series with its term, worked out once, and what it was said to hold of Gov. Code 34090(a)–(e): null where nobody has answered. `noLastingValue`: it is marked
 * historical, and was reviewed and found to be of none.
 */
export interface SeriesTerm {
  series: Series
  term: Term
  protection: Protection | null
  noLastingValue: boolean
}

/** What a series was said to hold of the kinds that may not be destroyed; null where nobody has answered for it. */
export type Answered = (series: Series) => Protection | null

/** Whether a series was reviewed and found to be of no lasting value. */
export type Reviewed = (series: Series) => boolean

/** A schedule ready for eligibility: its series and terms by series code. */
export interface CompiledSchedule {
  schedule: ScheduleDraft
  terms: ReadonlyMap<string, SeriesTerm>
}

/**
 * Works out every series' term once, those of non-records and duplicates too. Without `answered` no series is answered for, so nothing of it may be destroyed;
 * without `reviewed` none was found to be of no lasting value.
 */
export function compileSchedule(
  schedule: ScheduleDraft,
  answered: Answered = () => null,
  reviewed: Reviewed = () => false,
): CompiledSchedule {
  const legend = indexLegend(schedule.legend)
  const compiled = schedule.series.map((series): [string, SeriesTerm] => [
    series.code,
    { series, term: termOf(series, legend), protection: answered(series), noLastingValue: reviewed(series) },
  ])
  for (const series of withUnscheduled(schedule.series).slice(schedule.series.length)) {
    compiled.push([series.code, { series, term: termOf(series, legend), protection: [], noLastingValue: false }])
  }
  return { schedule, terms: new Map(compiled) }
}

/** The codes and phrases that series use and the legend does not explain, sorted. */
export function unmappedCodes(compiled: CompiledSchedule): string[] {
  const codes = [...compiled.terms.values()].flatMap(({ term }) => (term.kind === 'unmapped' ? [term.code] : []))
  return [...new Set(codes)].sort()
}

/** The codes of the series whose retention could be computed and for which nobody has answered (`SeriesTerm`), in the schedule's order. */
export function unansweredSeries(compiled: CompiledSchedule): string[] {
  return [...compiled.terms.values()].flatMap(({ series, term, protection }) =>
    term.kind === 'period' && protection === null && series.exclusion === null ? [series.code] : [],
  )
}

/**
 * The term of one series. A code or phrase that the legend doesn't explain gives `unmapped`; a bare period (`2 Years`) runs from
 * the record's own date; the legend goes before the usual reading of P and Indefinite.
 */
export function termOf(series: Series, legend: ReadonlyMap<string, LegendEntry>): Term {
  const { retention } = series
  if (retention.form === 'blank') return { kind: 'indefinite', why: 'the schedule gives no retention period' }
  const entry = retention.code === null ? undefined : legend.get(retention.code)
  const basis = series.cutoffBasis ?? entry?.basis ?? usualBasis(retention)
  const disposition = series.disposition ?? entry?.disposition ?? usualDisposition(retention, basis)
  if (disposition === 'permanent') return { kind: 'permanent' }
  if (basis === 'none')
    return { kind: 'indefinite', why: `the schedule says “${retention.text}”, which is no fixed period` }
  const period = basis && periodOf(retention, basis, entry)
  if (!basis || !period) return { kind: 'unmapped', code: retention.code ?? retention.text }
  return { kind: 'period', basis, trigger: entry?.trigger || (retention.code ?? ''), period, disposition }
}

// Without a code a period runs from the record's own date; a code that nobody explained has no basis.
function usualBasis(retention: RetentionExpression): CutoffBasis | undefined {
  if (retention.form === 'permanent' || retention.form === 'indefinite') return 'none'
  return retention.form === 'term' && retention.code === null ? 'creation' : undefined
}

function usualDisposition(retention: RetentionExpression, basis: CutoffBasis | undefined): Disposition {
  return retention.form === 'permanent' && basis === 'none' ? 'permanent' : 'destroy'
}

// Without a length an event or (for a code) a year's end is itself the end; anything else would fall to the two-year floor by a guess.
function periodOf(retention: RetentionExpression, basis: CutoffBasis, entry: LegendEntry | undefined): Period | null {
  if (retention.form === 'term' && retention.amount !== null) {
    return { amount: retention.amount, unit: retention.unit }
  }
  if (entry?.period) return entry.period
  const endsItself = basis === 'event' || (basis !== 'creation' && retention.form === 'term')
  return endsItself ? { amount: 0, unit: 'years' } : null
}
