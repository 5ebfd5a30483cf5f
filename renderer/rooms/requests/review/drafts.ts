// Decisions as they are sent: made from what stands, or what stood before.
import type { AppliedGround, Redaction, ReviewDecision, ReviewDraft } from '../../../../shared/domain/review.ts'

/** A decision as it could be made again. */
export function draftOf({ outcome, grounds, redactions, reason }: ReviewDecision): ReviewDraft {
  return { outcome, grounds, redactions, reason }
}

const nothing = { grounds: [], redactions: [], reason: '' }

/** The record goes out whole. */
export const releasing: ReviewDraft = { ...nothing, outcome: 'release' }

/** The record is kept back whole. */
export function withholding(grounds: readonly AppliedGround[]): ReviewDraft {
  return { ...nothing, outcome: 'withhold', grounds: [...grounds] }
}

/** The record does not answer the request. */
export function notResponsive(reason: string): ReviewDraft {
  return { ...nothing, outcome: 'not-responsive', reason }
}

/** With some redactions more than stand; what was decided otherwise before gives way. */
export function redacting(stands: ReviewDecision | null, more: readonly Redaction[]): ReviewDraft {
  const redactions = [...(stands?.redactions ?? []), ...more]
  return { ...nothing, outcome: 'redact', redactions, reason: stands?.outcome === 'redact' ? stands.reason : '' }
}

/** Without one redaction; null where it was the last, so that the record is undecided again. */
export function unredacting(stands: ReviewDecision, place: number): ReviewDraft | null {
  const redactions = stands.redactions.toSpliced(place, 1)
  return redactions.length === 0 ? null : { ...draftOf(stands), redactions }
}
