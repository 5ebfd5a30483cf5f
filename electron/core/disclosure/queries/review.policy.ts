import { reviewPolicy } from '../../../../shared/contract/review.ts'
import { answer } from '../../vault/handler.ts'
import { workProductPolicy } from '../../vault/repository/review/work-product.ts'

export default answer(reviewPolicy, ({ db }) => ({ workProduct: workProductPolicy(db) }))
