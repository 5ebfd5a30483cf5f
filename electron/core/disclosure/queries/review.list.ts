import { reviewList } from '../../../../shared/contract/review.ts'
import { PersonId, RecordId } from '../../../../shared/domain/id.ts'
import { answer } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { lastSignature } from '../../vault/repository/review.ts'
import { knownRequest } from '../known-request.ts'
import { responsiveSet } from '../review/responsive-set.ts'
import { hasChanged, standingOf } from '../review/standing.ts'

export default answer(reviewList, async (context, { request: id }) => {
  const request = knownRequest(context.db, id)
  const { decisions, digest } = standingOf(context.db, id)
  const items = (await responsiveSet(context, request)).map(({ id: record }) => {
    const decision = decisions.get(record)
    const stands = decision !== undefined && !hasChanged(context.db, decision)
    return { record: RecordId.parse(record), outcome: stands ? decision.outcome : null }
  })
  const last = lastSignature(context.db, id)
  const signature =
    last === null ? null : { by: PersonId.parse(last.by), at: last.at, current: digestOf(last.decisions) === digest }
  return { items, decisions: digest, signature }
})
