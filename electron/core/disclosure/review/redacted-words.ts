// The words that the decisions of a review take out, each once.
import { createHash } from 'node:crypto'
import type { Digest, RecordId } from '../../../../shared/domain/id.ts'
import { groundKeys, keyed } from '../../../../shared/domain/review/ground-keys.ts'
import { phrasesOf } from '../../../../shared/domain/review/redact-record.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { fold } from '../../../../shared/text/fold.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { recordDetail } from '../../vault/record/read.ts'

export interface RedactedWords {
  readonly words: string
  readonly phrase: Digest
  readonly record: RecordId
}

/** By which words are known that stay: SHA-256 of them as they are folded for searching. */
export function phraseDigest(words: string): Digest {
  return digestOf(createHash('sha256').update(fold(words).toLowerCase().trim()).digest())
}

/** All words that the decisions take out, each once. */
export function redactedWords(db: Driver, decisions: Iterable<ReviewDecision>): RedactedWords[] {
  const found = new Map<Digest, RedactedWords>()
  for (const decision of decisions) addWords(db, decision, found)
  return [...found.values()]
}

/** The same, letting others have their turn. @param turn is awaited between two decisions */
export async function redactedInTurns(
  db: Driver,
  decisions: Iterable<ReviewDecision>,
  turn: () => Promise<void>,
): Promise<RedactedWords[]> {
  const found = new Map<Digest, RedactedWords>()
  for (const decision of decisions) {
    addWords(db, decision, found)
    await turn()
  }
  return [...found.values()]
}

function addWords(
  db: Driver,
  { record, outcome, redactions }: ReviewDecision,
  found: Map<Digest, RedactedWords>,
): void {
  const detail = outcome === 'redact' ? recordDetail(db, record) : null
  if (detail === null) return
  for (const { words } of phrasesOf(detail, keyed(redactions, groundKeys().keyOf))) {
    const phrase = phraseDigest(words)
    if (!found.has(phrase)) found.set(phrase, { words, phrase, record })
  }
}
