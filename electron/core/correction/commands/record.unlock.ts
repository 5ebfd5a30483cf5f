import { recordUnlock } from '../../../../shared/contract/correction.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { keepPaper, saltedDigest } from '../../vault/objects/paper.ts'
import { endLock } from '../../vault/repository/record/lock.ts'
import { refused } from '../why-not-one.ts'

export default apply(recordUnlock, ['records', 'ledger'], (context, { record, order }) => {
  const { db, now, actor, note } = context
  const digest = keepPaper(context, order)
  const ended = endLock(db, record, { how: 'lifted', order: digestBytes(digest), at: now, by: actor.person })
  if (!ended) throw refused(`Record ${record} is not locked. Nothing was changed.`)
  note({ record, lifted: true, ...saltedDigest(context, digest) })
  return {}
})
