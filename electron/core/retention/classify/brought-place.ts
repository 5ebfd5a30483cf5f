// Where the classification of what a job brought stands: kept in the job's own checkpoint.
import { z } from 'zod'
import type { BroughtClassification } from '../../../../shared/domain/classify/brought.ts'
import { RecordId } from '../../../../shared/domain/id.ts'

const Count = z.int().nonnegative()
const Finding = z.object({ record: RecordId, sentence: z.string() })

/** More than this a reconciliation does not name. */
const MOST_FINDINGS = 50

export const BroughtPlace = z.object({
  /** The set by which the records up to `after` were judged; under another one all are judged anew. */
  ruleSet: z.int().positive(),
  after: z.int().nullable(),
  looked: Count,
  decided: Count,
  conflicts: Count,
  guarded: Count,
  findings: z.array(Finding),
})
export type BroughtPlace = z.infer<typeof BroughtPlace>

/** Where a checkpoint left it, or its beginning. */
export function placeOf(left: unknown, ruleSet: number): BroughtPlace {
  const place = BroughtPlace.nullable().parse(left ?? null)
  if (place?.ruleSet === ruleSet) return place
  return { ruleSet, after: null, looked: 0, decided: 0, conflicts: 0, guarded: 0, findings: [] }
}

/** The findings with some more, up to as many as are named. */
export function named(
  known: BroughtClassification['findings'],
  more: BroughtClassification['findings'],
): BroughtClassification['findings'] {
  return [...known, ...more.slice(0, Math.max(0, MOST_FINDINGS - known.length))]
}
