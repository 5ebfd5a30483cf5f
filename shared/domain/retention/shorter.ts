// Whether a record would be kept shorter in another series: what a second person must stand behind after a request, a hold or a plan.

import { lineMove } from '../schedule/moves.ts'
import type { CompiledSchedule } from '../schedule/schedule.ts'
import { LocalDate } from '../time.ts'
import { retentionLine } from './line.ts'
import type { RetentionLaw } from './subject.ts'

/** Days over the year: which of two periods is the shorter may turn on whether they end with the calendar year or with the fiscal one. */
const MADE = ['2021-01-15', '2021-04-15', '2021-07-15', '2021-10-15'].map((day) => LocalDate.parse(day))

/**
 * Whether the second series keeps a record of some day of the year shorter than the first. One without an end, and one whose code nobody explained, is longer than any other;
 * one that waits for an event is longer than one with a date, because its event may never come.
 */
export function isShorter(
  compiled: CompiledSchedule,
  from: string,
  to: string,
  law: Pick<RetentionLaw, 'floor'>,
): boolean {
  return MADE.some((made) => {
    const [was, now] = [from, to].map((code) => retentionLine(compiled, code, made, law))
    return lineMove(was, now) === 'earlier'
  })
}
