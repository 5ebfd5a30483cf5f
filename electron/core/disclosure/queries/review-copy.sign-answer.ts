import { reviewCopySignAnswer } from '../../../../shared/contract/review-copy.ts'
import { answer } from '../../vault/handler.ts'
import { signedHere } from '../../vault/key/sign-here.ts'
import { proofOf, statementOf } from '../review-copy/answer-proof.ts'

export default answer(reviewCopySignAnswer, ({ db }, { copy, request, at, key, passphrase, ...said }) => {
  const { publicKey, signature } = signedHere(
    db,
    { key, passphrase, person: null },
    statementOf(said, { copy, request, at }),
  )
  return proofOf(at, publicKey, signature)
})
