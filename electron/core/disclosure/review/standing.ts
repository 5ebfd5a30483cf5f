// What stands decided for a request, and a digest over all of it.
import { createHash } from 'node:crypto'
import type { Digest, RequestId } from '../../../../shared/domain/id.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { contentsOf, keptWords, standingReview } from '../../vault/repository/review/review.ts'

export interface Standing {
  readonly decisions: ReadonlyMap<number, ReviewDecision>
  /** What must not change between a signature and a packet. */
  readonly digest: Digest
}

/** Reads everything that stands decided. */
export function standingOf(db: Driver, request: RequestId): Standing {
  const gathered = gathering()
  for (const decision of standingReview(db, request)) gathered.add(decision)
  return gathered.all(keptWords(db, request))
}

/** The same, letting others have their turn. @param turn is awaited between two decisions */
export async function standingInTurns(db: Driver, request: RequestId, turn: () => Promise<void>): Promise<Standing> {
  const gathered = gathering()
  for (const decision of standingReview(db, request)) {
    gathered.add(decision)
    await turn()
  }
  return gathered.all(keptWords(db, request))
}

function gathering() {
  const decisions = new Map<number, ReviewDecision>()
  const hash = createHash('sha256')
  return {
    add: (decision: ReviewDecision) => {
      decisions.set(decision.record, decision)
      hash.update(`${canonicalJson(decision)}\n`)
    },
    all: (kept: ReadonlySet<string>): Standing => {
      for (const one of [...kept].sort()) hash.update(`${one}\n`)
      return { decisions, digest: digestOf(hash.digest()) }
    },
  }
}

/** Whether something of a record came in that its reviewer has not seen. */
export function hasChanged(db: Driver, { record, versions }: ReviewDecision): boolean {
  const seen = new Set(versions)
  return contentsOf(db, record).some((digest) => !seen.has(digest))
}
