import { intakeSetAside } from '../../../../shared/contract/correction.ts'
import { apply } from '../../vault/handler.ts'
import { turnAside } from '../aside.ts'

export default apply(intakeSetAside, ['accessions', 'records', 'ledger'], (context, input) => {
  turnAside(context, input, 'set-aside')
  return {}
})
