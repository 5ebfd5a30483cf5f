// Whether a record would be kept shorter in another series: what a second person must stand behind after a request, a hold or a plan.
import { retentionLine } from './retention-line.ts'
import type { RetentionLaw } from './retention-subject.ts'
import type { CompiledSchedule } from './schedule.ts'
import { LocalDate } from './time.ts'

/** Any day does: what is compared is how long the periods are, not when they end. */
const MADE = LocalDate.parse('2021-03-15')

/**
 * Whether the second series keeps a record shorter than the first. One without an end, and one whose code nobody explained, is longer than any other;
 * one that waits for an event is longer than one with a date, because its event may never come.
 */
export function isShorter(
  compiled: CompiledSchedule,
  from: string,
  to: string,
  law: Pick<RetentionLaw, 'floor'>,
): boolean {
  const [was, now] = [from, to].map((code) => retentionLine(compiled, code, MADE, law))
  if (was === undefined || now === undefined || now.kind === 'endless') return false
  if (was.kind === 'endless') return true
  if (was.kind !== now.kind) return was.kind === 'event'
  return now.end < was.end
}
