import { lockList } from '../../../../shared/contract/correction.ts'
import { answer } from '../../vault/handler.ts'
import { listLocks } from '../../vault/repository/record/lock.ts'

export default answer(lockList, ({ db }) => listLocks(db))
