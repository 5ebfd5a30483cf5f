import { MunimentError } from '../../../../shared/contract/error.ts'
import { reviewSign } from '../../../../shared/contract/review.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { insertSignature } from '../../vault/repository/review/review.ts'
import { catalogueOf } from '../catalogue.ts'
import { knownRequest } from '../known-request.ts'
import { lawOf } from '../law-book.ts'
import { actorOf } from '../review/actor.ts'
import { unanswered, unansweredInWords } from '../review/carrying.ts'
import { standingOf } from '../review/standing.ts'

export default apply(reviewSign, ['requests', 'ledger'], ({ db, folder, now, actor, note }, { request, decisions }) => {
  knownRequest(db, request)
  const standing = standingOf(db, request)
  if (standing.decisions.size === 0)
    throw new MunimentError('INPUT_INVALID', 'Nothing was decided for this request yet, so there is nothing to sign.')
  if (standing.digest !== decisions)
    throw new MunimentError(
      'INPUT_INVALID',
      'Somebody decided something since you looked. Nothing was signed; look at the review again.',
    )
  const catalogue = catalogueOf(db, folder)
  const open = lawOf(readVaultFile(folder).city).hasOrdinance
    ? unansweredInWords(
        [...standing.decisions.values()].flatMap((one) => [...unanswered(one, catalogue)]),
        catalogue,
      )
    : null
  if (open !== null) throw new MunimentError('INPUT_INVALID', `${open} Nothing was signed.`)
  insertSignature(db, request, digestBytes(decisions), now, { person: actorOf(actor), key: null })
  note({ request, decisions })
  return {}
})
