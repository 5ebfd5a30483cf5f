// Translations of signed letters, each with the person who reviewed it.
import { LetterTranslation } from '../../../../../shared/domain/request/letter.ts'
import type { Driver } from '../../catalog/driver.ts'
import type { Done } from './request-life.ts'

/** The translations of a letter that are of the words as they were signed, by language. @param digest of these words */
export function translationsOf(db: Driver, letter: number, digest: Uint8Array): LetterTranslation[] {
  return db
    .all(
      `SELECT language, text, reviewed_by AS reviewedBy, reviewer_title AS reviewerTitle, reviewed_on AS reviewedOn
       FROM letter_translation WHERE letter_id = ? AND words_digest = ? ORDER BY language`,
      letter,
      digest,
    )
    .map((row) => LetterTranslation.parse(row))
}

/** Attaches a translation, in place of one into the same language. */
export function saveTranslation(
  db: Driver,
  letter: number,
  digest: Uint8Array,
  { language, text, reviewedBy, reviewerTitle, reviewedOn }: LetterTranslation,
  { at, by }: Done,
): void {
  db.run(
    'INSERT OR REPLACE INTO letter_translation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[letter, language, digest, text, reviewedBy, reviewerTitle, reviewedOn, at, by],
  )
}
