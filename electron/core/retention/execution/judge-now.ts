// Records judged by themselves, now: in the transaction that destroys them, with whatever holds and whatever thread they stand in at this moment.
import type { PlanKind } from '../../../../shared/domain/disposition/plan-kind.ts'
import type { KeptUnit } from '../../../../shared/domain/retention/unit.ts'
import { compileSchedule } from '../../../../shared/domain/schedule/schedule.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { retentionLaw } from '../../../../shared/law/retention.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { endedRequests } from '../../vault/office/request-until.ts'
import { type SubjectRow, subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { scheduleInForce } from '../../vault/repository/retention/schedule.ts'
import { answeredIn } from '../../vault/repository/retention/series-answer.ts'
import { reviewedIn } from '../../vault/repository/retention/series-review.ts'
import { dayFinder } from '../days.ts'
import { eventsOver } from '../events.ts'
import { findOne } from '../hold/hold-search.ts'
import { holdsStanding } from '../hold/standing-holds.ts'
import { judgeOver, type PlanVerdict } from '../plan/verdict.ts'
import { retentionSubject } from '../subject.ts'
import { gatheringFacts } from '../thread/thread-facts.ts'
import { threadsAround } from '../thread/threads.ts'

/** In the way of which plan, by which day and in which terms is judged. */
export interface Terms {
  readonly kind: PlanKind
  readonly today: LocalDate
  readonly zone: string
  readonly unit: KeptUnit
}

/** A record as it stands, the verdict on it, and the thread that it stands in, itself among it. */
export interface JudgedNow {
  readonly row: SubjectRow
  readonly verdict: PlanVerdict
  readonly thread: readonly number[]
}

/** Judges records; those that are not in the vault any more are left out. @returns null where no schedule is in force */
export function judgeNow(
  db: Driver,
  folder: string,
  ids: readonly number[],
  { kind, today, zone, unit }: Terms,
): Map<number, JudgedNow> | null {
  const stored = scheduleInForce(db, today)
  if (stored === null) return null
  const schedule = compileSchedule(stored.schedule, answeredIn(db), reviewedIn(db))
  const dayOf = dayFinder(zone)
  const holds = holdsStanding(db, dayOf, findOne(db, folder), endedRequests(db, zone, today))
  const threads = new Map<number, readonly number[]>()
  const around = threadsAround(db, ids)
  for (const id of ids) if (!threads.has(id)) for (const one of around(id)) threads.set(one, around(id))
  const rows = subjectsOf(db, [...new Set([...ids, ...threads.keys()])])
  const known = new Map<number, SubjectRow>(rows.map((row) => [row.id, row]))
  const over = holds.over(rows)
  const days = eventsOver(db, rows, dayOf)
  const facts = new Map<readonly number[], ReturnType<typeof gatheringFacts>['facts']>()
  const factsOf = (thread: readonly number[]) => {
    const gathered = facts.get(thread)
    if (gathered !== undefined) return gathered
    const gathering = gatheringFacts(zone)
    for (const id of thread) {
      const row = known.get(id)
      if (row !== undefined) gathering.add(row, over(row), days.get(id))
    }
    facts.set(thread, gathering.facts)
    return gathering.facts
  }
  const own = ids.flatMap((id) => known.get(id)?.id ?? [])
  const judge = judgeOver(kind, db, { context: { asOf: today, zone, schedule, law: retentionLaw }, unit })(own)
  const judged = new Map<number, JudgedNow>()
  for (const id of ids) {
    const row = known.get(id)
    if (row === undefined) continue
    const thread = threads.get(id) ?? [id]
    const beside = { thread: thread.length > 1 ? factsOf(thread) : undefined, holds: over(row), days: days.get(id) }
    const subject = retentionSubject(row, beside, { unit, schedule })
    judged.set(id, { row, thread, verdict: judge(row, subject) })
  }
  return judged
}
