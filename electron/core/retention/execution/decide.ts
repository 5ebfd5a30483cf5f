// What becomes of a run of records on the day: each is destroyed, or passed over for a named reason. What is kept together goes together.
import type { DestructionFacts, SkipReason } from '../../../../shared/domain/disposition/destruction.ts'
import { kindOfPlan } from '../../../../shared/domain/disposition/disposition.ts'
import type { PlanId } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { hexOf } from '../../vault/hex.ts'
import { outerMembers } from '../../vault/packages/strike.ts'
import { membersOfObjects, membersSeenIn, ownObjects } from '../../vault/record/destroy.ts'
import { narrowedAmong } from '../../vault/repository/disposition/approval.ts'
import { isListed, type PendingItem } from '../../vault/repository/disposition/destruction.ts'
import { packagesOfMembers } from '../../vault/repository/disposition/destruction-work.ts'
import { versionSealsOf } from '../../vault/repository/disposition/plan.ts'
import { unsettledAmong } from '../../vault/repository/intake/merge.ts'
import { lockedAmong } from '../../vault/repository/record/lock.ts'
import { commitmentOf, sealsByRecord } from '../plan/commitment.ts'
import { reasonSentence } from '../plan/reason-words.ts'
import { type JudgedNow, judgeNow } from './judge-now.ts'

/** Why a record stays, or null where it goes. */
export type Decision = { readonly reason: SkipReason; readonly detail: string } | null

/** Which packages a plan names, and whether those that hold a record under a hold are overwritten, too. */
type Consented = Pick<DestructionFacts, 'heldPackages'> & { readonly plan: Pick<DestructionFacts['plan'], 'packages'> }

/** An item with what becomes of it, and as it stands where it goes. */
export interface DecidedItem {
  readonly item: PendingItem
  readonly decision: Decision
  readonly now: JudgedNow | undefined
}

interface Deciding {
  readonly db: Driver
  readonly destruction: number
  readonly folder: string
  readonly facts: DestructionFacts
  readonly plan: PlanId
  /** Packages that hold a record under a hold, on this very ground. */
  readonly held: ReadonlySet<string>
}

/** Decides on items; whole families, in order. */
export function decideItems(deciding: Deciding, items: readonly PendingItem[]): DecidedItem[] {
  const { db, destruction, folder, facts, plan, held } = deciding
  const ids = items.map(({ record }) => record)
  const kind = kindOfPlan(facts.plan)
  const judged = judgeNow(db, folder, ids, { ...facts, kind })
  const seals = sealsByRecord(versionSealsOf(db, ids))
  const narrowed = narrowedAmong(db, plan, ids)
  const locked = lockedAmong(db, ids)
  const unsettled = unsettledAmong(db, ids)

  const alone = ({ record, series, commitment }: PendingItem): Decision => {
    const now = judged?.get(record)
    if (narrowed.has(record)) return { reason: 'struck-from-plan', detail: 'It was taken out of the plan.' }
    if (now === undefined) return { reason: 'gone', detail: 'It is not in the vault any more.' }
    if (locked.has(record)) return { reason: 'locked', detail: 'It is locked until an order says what becomes of it.' }
    if (unsettled.has(record)) return { reason: 'unsettled', detail: 'An import that holds it is not complete.' }
    const { verdict } = now
    if (!verdict.eligible) {
      const reason = verdict.reason === 'on-hold' ? 'on-hold' : 'no-longer-eligible'
      return { reason, detail: reasonSentence(verdict.reason, verdict.detail) }
    }
    // Of several that decide alike any may be the one that was approved.
    if (!verdict.deciding.includes(series)) {
      return { reason: 'drifted', detail: `Series ${verdict.series} decides now, not ${series} as approved.` }
    }
    const { copy } = verdict
    const approved = (facts.plan.custody ?? []).find(({ transfer }) => transfer === copy?.transfer)
    if (kind === 'custody' && approved?.receipt.document !== copy?.receipt) {
      return {
        reason: 'drifted',
        detail: 'Another copy or receipt of an archive counts now than the one that was approved.',
      }
    }
    if (commitmentOf(now.row.id, seals.get(record) ?? []) !== commitment) {
      return { reason: 'drifted', detail: 'Its versions are not those that were approved.' }
    }
    return null
  }

  const families = [...Map.groupBy(items, ({ family }) => family).values()]
  const asked = families.map((family) => together(family, family.map(alone)))
  const going = asked.flat().flatMap(({ item, decision }) => (decision === null ? [item.record] : []))
  const packages = packagesAllowing(db, going, { ...facts, held })
  return asked.flatMap((family) => {
    const items = family.map(({ item }) => item)
    return together(
      items,
      family.map(({ item, decision }) => decision ?? packages(item.record)),
    )
  })

  function threadGrown(others: readonly number[]): string {
    return isListed(db, destruction, others)
      ? 'Its thread has grown since the plan, by records that are in the plan as another thread, and a thread goes together.'
      : 'A record of its thread is not in the plan, and a thread goes together.'
  }

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
              ? threadGrown(thread.filter((id) => !inFamily.has(id)))
              : 'Another record of its thread stays, and a thread goes together.',
          }
    return family.map((item, place) => ({ item, decision: decisions[place] ?? why, now: judged?.get(item.record) }))
  }
}

/**
 * What the packages say to records that nothing else keeps: those that each was read from, and those in which its files lie, which go with
 * the last record that names them. Where fewer go in the end, fewer files do: what was allowed stays allowed.
 */
export function packagesAllowing(
  db: Driver,
  going: readonly number[],
  { plan, heldPackages, held }: Pick<Deciding, 'held'> & Consented,
): (record: number) => Decision {
  const named = new Set<string>(plan.packages.map((one) => one.package))
  const members = new Map<number, number[]>()
  const add = (record: number, member: number) => {
    const known = members.get(record)
    if (known) known.push(member)
    else members.set(record, [member])
  }
  for (const { record, member } of membersSeenIn(db, going)) add(record, member)
  const owners = new Map(ownObjects(db, going).map(({ digest, record }) => [hexOf(digest), { digest, record }]))
  const files = membersOfObjects(
    db,
    [...owners.values()].map(({ digest }) => digest),
  )
  for (const { id, digest } of files) add(owners.get(hexOf(digest))?.record ?? 0, id)
  const outer = outerMembers(db, [...members.values()].flat())
  const packageOf = packagesOfMembers(db, [...members.values()].flat().concat([...outer.values()]))
  return (record) => {
    const lieIn = (members.get(record) ?? []).flatMap((member) => {
      const places = [member, outer.get(member) ?? member]
      return places.flatMap((one) => packageOf.get(one) ?? [])
    })
    if (lieIn.some((one) => !named.has(one))) {
      const detail = 'It lies in a package that the plan does not name: it came in again after the plan.'
      return { reason: 'package-not-named', detail }
    }
    if (heldPackages || !lieIn.some((one) => held.has(one))) return null
    return { reason: 'waits-for-package', detail: 'A package that it lies in holds a record under a hold.' }
  }
}
