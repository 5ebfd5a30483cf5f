// A letter as a person signs it on a day: its words, their digest, and what a key signs.
import { createHash } from 'node:crypto'
import type { Digest, PersonId } from '../../../../shared/domain/id.ts'
import { type LetterWords, letterStatement } from '../../../../shared/domain/request/letter.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { openRequest, refused } from '../changing.ts'
import { composeLetter } from './compose.ts'
import { letterFacts } from './facts.ts'
import { letterIn } from './known-letter.ts'
import { lacksOf } from './lacks.ts'

/** The letter. @throws MunimentError INPUT_INVALID, REQUEST_REFUSED while it lacks something */
export function letterToSign(
  { db, folder }: { readonly db: Driver; readonly folder: string },
  id: number,
  signer: PersonId,
  date: LocalDate,
) {
  const { request, letter } = letterIn(db, id, 'draft')
  const facts = letterFacts(db, folder, openRequest(db, request), date, signer)
  const lacks = lacksOf(letter.draft, facts)
  if (lacks.length > 0) throw refused(`The letter cannot be signed yet. ${lacks.join(' ')} Nothing was changed.`)
  const words = composeLetter(letter.draft, facts)
  const digest = wordsDigest(words)
  return {
    request,
    letter,
    words,
    digest,
    statement: letterStatement({ ...readVaultFile(folder), request, id, digest }),
  }
}

/** SHA-256 of a letter's words. */
export function wordsDigest(words: LetterWords): Digest {
  return digestOf(createHash('sha256').update(canonicalJson(words)).digest())
}
