import { decisionUndo } from '../../../../shared/contract/decision.ts'
import { apply } from '../../vault/handler.ts'
import { undoDecision } from '../make-decision.ts'

export default apply(decisionUndo, ['records', 'ledger'], ({ db, now, actor, note }, input) => {
  const undone = undoDecision(db, input, now, actor.person)
  note({ ...undone, of: input.of })
  return undone
})
