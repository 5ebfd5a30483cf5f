// What was put right after it was taken in: imports moved, withdrawn or set aside; records merged; records locked.
import { z } from 'zod'
import { AccountId, Digest, PersonId, RecordId } from '../id.ts'
import { Instant } from '../time.ts'

/** One act upon an import. */
export const Correction = z.strictObject({
  act: z.enum(['withdrawn', 'moved', 'set-aside', 'brought-back', 'read-again']),
  from: AccountId.nullable(),
  to: AccountId.nullable(),
  reason: z.string(),
  at: Instant,
  by: PersonId.nullable(),
  /** Who else stands behind a move; left out where nobody had to. */
  second: PersonId.exactOptional(),
})
export type Correction = z.infer<typeof Correction>

/** Two records that were found to be one; `absorbed` is the number that the other one had. */
export const Merge = z.strictObject({
  id: z.int().positive(),
  absorbed: RecordId,
  reason: z.string(),
  at: Instant,
  by: PersonId.nullable(),
})
export type Merge = z.infer<typeof Merge>

/** A version that was found not to be the record's: it is a record of its own since. */
export const Separation = z.strictObject({
  id: z.int().positive(),
  from: RecordId,
  record: RecordId,
  reason: z.string(),
  at: Instant,
  by: PersonId.nullable(),
})
export type Separation = z.infer<typeof Separation>

/** Why a record is shown to nobody. */
export const LockBasis = z.enum(['court-sealed', 'unlawful', 'juvenile', 'victim', 'other'])
export type LockBasis = z.infer<typeof LockBasis>

export const RecordLock = z.strictObject({
  id: z.int().positive(),
  record: RecordId,
  basis: LockBasis,
  reason: z.string(),
  lockedAt: Instant,
  lockedBy: PersonId.nullable(),
  endedAt: Instant.nullable(),
  endedBy: PersonId.nullable(),
  endedHow: z.enum(['lifted', 'removed']).nullable(),
  order: Digest.nullable(),
})
export type RecordLock = z.infer<typeof RecordLock>
