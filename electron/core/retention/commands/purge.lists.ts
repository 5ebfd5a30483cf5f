import { purgeLists } from '../../../../shared/contract/approval.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertPlanList } from '../../vault/repository/approval.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { knownPlan } from '../approval/read-plan.ts'
import { keepList } from '../checked-list.ts'

export default apply(purgeLists, ['disposition', 'ledger'], (context, { plan: id, ...lists }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'A list for a plan')
  knownPlan(db, id)
  const given = [
    ['open-requests', lists.openRequests],
    ['claims', lists.claims],
  ] as const
  for (const [kind, file] of given) {
    const kept = keepList(folder, file)
    if (kept === null) continue
    insertObject(db, { ...kept.object, mime: 'text/csv', member: null }, now)
    const { name, rows } = kept.checked
    insertPlanList(db, id, { kind, name, object: kept.object.digest, rows, givenAt: now }, by)
    note({ plan: id, kind, rows })
  }
  return {}
})
