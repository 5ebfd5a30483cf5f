import { destructionReadmit } from '../../../../shared/contract/destruction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { isReadmitted, readmit } from '../../vault/repository/disposition/certificate.ts'
import { knownDestruction } from '../execution/summary.ts'

export default apply(destructionReadmit, ['disposition', 'ledger'], ({ db, now, actor, note }, { id, reason }) => {
  const by = personActing(actor, 'The decision to take destroyed records in again')
  const { certificate } = knownDestruction(db, id)
  if (isReadmitted(db, id)) {
    const sentence = `What certificate ${certificate} is of may be taken in again already. Nothing was changed.`
    throw new MunimentError('DESTRUCTION_REFUSED', sentence)
  }
  readmit(db, id, reason, now, by)
  note({ destruction: id, readmitted: true })
  return {}
})
