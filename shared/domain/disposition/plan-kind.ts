// What a plan asks for: that records are destroyed because their retention is over, or that custody of them goes to an archive that has a copy.
import { z } from 'zod'

/** Of plans drawn up before there were two kinds: a destruction. */
export const PlanKind = z.enum(['destruction', 'custody'])
export type PlanKind = z.infer<typeof PlanKind>

interface KindWords {
  /** As a title, and in a sentence. */
  readonly report: string
  readonly plan: string
  readonly certificate: string
  /** Of records that the plan lists, of those that it does not, and of those that went. */
  readonly may: string
  readonly went: string
  /** What is asked for, as a noun. */
  readonly act: string
}

/** What each kind is called on paper. */
export const planKindWords: Readonly<Record<PlanKind, KindWords>> = {
  destruction: {
    report: 'Purge report',
    plan: 'purge plan',
    certificate: 'Certificate of destruction',
    may: 'May be destroyed',
    went: 'Destroyed',
    act: 'Destruction',
  },
  custody: {
    report: 'Custody report',
    plan: 'custody plan',
    certificate: 'Certificate of transfer of custody',
    may: 'Custody may be given up',
    went: 'Custody given up',
    act: 'Giving up custody',
  },
}
