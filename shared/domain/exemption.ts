// A ground on which a record, or a part of one, is kept back.
import { z } from 'zod'

/** Oakland's three kinds of justification (OMC 2.20.250; law.md §2.4, §6.4). */
export const JustificationKind = z.enum(['permissive', 'prohibited', 'liability'])
export type JustificationKind = z.infer<typeof JustificationKind>

/**
 * An exemption of the catalogue. `asks`: what the reviewer must add to it: the second law that 7927.705 works through, or the harm
 * "in practical terms". `confirmed` false: a person must still check the number against the code before the City relies on it.
 */
export interface Exemption {
  readonly id: string
  readonly citation: string
  /** Before 2023, in the Gov. Code; null where there was none. */
  readonly formerly: string | null
  readonly covers: string
  readonly trap: string
  readonly kind: JustificationKind
  readonly asks: 'law' | 'harm' | null
  readonly confirmed: boolean
}
