import { MunimentError } from '../../../../shared/contract/error.ts'
import { KeyId } from '../../../../shared/contract/key.ts'
import { reviewVerify } from '../../../../shared/contract/review.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import { reviewStatement } from '../../../../shared/domain/review/statement.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { answer } from '../../vault/handler.ts'
import { digestOf } from '../../vault/hex.ts'
import { isSignedBy } from '../../vault/key/seal.ts'
import { knownPerson } from '../../vault/known-person.ts'
import { keySignature, lastSignature, type ReviewSignature } from '../../vault/repository/review/review-signature.ts'
import { turns } from '../../vault/turns.ts'
import { knownRequest } from '../known-request.ts'
import { standingInTurns } from '../review/standing.ts'

export default answer(reviewVerify, async ({ db, folder, signal }, { request: id }) => {
  const request = knownRequest(db, id).id
  const last = lastSignature(db, request)
  if (last === null)
    throw new MunimentError('INPUT_INVALID', `Nobody has signed the review of ${request}: there is nothing to check.`)
  const { by, at, key } = last
  const decisions = digestOf(last.decisions)
  const { digest } = await standingInTurns(db, request, turns(signal))
  return {
    ...{ decisions, current: digest === decisions, at },
    signer: knownPerson(db, by).name,
    key: key === null ? null : { id: KeyId.parse(key.id), fingerprint: key.fingerprint },
    holds: key === null ? null : holds(db, readVaultFile(folder).city, request, last, key.publicKey),
  }
})

/** Whether the key signed these decisions: by the statement of the review, or in an answer to a copy that showed them. */
function holds(db: Driver, city: string, request: RequestId, last: ReviewSignature, publicKey: Uint8Array): boolean {
  const signed = keySignature(db, request, last)
  const statement = signed?.statement ?? reviewStatement({ city, request, decisions: digestOf(last.decisions) })
  return signed !== null && isSignedBy(publicKey, statement, signed.signature)
}
