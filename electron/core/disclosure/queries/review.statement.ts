import { reviewStatement } from '../../../../shared/contract/review.ts'
import { answer } from '../../vault/handler.ts'
import { turns } from '../../vault/turns.ts'
import { knownRequest } from '../known-request.ts'
import { standingInTurns } from '../review/standing.ts'
import { reviewToSign } from '../review/to-sign.ts'

export default answer(reviewStatement, async (context, { request: id }) => {
  const request = knownRequest(context.db, id).id
  const standing = await standingInTurns(context.db, request, turns(context.signal))
  return { statement: reviewToSign(context, request, standing, standing.digest), decisions: standing.digest }
})
