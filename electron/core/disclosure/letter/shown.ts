// A letter as it is shown: the words that were signed, or those that would be signed.
import {
  bodyText,
  type Letter,
  type LetterLanguage,
  type LetterTranslation,
  type LetterWords,
} from '../../../../shared/domain/request/letter.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestBytes } from '../../vault/hex.ts'
import type { FiledLetter } from '../../vault/repository/request/letter.ts'
import { translationsOf } from '../../vault/repository/request/letter-translation.ts'
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
): { readonly words: LetterWords; readonly translations: readonly LetterTranslation[]; readonly facts: LetterFacts } {
  const dated = letter.signedAt ?? Instant.parse(letter.savedAt)
  const date = localDate(dated, zoneAt(db, dated, readVaultFile(folder).zone))
  const facts = letterFacts(db, folder, knownRequest(db, request), date, letter.signedBy ?? signer)
  const translations = letter.digest === null ? [] : translationsOf(db, letter.id, digestBytes(letter.digest))
  return { words: words ?? composeLetter(letter.draft, facts), translations, facts }
}

/**
 * Where the words of its kind are translated: the letter in each of those languages, for somebody to finish and review. What the clerk wrote
 * and what the law says stays English. None where the English would read otherwise today than it was signed.
 */
export function proposedTranslations(
  { draft, kind }: Letter,
  words: LetterWords,
  facts: LetterFacts,
): { readonly language: LetterLanguage; readonly text: string }[] {
  const languages = facts.languages(kind)
  if (languages.length === 0 || canonicalJson(composeLetter(draft, facts)) !== canonicalJson(words)) return []
  return languages.map((language) => {
    const { subject, blocks } = composeLetter(draft, { ...facts, ...facts.wordingIn(language) })
    return { language, text: bodyText({ subject, blocks }) }
  })
}

/** What stands on a letter that is not to be taken for one that went out; null where nothing need. */
export function noticeOn({ signedAt, state }: Letter): string | null {
  if (signedAt === null) return 'Draft: not signed, not sent.'
  return state === 'discarded' ? 'Put aside: never sent.' : null
}
