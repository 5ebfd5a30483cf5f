import { dispositionSettle } from '../../../../shared/contract/approval.ts'
import { asksForLess } from '../../../../shared/domain/disposition/approval.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { officeInForce, saveOffice } from '../../vault/repository/disposition/approval.ts'
import { refuseAlone, secondPerson } from '../../vault/second-person.ts'

export default apply(dispositionSettle, ['disposition', 'ledger'], ({ db, now, actor, note }, asked) => {
  const { office, reason } = asked
  const by = personActing(actor, 'The chain of approvals')
  const second = secondPerson(db, actor, asked.second)
  const less = asksForLess(officeInForce(db), office)
  if (less && second === null) refuseAlone(db, 'What asks for less than before')
  saveOffice(db, { office, reason, second: less ? second : null }, now, by)
  note({ ...office, second: less && second !== null })
  return office
})
