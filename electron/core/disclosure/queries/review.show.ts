import { MunimentError } from '../../../../shared/contract/error.ts'
import { reviewShow } from '../../../../shared/contract/review.ts'
import { PersonId, RequestId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { contentsOf, disclosedBefore, reviewHistory } from '../../vault/repository/review/review.ts'
import { commentsOn } from '../../vault/repository/review/review-copy.ts'
import { knownRequest } from '../known-request.ts'
import { hasChanged } from '../review/standing.ts'

export default answer(reviewShow, ({ db }, { request, record }) => {
  knownRequest(db, request)
  if (contentsOf(db, record).length === 0)
    throw new MunimentError('RECORD_UNKNOWN', `There is no record ${record} in this vault.`)
  const history = reviewHistory(db, request, record)
  const decision = history[0]?.decision ?? null
  return {
    decision,
    changed: decision !== null && hasChanged(db, decision),
    history: history.map(({ decision: one, at, by }) => ({
      outcome: one?.outcome ?? null,
      at,
      by: by === null ? null : PersonId.parse(by),
      reason: one?.reason ?? '',
    })),
    disclosed: disclosedBefore(db, record).map((one) => ({ ...one, request: RequestId.parse(one.request) })),
    comments: commentsOn(db, request, record),
  }
})
