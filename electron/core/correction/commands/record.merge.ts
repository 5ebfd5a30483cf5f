import { recordMerge } from '../../../../shared/contract/correction.ts'
import { RecordId } from '../../../../shared/domain/id.ts'
import { apply } from '../../vault/handler.ts'
import { mergeRecords } from '../../vault/record/merge.ts'
import { pairOf } from '../why-not-one.ts'

export default apply(recordMerge, ['records', 'ledger'], ({ db, now, actor, note }, { one, other, reason }) => {
  const { kept, absorbed } = pairOf(db, one, other)
  const merge = mergeRecords(db, kept, absorbed, { reason, at: now, by: actor.person, moved: null })
  note({ merge, kept: kept.id, absorbed: absorbed.id })
  return { kept: RecordId.parse(kept.id), merge }
})
