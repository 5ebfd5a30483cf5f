import { MunimentError } from '../../../../shared/contract/error.ts'
import { recordSource } from '../../../../shared/contract/record.ts'
import { answer } from '../../vault/handler.ts'
import { fragmentsOf } from '../../vault/record/read.ts'
import { refuseLocked } from '../../vault/repository/lock.ts'

export default answer(recordSource, ({ db }, { id, version }) => {
  refuseLocked(db, id)
  const fragments = fragmentsOf(db, id, version)
  if (fragments.length === 0) {
    throw new MunimentError('RECORD_UNKNOWN', 'There is no source for this version; it may have been destroyed.')
  }
  const decoder = new TextDecoder()
  return fragments.map(({ role, bytes }) => ({ role, text: decoder.decode(bytes), bytes: bytes.length }))
})
