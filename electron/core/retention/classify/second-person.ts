// Decisions that shorten the retention of a record after a request, a hold or a plan: they need a reason and a second person.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { RecordId } from '../../../../shared/domain/id.ts'
import { isShorter } from '../../../../shared/domain/retention/shorter.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import { type Instant, localDate } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { schedulesFrom } from '../../vault/repository/retention/schedule.ts'
import { planTimes, type Stay, staysOf, touched } from '../../vault/repository/retention/series-beside.ts'
import { SECOND_NEEDED } from '../../vault/second-person.ts'
import { dayFinder } from '../days.ts'
import { findOne } from '../hold/hold-search.ts'
import { holdsStanding, type StandingHolds } from '../hold/standing-holds.ts'

/** Says what stands in the way of moving a record to another series by one person alone, in a few words; null where nothing does. */
export type Guard = (record: RecordId, from: string | null, to: string | null) => string | null

/** The guard of a vault, for the decisions of one transaction: what is shorter today, or will be by a schedule that is there already, is shorter. */
export function shorteningGuard(db: Driver, folder: string, now: Instant): Guard {
  const schedules = schedulesFrom(db, localDate(now, readVaultFile(folder).zone))
  if (schedules.length === 0) return () => null
  const compiled = schedules.map(({ schedule }) => compileSchedule(schedule, () => []))
  const known = new Map<string, boolean>()
  const shorter = (from: string, to: string) => {
    const key = JSON.stringify([from, to])
    const is = known.get(key) ?? (from !== to && compiled.some((one) => isShorter(one, from, to, retentionLaw)))
    known.set(key, is)
    return is
  }
  const touch = toucher(db, folder)
  return (record, from, to) => {
    // What is in no series is never destroyed, so leaving one shortens nothing; but whoever enters one comes from the last that the record stood in.
    if (to === null || from === to) return null
    if (from !== null && !shorter(from, to)) return null
    const stays = staysOf(db, record)
    const left = from ?? lastOf(stays)
    if (left === null || !shorter(left, to)) return null
    return touch(record, (plans) =>
      from !== null && stays.length === 0
        ? plans.length > 0
        : plannedWhileLonger(plans, stays, (series) => shorter(series, to)),
    )
  }
}

/** Says what has touched a record, in a few words; null where nothing has. `planned`: whether a plan did, of all that there are. */
export type Touch = (record: RecordId, planned: (plans: readonly Instant[]) => boolean) => string | null

/** What touched records, for the decisions of one transaction. */
export function toucher(db: Driver, folder: string): Touch {
  let holds: StandingHolds | null = null
  let plans: readonly Instant[] | null = null
  return (record, planned) => {
    const marks = touched(db, record)
    if (marks.hold === 1) return 'a hold'
    if (marks.request === 1) return 'a records request'
    plans ??= planTimes(db)
    if (planned(plans)) return 'a purge plan'
    holds ??= holdsStanding(db, dayFinder(readVaultFile(folder).zone), findOne(db, folder))
    const rows = subjectsOf(db, [record])
    const [held] = rows.flatMap(holds.over(rows))
    if (held === undefined) return null
    return held.kind === 'hold' ? 'a hold' : 'a records request'
  }
}

function lastOf(stays: readonly Stay[]): string | null {
  return stays.findLast(({ series }) => series !== null)?.series ?? null
}

/** Whether a plan was drawn up while the record stood in a longer series: a decision since, even for the same series, does not undo that. */
function plannedWhileLonger(
  plans: readonly Instant[],
  stays: readonly Stay[],
  longer: (series: string) => boolean,
): boolean {
  return stays.some(
    ({ series, since, until }) =>
      series !== null && longer(series) && plans.some((at) => at >= since && (until === null || at < until)),
  )
}

/** The refusal of decisions that need a second person. @param why from the guard, of one of them */
export function needsSecond(records: readonly RecordId[], why: string): MunimentError {
  const shown = records.slice(0, 5).join(', ')
  const more = records.length > 5 ? ` and ${records.length - 5} more` : ''
  return new MunimentError(
    'SECOND_PERSON_REQUIRED',
    `The new series keeps record ${shown}${more} for a shorter time, and ${why} has touched it: ${SECOND_NEEDED}`,
  )
}
