// A rule of law as effective-dated data: what it says, where, since when, and how sure we are.
import { z } from 'zod'
import { LocalDate } from '../time.ts'

/**
 * One version of a rule. `validFrom` null: older than any record here; `validTo` null: no end known.
 * `confirmed` false: a person must still check it against the primary text before the City relies on it.
 */
export const Statute = z.strictObject({
  id: z.string().min(1),
  citation: z.string().min(1),
  text: z.string().min(1),
  validFrom: LocalDate.nullable(),
  validTo: LocalDate.nullable(),
  source: z.string().min(1),
  confirmed: z.boolean(),
})
export type Statute = z.infer<typeof Statute>

/** Whether a rule is in force on a day, both ends included. */
export function isInForce(rule: Pick<Statute, 'validFrom' | 'validTo'>, on: LocalDate): boolean {
  return (rule.validFrom === null || rule.validFrom <= on) && (rule.validTo === null || on <= rule.validTo)
}
