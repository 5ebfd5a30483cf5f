// What becomes of a run of records on the day: each is destroyed, or passed over for a named reason. What is kept together goes together.
import type { DestructionFacts, SkipReason } from '../../../../shared/domain/destruction.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { withOuter } from '../../vault/packages/strike.ts'
import { membersOfObject, membersSeenIn, ownObjects } from '../../vault/record/destroy.ts'
import { narrowedAmong } from '../../vault/repository/approval.ts'
import type { PendingItem } from '../../vault/repository/destruction.ts'
import { packagesOfMembers } from '../../vault/repository/destruction-work.ts'
import { lockedAmong } from '../../vault/repository/lock.ts'
import { isSettled } from '../../vault/repository/merge.ts'
import { versionSealsOf } from '../../vault/repository/plan.ts'
import { commitmentOf, sealsByRecord } from '../commitment.ts'
import { detailOf } from '../plan-tally.ts'
import { reasonWords } from '../reason-words.ts'
import { type JudgedNow, judgeNow } from './judge-now.ts'

/** Why a record stays, or null where it goes. */
export type Decision = { readonly reason: SkipReason; readonly detail: string } | null

/** An item with what becomes of it, and as it stands where it goes. */
export interface DecidedItem {
  readonly item: PendingItem
  readonly decision: Decision
  readonly now: JudgedNow | undefined
}

interface Deciding {
  readonly db: Driver
  readonly folder: string
  readonly facts: DestructionFacts
  readonly plan: PlanId
  /** Packages that hold a record under a hold, on this very ground. */
  readonly held: ReadonlySet<string>
}

/** Decides on items; whole families, in order. */
export function decideItems({ db, folder, facts, plan, held }: Deciding, items: readonly PendingItem[]): DecidedItem[] {
  const ids = items.map(({ record }) => record)
  const judged = judgeNow(db, folder, ids, facts)
  const seals = sealsByRecord(versionSealsOf(db, ids))
  const narrowed = narrowedAmong(db, plan, ids)
  const locked = lockedAmong(db, ids)
  const named = new Set<string>(facts.plan.packages.map((one) => one.package))

  const alone = ({ record, series, commitment }: PendingItem): Decision => {
    const now = judged?.get(record)
    if (narrowed.has(record)) return { reason: 'struck-from-plan', detail: 'It was taken out of the plan.' }
    if (now === undefined) return { reason: 'gone', detail: 'It is not in the vault any more.' }
    if (locked.has(record)) return { reason: 'locked', detail: 'It is locked until an order says what becomes of it.' }
    if (!isSettled(db, record)) return { reason: 'unsettled', detail: 'An import that holds it is not complete.' }
    const { verdict } = now
    if (!verdict.eligible) {
      const reason = verdict.reason === 'on-hold' ? 'on-hold' : 'no-longer-eligible'
      return { reason, detail: `${reasonWords[verdict.reason].name}: ${detailOf(verdict)}` }
    }
    if (verdict.series !== series) {
      return { reason: 'drifted', detail: `Series ${verdict.series} decides now, not ${series} as approved.` }
    }
    if (commitmentOf(now.row.id, seals.get(record) ?? []) !== commitment) {
      return { reason: 'drifted', detail: 'Its versions are not those that were approved.' }
    }
    return packagesAllow(record)
  }

  const packagesAllow = (record: number): Decision => {
    const members = [...membersSeenIn(db, record), ...ownObjects(db, record).flatMap((one) => membersOfObject(db, one))]
    const packages = packagesOfMembers(db, [...withOuter(db, members)])
    const stranger = packages.find((one) => !named.has(one))
    if (stranger !== undefined) {
      const detail = 'It lies in a package that the plan does not name: it came in again after the plan.'
      return { reason: 'package-not-named', detail }
    }
    if (facts.heldPackages || !packages.some((one) => held.has(one))) return null
    return { reason: 'waits-for-package', detail: 'A package that it lies in holds a record under a hold.' }
  }

  const families = Map.groupBy(items, ({ family }) => family)
  return [...families.values()].flatMap((family) => together(family, family.map(alone)))

  function together(family: readonly PendingItem[], decisions: readonly Decision[]): DecidedItem[] {
    const first = decisions.find((one) => one !== null && one.reason !== 'gone') ?? null
    const inFamily = new Set(family.map(({ record }) => record))
    const thread = family.flatMap(({ record }) => judged?.get(record)?.thread ?? [])
    const joined = facts.unit === 'thread' && thread.some((id) => !inFamily.has(id))
    const why: Decision =
      facts.unit !== 'thread' || (first === null && !joined)
        ? null
        : {
            reason: 'with-its-thread',
            detail: joined
              ? 'A record of its thread is not in the plan, and a thread goes together.'
              : 'Another record of its thread stays, and a thread goes together.',
          }
    return family.map((item, place) => ({ item, decision: decisions[place] ?? why, now: judged?.get(item.record) }))
  }
}
