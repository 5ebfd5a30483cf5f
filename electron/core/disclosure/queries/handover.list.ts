import { handoverList } from '../../../../shared/contract/handover.ts'
import { answer } from '../../vault/handler.ts'
import { listHandovers } from '../../vault/repository/account/handover.ts'

export default answer(handoverList, ({ db }) => listHandovers(db))
