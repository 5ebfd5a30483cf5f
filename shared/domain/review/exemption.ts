// Grounds on which a record, or a part of one, is withheld: what each covers, its trap, and what its use has to say (law.md §1.7).
import { z } from 'zod'
import { Statute } from '../law/statute.ts'

/**
 * One exemption. `basis`, as Oakland justifies (OMC 2.20.250): A permissive, B prohibited by law, C liability. `former`: its number
 * before 2023. `asks`: what its use must state besides its section. `posting`: it forbids publishing, not handing over.
 */
export const Exemption = Statute.extend({
  former: z.string().nullable(),
  title: z.string().min(1),
  trap: z.string().nullable(),
  basis: z.enum(['A', 'B', 'C']),
  asks: z.array(z.enum(['second-law', 'public-interest', 'balancing'])),
  posting: z.boolean(),
})
export type Exemption = z.infer<typeof Exemption>

/**
 * Looks an exemption up by its id, also one that counts no more: what was decided on it goes on to print it. `confirmed` says whether
 * the attorney or its source bears it out.
 */
export type Catalogue = (id: string) => Exemption | undefined

/** Whether its use asks if the ordinance requires release all the same (OMC 2.20.220): every permissive one does. */
export function asksRelease({ basis }: Pick<Exemption, 'basis'>): boolean {
  return basis === 'A'
}
