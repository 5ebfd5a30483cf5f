// Asks again, whenever somebody did something meanwhile, whether plan, schedule and approvals still stand. Answers the ground that it stands on.

import { PlanId } from '../../../../shared/domain/id.ts'
import { Instant } from '../../../../shared/domain/time.ts'
import { batch } from '../../job/define.ts'
import { findDestruction } from '../../vault/repository/disposition/destruction.ts'
import { latestEntryAt } from '../../vault/repository/disposition/plan.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { NOTHING_LEFT, planStanding } from '../approval/standing.ts'
import { groundOf } from '../execution/ground.ts'

/** `missing`: what would refuse the whole now, in sentences. */
export interface Rechecked {
  readonly ground: number
  readonly missing: readonly string[]
}

export default batch<{ readonly destruction: number }, Rechecked>('purge.recheck', [], (context, { destruction }) => {
  const { db, folder, now } = context
  const known = findDestruction(db, destruction)
  if (known === null) throw new Error('the destruction is not in the catalog')
  const plan = knownPlan(db, PlanId.parse(known.plan))
  // What others do while the job runs is later than its clock, and no sign of a wrong one.
  const at = Instant.parse(Math.max(now, latestEntryAt(db) ?? now))
  const { missing } = planStanding(db, folder, plan, readPlan(folder, plan), at)
  return { ground: groundOf(db), missing: missing.filter((one) => one !== NOTHING_LEFT) }
})
