import { MunimentError } from '../../../../shared/contract/error.ts'
import { reviewDecide } from '../../../../shared/contract/review.ts'
import { apply } from '../../vault/handler.ts'
import { refuseLocked } from '../../vault/repository/record/lock.ts'
import { contentsOf, insertReviewDecision, reviewHistory } from '../../vault/repository/review/review.ts'
import { lawNow } from '../catalogue.ts'
import { knownRequest } from '../known-request.ts'
import { actorOf } from '../review/actor.ts'
import { invalid, refuseUnsound } from '../review/sound.ts'
import { hasChanged } from '../review/standing.ts'

export default apply(reviewDecide, ['requests', 'ledger'], (context, input) => {
  const { db, now, actor, note } = context
  const { request, records, decision, seen, known, onlyOpen } = input
  knownRequest(db, request)
  const by = actorOf(actor)
  if ((seen !== null || known !== null) && records.length > 1)
    throw invalid('What was seen and known is said of one record at a time.')
  if (decision !== null) refuseUnsound(db, lawNow(context), records, decision)
  let decided = 0
  for (const record of records) {
    refuseLocked(db, record)
    const before = known === null && !onlyOpen ? [] : reviewHistory(db, request, record)
    if (known !== null && before.length !== known)
      throw invalid(
        `Somebody decided on record ${record} since you looked; what they decided stands. Look at it again.`,
      )
    const standing = before[0]?.decision ?? null
    if (onlyOpen && standing !== null && !hasChanged(db, standing)) continue
    const versions = contentsOf(db, record)
    if (versions.length === 0) throw new MunimentError('RECORD_UNKNOWN', `There is no record ${record} in this vault.`)
    insertReviewDecision(db, { request, record, versions: seen ?? versions, draft: decision }, now, by)
    decided += 1
  }
  note({ request, records: decided, outcome: decision?.outcome ?? null })
  return { decided }
})
