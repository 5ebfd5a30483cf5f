// What stands decided for a request, and a digest over all of it.
import { createHash } from 'node:crypto'
import type { Digest, RequestId } from '../../../../shared/domain/id.ts'
import type { ReviewDecision } from '../../../../shared/domain/review/review.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { contentsAmong, contentsOf, keptWords, standingReview } from '../../vault/repository/review/review.ts'

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
      hash.update(`${written(decision)}\n`)
    },
    all: (kept: ReadonlySet<string>): Standing => {
      for (const one of [...kept].sort()) hash.update(`${one}\n`)
      return { decisions, digest: digestOf(hash.digest()) }
    },
  }
}

/** A decision is one object as long as it stands: it is written out once. */
const writtenBefore = new WeakMap<ReviewDecision, string>()

function written(decision: ReviewDecision): string {
  const known = writtenBefore.get(decision) ?? canonicalJson(decision)
  writtenBefore.set(decision, known)
  return known
}

/** Of a few decisions the records of which something came in that their reviewer has not seen. */
export function changedAmong(db: Driver, decisions: readonly ReviewDecision[]): ReadonlySet<number> {
  const contents = contentsAmong(
    db,
    decisions.map(({ record }) => record),
  )
  const changed = decisions.filter(({ record, versions }) => {
    const seen = new Set(versions)
    return contents.get(record)?.some((digest) => !seen.has(digest))
  })
  return new Set(changed.map(({ record }) => record))
}

/** Whether something of a record came in that its reviewer has not seen. */
export function hasChanged(db: Driver, { record, versions }: ReviewDecision): boolean {
  const seen = new Set(versions)
  return contentsOf(db, record).some((digest) => !seen.has(digest))
}
