import { lawWithdraw } from '../../../../shared/contract/law.ts'
import { apply } from '../../vault/handler.ts'
import { actOnRule } from '../act-on-rule.ts'

export default apply(lawWithdraw, ['requests', 'vault', 'ledger'], (context, { rule, statement }) =>
  actOnRule(context, rule, 'withdrawn', statement),
)
