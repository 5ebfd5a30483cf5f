import { reviewSign } from '../../../../shared/contract/review.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { refusedKey } from '../../vault/key/registering.ts'
import { confirmedKeyUnder } from '../../vault/key/signed-by.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { insertSignature } from '../../vault/repository/review/review-signature.ts'
import { knownRequest } from '../known-request.ts'
import { actorOf } from '../review/actor.ts'
import { standingOf } from '../review/standing.ts'
import { reviewToSign } from '../review/to-sign.ts'

export default apply(reviewSign, ['requests', 'ledger'], (context, { request, decisions, signature: given }) => {
  const { db, now, actor, note } = context
  knownRequest(db, request)
  const statement = reviewToSign(context, request, standingOf(db, request), decisions)
  const person = actorOf(actor)
  const signature = given === null ? null : Buffer.from(given, 'base64')
  const others = 'something was decided since, or the review is that of another request'
  const key =
    signature === null
      ? null
      : confirmedKeyUnder(db, { person: knownPerson(db, person), statement, signature }, refusedKey, others).id
  insertSignature(db, request, digestBytes(decisions), now, { person, given: key === null ? null : { key, signature } })
  note({ request, decisions, key })
  return { key }
})
