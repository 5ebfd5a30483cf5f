import { reviewSignByKey } from '../../../../shared/contract/review.ts'
import { answer } from '../../vault/handler.ts'
import { signedHere } from '../../vault/key/sign-here.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { turns } from '../../vault/turns.ts'
import { knownRequest } from '../known-request.ts'
import { standingInTurns } from '../review/standing.ts'
import { reviewToSign } from '../review/to-sign.ts'

export default answer(reviewSignByKey, async (context, { request: id, decisions, signer, key, passphrase }) => {
  const { db, signal } = context
  const request = knownRequest(db, id).id
  const statement = reviewToSign(context, request, await standingInTurns(db, request, turns(signal)), decisions)
  const { signature } = signedHere(db, { key, passphrase, person: knownPerson(db, signer) }, statement)
  return { signature: signature.toString('base64') }
})
