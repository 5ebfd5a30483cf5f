import { intakeBringBack } from '../../../../shared/contract/correction.ts'
import { apply } from '../../vault/handler.ts'
import { turnAside } from '../aside.ts'

export default apply(intakeBringBack, ['accessions', 'records', 'ledger'], (context, input) => {
  turnAside(context, input, 'brought-back')
  return {}
})
