// What becomes of a record made on a day under one series, as a line in time.
import { addPeriod, later } from '../calendar/day.ts'
import type { Disposition } from '../schedule/legend.ts'
import type { CompiledSchedule } from '../schedule/schedule.ts'
import type { LocalDate } from '../time.ts'
import { judgeSeries } from './series.ts'
import type { RetentionLaw } from './subject.ts'

/**
 * `dated`: kept from the cutoff (`start`) until `end`. `event`: the cutoff has no date; counted from the day, it would be kept until
 * `end`. `endless`: no end can be told.
 */
export type RetentionLine =
  | { kind: 'dated'; start: LocalDate; end: LocalDate; disposition: Exclude<Disposition, 'permanent'> }
  | { kind: 'event'; trigger: string; end: LocalDate; disposition: Exclude<Disposition, 'permanent'> }
  | { kind: 'endless' }

/** The line of a record made on a day; the two years of Gov. Code 34090(d) prolong it where the series is shorter. */
export function retentionLine(
  compiled: CompiledSchedule,
  code: string,
  made: LocalDate,
  law: Pick<RetentionLaw, 'floor'>,
): RetentionLine {
  const term = compiled.terms.get(code)?.term
  if (term?.kind !== 'period') return { kind: 'endless' }
  const { disposition, trigger, basis, period } = term
  const floor = addPeriod(made, law.floor.period)
  if (basis === 'event') return { kind: 'event', trigger, disposition, end: later(addPeriod(made, period), floor) }
  const trace: Parameters<typeof judgeSeries>[3] = []
  const outcome = judgeSeries({ code, eventOn: null }, made, compiled, trace)
  if (outcome.kind !== 'dated') return { kind: 'endless' }
  const start = trace.find(({ rule }) => rule === 'cutoff')?.to ?? made
  return { kind: 'dated', start, end: later(outcome.on, floor), disposition }
}
