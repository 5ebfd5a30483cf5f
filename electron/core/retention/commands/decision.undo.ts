import { decisionUndo } from '../../../../shared/contract/decision.ts'
import { apply } from '../../vault/handler.ts'
import { undoDecision } from '../classify/make-decision.ts'

export default apply(decisionUndo, ['records', 'ledger'], (context, input) => {
  const undone = undoDecision(context, input)
  context.note({ ...undone, of: input.of })
  return undone
})
