import { MunimentError } from '../../../../shared/contract/error.ts'
import { recordUnmask } from '../../../../shared/contract/record.ts'
import { apply } from '../../vault/handler.ts'
import { fragmentsOf } from '../../vault/record/read.ts'

export default apply(recordUnmask, ['ledger'], ({ db, note }, { id, version }) => {
  if (fragmentsOf(db, id, version).length === 0) {
    throw new MunimentError('RECORD_UNKNOWN', 'There is no source for this version; it may have been destroyed.')
  }
  note({ record: id, version })
  return {}
})
