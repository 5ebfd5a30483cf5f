import { purgeWithdraw } from '../../../../shared/contract/approval.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { findApproval, withdrawApproval } from '../../vault/repository/disposition/approval.ts'
import { refusedApproval } from '../approval/subject.ts'

export default apply(purgeWithdraw, ['disposition', 'ledger'], ({ db, now, actor, note }, { approval: id, reason }) => {
  const by = personActing(actor, 'Taking an approval back')
  const known = findApproval(db, id)
  if (known === null || known.withdrawn) {
    const how = known === null ? 'is not in this vault' : 'was taken back already'
    throw refusedApproval(`Approval ${id} ${how}. Nothing was changed.`)
  }
  withdrawApproval(db, id, reason, now, by)
  note({ plan: known.plan, approval: id, withdrawn: true })
  return {}
})
