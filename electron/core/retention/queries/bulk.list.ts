import { bulkList } from '../../../../shared/contract/bulk.ts'
import { answer } from '../../vault/handler.ts'
import { listBulks } from '../../vault/repository/retention/decision.ts'

export default answer(bulkList, ({ db }, { limit }) => listBulks(db, limit))
