// Every record judged in the order of its id: into the plan, the list and the counts.
import { eligibility } from '../../../shared/domain/retention.ts'
import type { Eligibility, RetentionContext } from '../../../shared/domain/retention-subject.ts'
import type { KeptUnit } from '../../../shared/domain/retention-unit.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { type SubjectRow, subjectsAfter, versionSeals } from '../vault/repository/plan.ts'
import { commitmentOf, sealsByRecord } from './commitment.ts'
import type { DayOf } from './days.ts'
import { eventsOver } from './events.ts'
import type { PlanRows } from './plan-file.ts'
import { detailOf } from './plan-tally.ts'
import type { FactsOf } from './read-threads.ts'
import type { StandingHolds } from './standing-holds.ts'
import { retentionSubject } from './subject.ts'
import { nextTurn } from './turn.ts'

const CHUNK = 5000

/** What a plan is drawn up with. */
export interface Judging {
  readonly db: Driver
  readonly context: RetentionContext
  readonly dayOf: DayOf
  readonly holds: StandingHolds
  readonly threads: FactsOf
  readonly unit: KeptUnit
  readonly signal: AbortSignal
  /** Told after each run how many records were judged. */
  readonly done: (records: number) => void
}

/** Told of every record, oldest id first. */
export type Judged = (row: SubjectRow, day: LocalDate | null, judged: Eligibility) => void

/** Judges every record of the vault. */
export async function judgeRecords(judging: Judging, rows: PlanRows, tell: Judged): Promise<void> {
  const { db, dayOf, holds, threads, unit, signal, done } = judging
  let count = 0
  for (let run = subjectsAfter(db, Number.MIN_SAFE_INTEGER, CHUNK); run.length > 0; ) {
    await nextTurn(signal)
    const over = holds.over(run)
    const days = eventsOver(db, run)
    const terms = { unit, schedule: judging.context.schedule }
    const judged = run.map((row) => {
      const thread = threads(row.id)
      const around = { thread, holds: thread?.holds ?? over(row), days: days.get(row.id) }
      return { row, judged: eligibility(retentionSubject(row, around, terms), judging.context) }
    })
    const seals = sealsOf(db, judged)
    for (const { row, judged: verdict } of judged) {
      if (verdict.eligible) {
        const { on: eligibleOn, series } = verdict
        rows.record({ recordId: row.id, series, eligibleOn, commitment: commitmentOf(row.id, seals.get(row.id) ?? []) })
      } else {
        const { reason, on } = verdict
        rows.excluded({ recordId: row.id, reason, on, detail: detailOf(verdict) })
      }
      tell(row, dayOf(row.at), verdict)
    }
    count += run.length
    done(count)
    run = subjectsAfter(db, run.at(-1)?.id ?? Number.MAX_SAFE_INTEGER, CHUNK)
  }
}

function sealsOf(db: Driver, judged: readonly { readonly row: SubjectRow; readonly judged: Eligibility }[]) {
  const eligible = judged.filter((one) => one.judged.eligible)
  const [first, last] = [eligible[0], eligible.at(-1)]
  return sealsByRecord(first && last ? versionSeals(db, first.row.id, last.row.id) : [])
}
