import { lawFees } from '../../../../shared/contract/law.ts'
import { apply } from '../../vault/handler.ts'
import { insertFees } from '../../vault/repository/request/law.ts'

export default apply(lawFees, ['vault', 'ledger'], ({ db, now, actor, note }, draft) => {
  const id = insertFees(db, draft, now, actor.person)
  note({ schedule: id, lines: draft.lines.length })
  return { id }
})
