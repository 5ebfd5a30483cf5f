// What the fields of an entry hold while it is written, and the entry that comes of them.
import type { RemovedDraft } from '../../../shared/contract/removed.ts'
import {
  draftedRemoval,
  PlatformAction,
  Removal,
  RemovalField,
  type RemovalKind,
  type RemovedBy,
} from '../../../shared/domain/office/removal.ts'

/** The fields, as texts. */
export interface Form {
  readonly kind: RemovalKind
  readonly by: RemovedBy
  readonly action: string
  readonly exception: string
  readonly posted: string
  readonly shownUntil: string
  readonly removed: string
  readonly thread: string
  readonly author: string
  readonly copy: string
  readonly guideline: string
  readonly reason: string
  readonly viewpoint: string
  readonly decidedBy: string
  /** One field more that is not available, and why; those before stay. */
  readonly missingField: string
  readonly missingWhy: string
}

/** What can be chosen. */
export const actions = PlatformAction.options
export const exceptions = ['fugitive-or-threat', 'court-order', 'exigent-circumstance'] as const

/** The fields of an entry, or of a draft, or empty ones. */
export function formOf(said: Removal | null, draft: RemovedDraft | null): Form {
  const drafted = draft === null ? null : draftedRemoval(draft)
  return {
    kind: said?.kind ?? 'content',
    by: said?.by ?? 'unknown',
    action: (said ?? drafted)?.action ?? '',
    exception: said?.exception ?? '',
    posted: said?.posted ?? '',
    shownUntil: (said ?? drafted)?.shownUntil ?? '',
    removed: (said ?? drafted)?.removed ?? '',
    thread: said?.thread ?? '',
    author: said?.author ?? '',
    copy: said?.copy ?? '',
    guideline: said?.guidelineWords ?? '',
    reason: said?.reason ?? '',
    viewpoint: said?.viewpoint ?? '',
    decidedBy: said?.decidedBy ?? '',
    missingField: '',
    missingWhy: '',
  }
}

/**
 * The entry that the fields say.
 * @param before its earlier wording: what the form does not show stays
 * @throws {z.ZodError} where a moment is none
 */
export function saidOf(form: Form, before: Removal | null): Removal {
  const { missingField, missingWhy, guideline, exception, action, posted, shownUntil, removed, ...rest } = form
  const field = RemovalField.safeParse(missingField).data
  return Removal.parse({
    ...before,
    ...rest,
    guidelineWords: guideline,
    exception: form.kind === 'booking-photo' && exception !== '' ? exception : null,
    action: action === '' ? null : action,
    posted: posted.trim() || null,
    shownUntil: shownUntil.trim() || null,
    removed: removed.trim() || null,
    missing: field === undefined ? (before?.missing ?? {}) : { ...before?.missing, [field]: missingWhy },
  })
}
