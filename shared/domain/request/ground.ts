// Grounds on which time may be extended: the CPRA's six and the ordinance's own six, never mixed (law.md §1.2, §2.1).
import { z } from 'zod'
import { isInForce, Statute } from '../law/statute.ts'
import type { LocalDate } from '../time.ts'

/** One ground; `number` as the law counts it, `short` for a list to choose from. */
export const Ground = Statute.extend({
  law: z.enum(['cpra', 'idr']),
  number: z.int().min(1).max(6),
  short: z.string().min(1),
})
export type Ground = z.infer<typeof Ground>

/** The grounds of a law that may be relied on for a request received on a day, in the law's order. */
export function groundsInForce(grounds: readonly Ground[], law: Ground['law'], on: LocalDate): Ground[] {
  return grounds
    .filter((ground) => ground.law === law && isInForce(ground, on))
    .toSorted((one, other) => one.number - other.number)
}
