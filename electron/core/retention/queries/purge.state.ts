import { purgeState } from '../../../../shared/contract/approval.ts'
import { answer } from '../../vault/handler.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { planStanding } from '../approval/standing.ts'

export default answer(purgeState, ({ db, folder }, { plan: id, at }) => {
  const plan = knownPlan(db, id)
  return planStanding(db, folder, plan, readPlan(folder, plan), at)
})
