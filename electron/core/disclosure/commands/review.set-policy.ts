import { reviewSetPolicy } from '../../../../shared/contract/review.ts'
import { apply } from '../../vault/handler.ts'
import { saveWorkProductPolicy } from '../../vault/repository/review/work-product.ts'
import { attorneyActing } from '../attorney.ts'

export default apply(reviewSetPolicy, ['vault', 'ledger'], (context, { workProduct }) => {
  attorneyActing(context, 'says what becomes of work product when a packet is sealed')
  saveWorkProductPolicy(context.db, workProduct)
  context.note({ workProduct })
  return {}
})
