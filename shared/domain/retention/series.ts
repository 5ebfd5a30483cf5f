// What one series says about one record: never, not computable, waiting for an event, or a day.
import { addDays, addPeriod, nextOccurrence, type Period, readableDay } from '../calendar/day.ts'
import type { Disposition } from '../schedule/legend.ts'
import type { CompiledSchedule, Term } from '../schedule/schedule.ts'
import type { LocalDate } from '../time.ts'
import type { AppliedSeries, TraceStep } from './subject.ts'

const protectedKinds =
  'title or liens, court records, records required by statute, minutes, ordinances or resolutions (Gov. Code 34090)'

/** A day, with what the series wants done on it. `cutoff`: the day from which its period runs. */
export interface DatedOutcome {
  kind: 'dated'
  code: string
  cutoff: LocalDate
  on: LocalDate
  disposition: Exclude<Disposition, 'permanent'>
}

export type SeriesOutcome =
  | DatedOutcome
  | {
      kind:
        | 'permanent'
        | 'indefinite'
        | 'series-unknown'
        | 'code-unmapped'
        | 'protection-unanswered'
        | 'awaiting-trigger'
        | 'date-unknown'
      code: string
      detail: string
    }

/**
 * Judges a record under one series and appends the steps to `trace`.
 * @param age the day that the record's age runs from, null where unknown
 */
export function judgeSeries(
  applied: AppliedSeries,
  age: LocalDate | null,
  compiled: CompiledSchedule,
  trace: TraceStep[],
): SeriesOutcome {
  const found = compiled.terms.get(applied.code)
  const citation = `${compiled.schedule.name} (${compiled.schedule.resolution}), series ${applied.code}`
  const tell = (rule: TraceStep['rule'], from: LocalDate | null, to: LocalDate | null, sentence: string) => {
    trace.push({ rule, citation, from, to, sentence })
  }
  const stop = (kind: Exclude<SeriesOutcome['kind'], 'dated'>, detail: string): SeriesOutcome => {
    tell('schedule', age, null, `${detail}.`)
    return { kind, code: applied.code, detail }
  }
  if (!found) return stop('series-unknown', `Cannot compute: series ${applied.code} is not in the schedule`)
  const { series, term, protection } = found
  const title = `${series.title} (${applied.code})`
  if (series.retention.note) {
    tell('note', null, null, `The schedule marks ${title} with *: read its description before approving.`)
  }
  if (term.kind === 'permanent') return stop('permanent', `${title} is kept permanently`)
  if (term.kind === 'indefinite') return stop('indefinite', `${title} is kept without a fixed end: ${term.why}`)
  if (term.kind === 'unmapped') {
    return stop('code-unmapped', `Cannot compute: code ${term.code} is not in the legend (${title})`)
  }
  if (protection === null && series.exclusion === null) {
    return stop('protection-unanswered', `Cannot compute: nobody has said whether ${title} can hold ${protectedKinds}`)
  }
  if (term.basis === 'event' && applied.eventOn === null) {
    return stop('awaiting-trigger', `${title} waits for its event (${term.trigger}), which has no date`)
  }
  const from = term.basis === 'event' ? applied.eventOn : age
  if (from === null) return stop('date-unknown', `${title} cannot start: the age of the record is not known`)
  const start = startOf(term, from, compiled.schedule.fiscalYearEnd)
  tell('cutoff', from, start, cutoffSentence(term, title, from, start))
  const on = addPeriod(start, term.period)
  tell('period', start, on, `Kept for ${lengthOf(term.period)} from then: the period is over on ${readableDay(on)}.`)
  return { kind: 'dated', code: applied.code, cutoff: start, on, disposition: term.disposition }
}

type PeriodTerm = Extract<Term, { kind: 'period' }>

// A year-end cutoff is the last day of the year, so that the period starts on the day after it.
function startOf(term: PeriodTerm, from: LocalDate, fiscalYearEnd: string): LocalDate {
  if (term.basis === 'calendar-year-end') return addDays(nextOccurrence(from, '12-31'), 1)
  if (term.basis === 'fiscal-year-end') return addDays(nextOccurrence(from, fiscalYearEnd), 1)
  return from
}

function cutoffSentence(term: PeriodTerm, title: string, from: LocalDate, start: LocalDate): string {
  if (term.basis === 'creation') return `${title} runs from the day of the record, ${readableDay(from)}.`
  if (term.basis === 'event') return `${title} runs from its event (${term.trigger}) on ${readableDay(from)}.`
  const year = term.basis === 'fiscal-year-end' ? 'fiscal year' : 'calendar year'
  return `${title} runs from the end of the ${year} of ${readableDay(from)}: it starts on ${readableDay(start)}.`
}

function lengthOf({ amount, unit }: Period): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`
}
