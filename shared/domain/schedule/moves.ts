// Which records another schedule lets go earlier or later, by the day on which they were made.
import { addDays, addPeriod } from '../calendar/day.ts'
import { type RetentionLine, retentionLine } from '../retention/line.ts'
import { firstDayJudged } from '../retention/past.ts'
import type { RetentionLaw } from '../retention/subject.ts'
import type { LocalDate } from '../time.ts'
import type { CompiledSchedule } from './schedule.ts'

/** What becomes of a record: it may go earlier than before, or is kept longer. */
export type Move = 'earlier' | 'later'

type Law = Pick<RetentionLaw, 'floor'>

/** From the sooner to the later: a date, a date that an event may never give, no end at all. */
const RANK = { dated: 0, event: 1, endless: 2 } as const

/** Whether one line ends before another; null where neither does. A series that a schedule lacks has no end. */
export function lineMove(was: RetentionLine | undefined, now: RetentionLine | undefined): Move | null {
  const [before, after] = [was ?? { kind: 'endless' as const }, now ?? { kind: 'endless' as const }]
  if (before.kind !== after.kind) return RANK[after.kind] < RANK[before.kind] ? 'earlier' : 'later'
  if (before.kind === 'endless' || after.kind === 'endless' || before.end === after.end) return null
  return after.end < before.end ? 'earlier' : 'later'
}

/** What another schedule does to a record of a series made on a day; null where nothing. */
function scheduleMove(
  old: CompiledSchedule,
  fresh: CompiledSchedule,
  code: string,
  made: LocalDate,
  law: Law,
): Move | null {
  return lineMove(retentionLine(old, code, made, law), retentionLine(fresh, code, made, law))
}

/** A run of days (`from` ≤ day < `before`) whose records move. */
export interface Stretch {
  readonly from: LocalDate
  readonly before: LocalDate
  readonly move: Move
}

/**
 * The runs of days of which records of a series move, month by month until a day. A month of which some days move earlier counts as earlier whole.
 */
export function movedStretches(
  old: CompiledSchedule,
  fresh: CompiledSchedule,
  code: string,
  until: LocalDate,
  law: Law,
): Stretch[] {
  if (isSame(old, fresh, code)) return []
  const stretches: Stretch[] = []
  for (let from = firstDayJudged; from < until; ) {
    const before = addPeriod(from, { amount: 1, unit: 'months' })
    const moves = [0, 14, 27].map((day) => scheduleMove(old, fresh, code, addDays(from, day), law))
    const move = moves.includes('earlier') ? 'earlier' : moves.includes('later') ? 'later' : null
    const last = stretches.at(-1)
    if (move !== null && last?.before === from && last.move === move)
      stretches[stretches.length - 1] = { ...last, before }
    else if (move !== null) stretches.push({ from, before, move })
    from = before
  }
  return stretches
}

function isSame(old: CompiledSchedule, fresh: CompiledSchedule, code: string): boolean {
  const told = ({ schedule, terms }: CompiledSchedule) =>
    JSON.stringify([schedule.fiscalYearEnd, terms.get(code)?.term])
  return told(old) === told(fresh)
}
