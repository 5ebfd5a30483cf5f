// Which records of a series are past their retention by their date alone: a bound for counting, before anything is judged singly.
import { addDays, addPeriod, later } from '../calendar/day.ts'
import type { CompiledSchedule } from '../schedule/schedule.ts'
import { LocalDate } from '../time.ts'
import { judgeSeries } from './series.ts'
import type { RetentionLaw } from './subject.ts'

/** Records dated earlier are judged by nobody (`ageOf`). */
export const firstDayJudged = LocalDate.parse('1990-01-01')

/**
 * The last day of which a record of a series may be destroyed as of a day, unless something else keeps it: its period is over then,
 * and its two years (Gov. Code 34090(d)). Null where there is none: the series waits for an event, has no end, is not destroyed, or was not said
 * to hold nothing that Gov. Code 34090 protects.
 */
export function lastDayPast(
  compiled: CompiledSchedule,
  code: string,
  asOf: LocalDate,
  law: Pick<RetentionLaw, 'floor'>,
): LocalDate | null {
  const found = compiled.terms.get(code)
  if (!found || found.series.exclusion !== null || found.protection?.length !== 0) return null
  const { effectiveFrom, adoptedOn } = compiled.schedule
  if (effectiveFrom > asOf || adoptedOn > asOf) return null
  const isOver = (day: LocalDate) => {
    const outcome = judgeSeries({ code, eventOn: null }, day, compiled, [])
    if (outcome.kind !== 'dated' || outcome.disposition !== 'destroy') return false
    return later(outcome.on, addPeriod(day, law.floor.period)) <= asOf
  }
  // A later record is never due sooner, so the days that are past come first.
  let [past, ahead] = [-1, daysBetween(firstDayJudged, asOf) + 1]
  while (ahead - past > 1) {
    const middle = Math.floor((past + ahead) / 2)
    if (isOver(addDays(firstDayJudged, middle))) past = middle
    else ahead = middle
  }
  return past < 0 ? null : addDays(firstDayJudged, past)
}

function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
