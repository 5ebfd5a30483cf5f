// Re-checks and marks one run of records: each is looked at again in this very transaction and destroyed, or passed over and named.
import { PlanId } from '../../../../shared/domain/id.ts'
import { batch } from '../../job/define.ts'
import { findDestruction, pendingItems } from '../../vault/repository/disposition/destruction.ts'
import { skipOne } from '../../vault/repository/disposition/destruction-outcome.ts'
import { decideItems } from '../execution/decide.ts'
import { destroyItems } from '../execution/destroy.ts'
import { groundOf } from '../execution/ground.ts'

interface Run {
  readonly destruction: number
  readonly from: number
  readonly count: number
  /** The ground on which `held` was found; on any other nothing is done. */
  readonly ground: number
  /** Packages that hold a record under a hold. */
  readonly held: readonly string[]
  readonly key: Uint8Array
}

/** `moved`: somebody did something meanwhile, and nothing was done. */
export interface RunDone {
  readonly moved: boolean
  readonly destroyed: number
  readonly skipped: number
}

export default batch<Run, RunDone>(
  'purge.destroy',
  ['records', 'disposition', 'accounts'],
  (context, run) => {
    const { db, folder, now, note } = context
    const { destruction, from, count, ground, held, key } = run
    if (groundOf(db) !== ground) return { moved: true, destroyed: 0, skipped: 0 }
    const known = findDestruction(db, destruction)
    if (known === null) throw new Error('the destruction is not in the catalog')
    const { facts } = known
    const items = pendingItems(db, destruction, from, count)
    const plan = PlanId.parse(known.plan)
    const decided = decideItems({ db, destruction, folder, facts, plan, held: new Set(held) }, items)
    const going = decided.filter(({ decision }) => decision === null)
    for (const { item, decision } of decided)
      if (decision !== null) skipOne(db, { list: 'records', destruction }, item.position, decision, now)
    destroyItems(context, { destruction, key, held: new Set(held) }, going)
    const done = { destroyed: going.length, skipped: decided.length - going.length }
    note({ destruction, from, ...done })
    return { moved: false, ...done }
  },
  { timed: true },
)
