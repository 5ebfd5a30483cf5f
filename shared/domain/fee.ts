// The City's fees for copies as it adopted them: copies and media only; search, review and redaction are never charged.
import { z } from 'zod'
import { Instant, LocalDate } from './time.ts'

/** `programming` is charged only under Gov. Code 7922.575(b), with the attorney's name. There is no kind for search, review or redaction. */
export const FeeKind = z.enum(['copy', 'media', 'postage', 'certification', 'programming'])
export type FeeKind = z.infer<typeof FeeKind>

export const FeeLine = z.strictObject({
  kind: FeeKind,
  words: z.string().trim().min(1).max(200),
  per: z.string().trim().min(1).max(60),
  cents: z.int().nonnegative().max(10_000_000),
})
export type FeeLine = z.infer<typeof FeeLine>

/** A schedule as entered; of several the one with the latest start that has come counts. */
export const FeeSchedule = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  validFrom: LocalDate,
  lines: z.array(FeeLine),
  source: z.string(),
  enteredAt: Instant,
  enteredBy: z.string().nullable(),
})
export type FeeSchedule = z.infer<typeof FeeSchedule>
