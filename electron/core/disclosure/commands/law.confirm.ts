import { lawConfirm } from '../../../../shared/contract/law.ts'
import { apply } from '../../vault/handler.ts'
import { actOnRule } from '../act-on-rule.ts'

export default apply(lawConfirm, ['requests', 'vault', 'ledger'], (context, { rule, statement }) =>
  actOnRule(context, rule, 'confirmed', statement),
)
