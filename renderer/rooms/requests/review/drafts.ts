// Decisions as they are sent: made from what stands, or what stood before.
import type {
  AppliedGround,
  ReadFile,
  Redaction,
  ReviewDecision,
  ReviewDraft,
} from '../../../../shared/domain/review/review.ts'

/** A decision as it could be made again. */
export function draftOf({ outcome, grounds, redactions, reason, read }: ReviewDecision): ReviewDraft {
  return { outcome, grounds, redactions, reason, ...readOf(read) }
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
  const reason = stands?.outcome === 'redact' ? stands.reason : ''
  return { ...nothing, outcome: 'redact', redactions, reason, ...readOf(stands?.read) }
}

/** With a document that was looked through; a record that nobody has decided on is released then. */
export function reading(stands: ReviewDecision | null, file: ReadFile): ReviewDraft {
  const goesOut = stands?.outcome === 'redact' || stands?.outcome === 'release'
  const others = (stands?.read ?? []).filter(({ digest }) => digest !== file.digest)
  return { ...(goesOut ? draftOf(stands) : releasing), read: [...others, file] }
}

/** Released as it stands, with the documents that were looked through. */
export function releasingRead(stands: ReviewDecision | null): ReviewDraft {
  return { ...releasing, ...readOf(stands?.read) }
}

function readOf(read: readonly ReadFile[] | undefined): Pick<ReviewDraft, 'read'> {
  return read === undefined ? {} : { read: [...read] }
}

/** Without one redaction; null where it was the last, so that the record is undecided again. */
export function unredacting(stands: ReviewDecision, place: number): ReviewDraft | null {
  const redactions = stands.redactions.toSpliced(place, 1)
  return redactions.length === 0 ? null : { ...draftOf(stands), redactions }
}
