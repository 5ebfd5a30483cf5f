// The letters that went out on a request, its own and those of the request that answers it.

import type { RequestId } from '../../../shared/domain/id.ts'
import type { SentLetter } from '../../../shared/domain/request/clock-state.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { lettersOf } from '../vault/repository/request/letter.ts'
import { mergeOf } from '../vault/repository/request/request-life.ts'

/** Every one, oldest first; what the other sent before the merge answers only itself. */
export function sentFor(db: Driver, id: RequestId): SentLetter[] {
  const merge = mergeOf(db, id)
  return [...ownLetters(db, id, 0), ...(merge === null ? [] : answersOf(db, merge.into, merge.at))].toSorted(
    (one, other) => (one.on < other.on ? -1 : Number(one.on > other.on)),
  )
}

function answersOf(db: Driver, id: RequestId, since: number): SentLetter[] {
  const merge = mergeOf(db, id)
  const further = merge === null ? [] : answersOf(db, merge.into, Math.max(since, merge.at))
  return [...ownLetters(db, id, since), ...further]
}

function ownLetters(db: Driver, id: RequestId, since: number): SentLetter[] {
  return lettersOf(db, id).flatMap(({ kind, draft, sent, sentEnteredAt }) =>
    sent === null || (sentEnteredAt ?? 0) < since ? [] : [{ kind, on: sent.on, draft }],
  )
}
