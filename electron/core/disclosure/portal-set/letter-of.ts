// The letter that goes with a production: the newest that names it and is signed or sent, else the newest signed determination.
import { isDetermination } from '../../../../shared/domain/request/clock-state.ts'
import { keyWords, type LetterTranslation, type LetterWords } from '../../../../shared/domain/request/letter.ts'
import type { Production } from '../../../../shared/domain/request/request.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestBytes } from '../../vault/hex.ts'
import { findLetter, lettersOf } from '../../vault/repository/request/letter.ts'
import { translationsOf } from '../../vault/repository/request/letter-translation.ts'

/** A signed letter with the reviewed translations of its words. */
export interface SetLetter {
  readonly words: LetterWords
  readonly translations: readonly LetterTranslation[]
  /** What stands under it where a key signed it. */
  readonly proof: string | null
}

/** The letter; null where none is signed. */
export function letterOf(db: Driver, { id, request }: Production): SetLetter | null {
  const settled = lettersOf(db, request).filter(({ state }) => state === 'signed' || state === 'sent')
  const letter =
    settled.findLast(({ kind, draft }) => kind === 'instalment' && draft.production === id) ??
    settled.findLast((one) => isDetermination(one))
  const words = letter === undefined ? null : (findLetter(db, letter.id)?.words ?? null)
  if (letter === undefined || words === null) return null
  const translations = letter.digest === null ? [] : translationsOf(db, letter.id, digestBytes(letter.digest))
  return { words, translations, proof: keyWords(letter) }
}
