// The letter that goes with a production: the newest that names it and is signed or sent, else the newest signed determination.
import { isDetermination } from '../../../../shared/domain/clock-state.ts'
import type { LetterWords } from '../../../../shared/domain/letter.ts'
import type { Production } from '../../../../shared/domain/request.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { findLetter, lettersOf } from '../../vault/repository/letter.ts'

/** Its words; null where none is signed. */
export function letterOf(db: Driver, { id, request }: Production): LetterWords | null {
  const settled = lettersOf(db, request).filter(({ state }) => state === 'signed' || state === 'sent')
  const letter =
    settled.findLast(({ kind, draft }) => kind === 'instalment' && draft.production === id) ??
    settled.findLast((one) => isDetermination(one))
  return letter === undefined ? null : (findLetter(db, letter.id)?.words ?? null)
}
