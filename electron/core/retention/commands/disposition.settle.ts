import { dispositionSettle } from '../../../../shared/contract/approval.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { saveOffice } from '../../vault/repository/disposition/approval.ts'

export default apply(dispositionSettle, ['disposition', 'ledger'], ({ db, now, actor, note }, { office, reason }) => {
  saveOffice(db, office, reason, now, personActing(actor, 'The chain of approvals'))
  note({ ...office })
  return office
})
