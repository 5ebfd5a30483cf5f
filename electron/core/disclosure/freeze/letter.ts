// The letter that a packet shows: the newest that was signed of those which answer the request.
import type { RequestId } from '../../../../shared/domain/id.ts'
import { type LetterKind, publicKeyWords } from '../../../../shared/domain/request/letter.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { findLetter, lettersOf } from '../../vault/repository/request/letter.ts'
import { FrozenLetter } from '../document.ts'

const ANSWERS: readonly LetterKind[] = ['determination', 'idr-determination', 'instalment', 'closure']

/** The letter without whom it goes to; null where none is signed. */
export function letterFor(db: Driver, request: RequestId): FrozenLetter | null {
  const signed = lettersOf(db, request).filter(
    ({ kind, state }) => ANSWERS.includes(kind) && (state === 'signed' || state === 'sent'),
  )
  const newest = signed
    .toSorted((one, other) => (one.signedAt ?? 0) - (other.signedAt ?? 0) || one.id - other.id)
    .at(-1)
  const words = newest === undefined ? null : (findLetter(db, newest.id)?.words ?? null)
  if (newest === undefined || words === null) return null
  const { head, date, subject, blocks, signature } = words
  return FrozenLetter.parse({
    kind: newest.kind,
    head,
    date,
    subject,
    blocks,
    signature,
    proof: publicKeyWords(newest),
  })
}
