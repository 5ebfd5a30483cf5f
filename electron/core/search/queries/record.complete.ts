import { recordComplete } from '../../../../shared/contract/record.ts'
import { answer } from '../../vault/handler.ts'
import { complete } from '../complete.ts'

export default answer(recordComplete, async ({ db, signal }, { search, at, limit }) => ({
  items: await complete(db, search, at, limit, signal),
}))
