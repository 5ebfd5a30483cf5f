// Two schedules held against the records: how many of a series move, and whether adopting the second takes two persons.
import { createHash } from 'node:crypto'
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import type { Digest } from '../../../../shared/domain/id.ts'
import { movedStretches, type Stretch } from '../../../../shared/domain/schedule/moves.ts'
import {
  type CompiledSchedule,
  compileSchedule,
  type ScheduleDraft,
} from '../../../../shared/domain/schedule/schedule.ts'
import { type LocalDate, startOfDay } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { firstIdOf } from '../../vault/record/record-id.ts'
import { recordsOfSeries, type StoredSchedule } from '../../vault/repository/retention/schedule.ts'

/** Records dated later than that after a day are not looked for. */
const AHEAD = 2 * 366

/** A schedule as if in force and every series answered for: what is asked is what it says. */
export function asSaid(schedule: ScheduleDraft): CompiledSchedule {
  return compileSchedule(schedule, () => [])
}

/** Counts the records of a series that move, of two schedules. @param zone IANA zone of the days */
export function moveCounter(db: Driver, zone: string, old: CompiledSchedule, fresh: CompiledSchedule, asOf: LocalDate) {
  const count = (code: string, { from, before }: Stretch) => {
    const [first, beyond] = [from, before].map((day) => firstIdOf(startOfDay(day, zone)))
    return recordsOfSeries(db, code, first ?? 0, beyond ?? 0)
  }
  return (code: string): { readonly earlier: number; readonly later: number } => {
    const moved = { earlier: 0, later: 0 }
    for (const stretch of movedStretches(old, fresh, code, addDays(asOf, AHEAD), retentionLaw)) {
      moved[stretch.move] += count(code, stretch)
    }
    return moved
  }
}

/** Whether a series is marked historical no longer: its records wait for no archive then, which lets them go as an earlier day would. */
export function isUnmarked(old: CompiledSchedule, fresh: CompiledSchedule, code: string): boolean {
  return old.terms.get(code)?.series.historical === true && fresh.terms.get(code)?.series.historical === false
}

/** What stands for having been shown what a schedule changes: the one that stood, and all that the other says of records. */
export function seenToken(
  { id }: Pick<StoredSchedule, 'id'>,
  { series, legend, fiscalYearEnd }: ScheduleDraft,
): Digest {
  const shown = canonicalJson({ from: id, series, legend, fiscalYearEnd })
  return digestOf(createHash('sha256').update(shown).digest())
}
