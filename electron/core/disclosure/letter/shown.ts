// A letter as it is shown: the words that were signed, or those that would be signed.
import type { LetterWords } from '../../../../shared/domain/letter.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import type { FiledLetter } from '../../vault/repository/letter.ts'
import { zoneAt } from '../../vault/repository/zone.ts'
import { knownRequest } from '../known-request.ts'
import { composeLetter } from './compose.ts'
import { type LetterFacts, letterFacts } from './facts.ts'

/** The words, and the facts behind them. @param date on which an unsigned letter is dated; @param signer who would sign it */
export function shownLetter(
  db: Driver,
  folder: string,
  { request, letter, words }: FiledLetter,
  signer: string | null,
): { readonly words: LetterWords; readonly facts: LetterFacts } {
  const dated = letter.signedAt ?? Instant.parse(letter.savedAt)
  const date = localDate(dated, zoneAt(db, dated, readVaultFile(folder).zone))
  const facts = letterFacts(db, folder, knownRequest(db, request), date, letter.signedBy ?? signer)
  return { words: words ?? composeLetter(letter.draft, facts), facts }
}
