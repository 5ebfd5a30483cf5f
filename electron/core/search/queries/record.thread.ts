import { recordThread } from '../../../../shared/contract/record.ts'
import { answer } from '../../vault/handler.ts'
import { recordRows } from '../../vault/record/read.ts'
import { threadIds } from '../thread.ts'

export default answer(recordThread, ({ db }, { id, limit }) => recordRows(db, threadIds(db, id, limit)))
