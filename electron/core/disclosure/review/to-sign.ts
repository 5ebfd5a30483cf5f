// A review as a person signs it: only as it was seen, with nothing left open that must be answered before; and the words that a key signs.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { Digest, RequestId } from '../../../../shared/domain/id.ts'
import { reviewStatement } from '../../../../shared/domain/review/statement.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { catalogueOf } from '../catalogue.ts'
import { lawOf } from '../law-book.ts'
import { unanswered, unansweredInWords } from './carrying.ts'
import type { Standing } from './standing.ts'

/** The words that a key signs. @param seen what whoever signs has looked at; @throws MunimentError INPUT_INVALID */
export function reviewToSign(
  { db, folder }: { readonly db: Driver; readonly folder: string },
  request: RequestId,
  { decisions, digest }: Standing,
  seen: Digest,
): string {
  if (decisions.size === 0)
    throw new MunimentError('INPUT_INVALID', 'Nothing was decided for this request yet, so there is nothing to sign.')
  if (digest !== seen)
    throw new MunimentError(
      'INPUT_INVALID',
      'Somebody decided something since you looked. Nothing was signed; look at the review again.',
    )
  const { city } = readVaultFile(folder)
  const catalogue = catalogueOf(db, folder)
  const open = lawOf(city).hasOrdinance
    ? unansweredInWords(
        [...decisions.values()].flatMap((one) => [...unanswered(one, catalogue)]),
        catalogue,
      )
    : null
  if (open !== null) throw new MunimentError('INPUT_INVALID', `${open} Nothing was signed.`)
  return reviewStatement({ city, request, decisions: digest })
}
