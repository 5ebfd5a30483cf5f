import { recordLock } from '../../../../shared/contract/correction.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { apply } from '../../vault/handler.ts'
import { scrubSamples } from '../../vault/record/destroy.ts'
import { recordColumns } from '../../vault/record/merge-document.ts'
import { insertLock } from '../../vault/repository/record/lock.ts'
import { revokeMedia } from '../revoke-media.ts'

export default apply(recordLock, ['records', 'ledger'], (context, { records, basis, reason }) => {
  const { db, now, actor, note } = context
  let locked = 0
  for (const record of new Set(records)) {
    if (recordColumns(db, record) === null) {
      throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. Nothing was locked.`)
    }
    if (!insertLock(db, record, { basis, reason, at: now, by: actor.person })) continue
    locked += 1
    scrubSamples(db, [record])
    // Whoever shows its pictures must stop at once.
    revokeMedia(context, record)
  }
  note({ locked, records: [...new Set(records)] })
  return { locked }
})
