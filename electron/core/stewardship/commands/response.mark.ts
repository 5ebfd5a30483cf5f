import { MunimentError } from '../../../../shared/contract/error.ts'
import { responseMark } from '../../../../shared/contract/response.ts'
import { apply } from '../../vault/handler.ts'
import { recordRows } from '../../vault/record/read.ts'
import { insertMark } from '../../vault/repository/office/response.ts'

export default apply(responseMark, ['stewardship', 'ledger'], ({ db, now, actor, note }, { record, asks, reason }) => {
  if (recordRows(db, [record]).length === 0)
    throw new MunimentError('RECORD_UNKNOWN', 'There is no such record in this vault. Nothing was changed.')
  insertMark(db, record, asks, reason, now, actor.person)
  note({ record, asks })
  return {}
})
