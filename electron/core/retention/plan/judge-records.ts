// Every record judged in the order of its id: into the plan, the list and the counts.

import type { PlanKind } from '../../../../shared/domain/disposition/plan-kind.ts'
import type { PackageId } from '../../../../shared/domain/id.ts'
import type { RetentionContext } from '../../../../shared/domain/retention/subject.ts'
import type { KeptUnit } from '../../../../shared/domain/retention/unit.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { type SubjectRow, subjectsAfter, versionSeals } from '../../vault/repository/disposition/plan.ts'
import type { DayOf } from '../days.ts'
import { eventsOver } from '../events.ts'
import type { StandingHolds } from '../hold/standing-holds.ts'
import { retentionSubject } from '../subject.ts'
import type { FactsOf } from '../thread/read-threads.ts'
import { nextTurn } from '../turn.ts'
import { commitmentOf, sealsByRecord } from './commitment.ts'
import type { PlanRows } from './file.ts'
import type { PackagesOver, PackageTally } from './packages.ts'
import { judgeOver, type PlanVerdict } from './verdict.ts'

const CHUNK = 5000

/** What a plan is drawn up with. */
export interface Judging {
  readonly kind: PlanKind
  readonly db: Driver
  readonly context: RetentionContext
  readonly dayOf: DayOf
  readonly holds: StandingHolds
  readonly threads: FactsOf
  readonly unit: KeptUnit
  readonly packages: { readonly over: PackagesOver; readonly tally: PackageTally }
  readonly signal: AbortSignal
  /** Told after each run how many records were judged. */
  readonly done: (records: number) => void
}

/** Told of every record, oldest id first. `waitsFor`: the packages that one which may go waits for. */
export type Judged = (
  row: SubjectRow,
  day: LocalDate | null,
  judged: PlanVerdict,
  waitsFor: readonly PackageId[],
) => void

/** Judges every record of the vault. */
export async function judgeRecords(judging: Judging, rows: PlanRows, tell: Judged): Promise<void> {
  const { kind, db, dayOf, holds, threads, unit, packages, signal, done } = judging
  const judgeRun = judgeOver(kind, db, judging)
  let count = 0
  for (let run = subjectsAfter(db, Number.MIN_SAFE_INTEGER, CHUNK); run.length > 0; ) {
    await nextTurn(signal)
    const over = holds.over(run)
    const days = eventsOver(db, run, dayOf)
    const terms = { unit, schedule: judging.context.schedule }
    const ids = run.map(({ id }) => id)
    const judge = judgeRun(ids)
    const judged = run.map((row) => {
      const thread = threads(row.id)
      const around = { thread, holds: thread?.holds ?? over(row), days: days.get(row.id) }
      return { row, judged: judge(row, retentionSubject(row, around, terms)) }
    })
    const eligible = judged.filter((one) => one.judged.eligible).map(({ row }) => row)
    const seals = sealsOf(db, eligible)
    const sources = packages.over(eligible)
    for (const { row, judged: verdict } of judged) {
      if (verdict.eligible) {
        const { on: eligibleOn, series, cutoff, copy } = verdict
        const waitsFor = packages.tally.add(sources(row.id))
        const commitment = commitmentOf(row.id, seals.get(row.id) ?? [])
        const more = {
          ...(cutoff === undefined ? {} : { cutoff }),
          ...(waitsFor.length > 0 ? { waitsFor } : {}),
          ...(copy === undefined ? {} : { transfer: copy.transfer }),
        }
        rows.record({ recordId: row.id, series, eligibleOn, commitment, ...more })
        tell(row, dayOf(row.at), verdict, waitsFor)
      } else {
        const { reason, on, detail } = verdict
        rows.excluded({ recordId: row.id, reason, on, detail })
        tell(row, dayOf(row.at), verdict, [])
      }
    }
    count += run.length
    done(count)
    run = subjectsAfter(db, run.at(-1)?.id ?? Number.MAX_SAFE_INTEGER, CHUNK)
  }
}

function sealsOf(db: Driver, rows: readonly SubjectRow[]) {
  const [first, last] = [rows[0], rows.at(-1)]
  return sealsByRecord(first && last ? versionSeals(db, first.id, last.id) : [])
}
