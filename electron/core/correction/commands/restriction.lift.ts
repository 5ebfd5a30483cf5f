import { restrictionLift } from '../../../../shared/contract/restriction.ts'
import { apply } from '../../vault/handler.ts'
import { endRestriction } from '../../vault/repository/record/restriction.ts'
import { notRestricted } from '../not-restricted.ts'

export default apply(restrictionLift, ['records', 'ledger'], ({ db, now, actor, note }, { record, reason }) => {
  if (!endRestriction(db, record, { reason, at: now, by: actor.person })) throw notRestricted(record)
  note({ record, lifted: true })
  return {}
})
