// Records that are shown only on purpose: on what ground, since when, by whom; and whether somebody reviewed them for release.
import { z } from 'zod'
import { PersonId, RecordId } from '../id.ts'
import { Instant } from '../time.ts'

/** Why a record is shown only on purpose. `booking-photo`: Pen. Code 13665. `other` comes with words of its own. */
export const RestrictionGround = z.enum(['juvenile', 'victim', 'booking-photo', 'sealed', 'other'])
export type RestrictionGround = z.infer<typeof RestrictionGround>

/** What lists say in place of a restricted record. */
export const Restricted = z.strictObject({ ground: RestrictionGround, words: z.string().nullable() })
export type Restricted = z.infer<typeof Restricted>

/** A restriction as a clerk places it; `words` say what another ground is, and are null for a ground of the catalogue. */
export const NewRestriction = z
  .strictObject({
    ground: RestrictionGround,
    words: z.string().trim().min(1).max(60).nullable(),
    reason: z.string().trim().min(1).max(2000),
  })
  .refine(({ ground, words }) => (ground === 'other') === (words !== null), {
    message: 'Another ground needs words that say which; a ground of the catalogue takes none.',
  })
export type NewRestriction = z.infer<typeof NewRestriction>

/** A person's decision that a restricted record may, or may not, stand in packets. `current` false: a version came since. */
const RestrictionReview = z.strictObject({
  release: z.boolean(),
  current: z.boolean(),
  reason: z.string(),
  at: Instant,
  by: PersonId,
})

/** One restriction of a record, standing or former. */
export const Restriction = z.strictObject({
  id: z.int().positive(),
  record: RecordId,
  ground: RestrictionGround,
  words: z.string().nullable(),
  reason: z.string(),
  at: Instant,
  by: PersonId.nullable(),
  act: z.int().positive().nullable(),
  endedAt: Instant.nullable(),
  endedBy: PersonId.nullable(),
  endedReason: z.string().nullable(),
  review: RestrictionReview.nullable(),
})
export type Restriction = z.infer<typeof Restriction>

/** Whether a restricted record may stand in packets now. */
export function mayBeReleased({ review }: Pick<Restriction, 'review'>): boolean {
  return review?.release === true && review.current
}
