// What the reviewer is asked before something is kept back.
import type { AppliedGround, Redaction } from '../../../../shared/domain/review/review.ts'

/** A ground for the record, one more ground, why it does not answer, or the ground of a redaction that is made of it. */
export type Asking =
  | { readonly for: 'withhold' | 'add-ground' | 'why' }
  | { readonly for: 'redact'; readonly words: string; readonly make: (ground: AppliedGround) => readonly Redaction[] }
