import { MunimentError } from '../../../../shared/contract/error.ts'
import { recordShow } from '../../../../shared/contract/record.ts'
import { answer } from '../../vault/handler.ts'
import { recordDetail } from '../../vault/record/read.ts'
import { refuseLocked } from '../../vault/repository/lock.ts'
import { refuseRestricted } from '../../vault/repository/restriction.ts'

export default answer(recordShow, ({ db }, { id, opened }) => {
  refuseLocked(db, id)
  refuseRestricted(db, id, opened)
  const record = recordDetail(db, id)
  if (record === null)
    throw new MunimentError('RECORD_UNKNOWN', 'There is no such record in this vault; it may have been destroyed.')
  return record
})
