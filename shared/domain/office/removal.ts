// Content that is no longer shown, and people who were blocked: what AI 599 (part III) and Lindke v. Freed ask to be kept of it.
import { z } from 'zod'
import { addDays } from '../calendar/day.ts'
import type { LocalDate } from '../time.ts'
import { dayOfMoment, hasTime, Moment } from '../written-moment.ts'

const Words = z.string().trim().max(4000).default('')

/** What was done. `booking-photo`: a photo that Pen. Code 13665 takes off the page. */
export const RemovalKind = z.enum(['content', 'block', 'unblock', 'booking-photo'])
export type RemovalKind = z.infer<typeof RemovalKind>

/** By whom; `unknown` until a person records it: that something is gone tells nobody who took it away. */
export const RemovedBy = z.enum(['unknown', 'city', 'author', 'platform'])
export type RemovedBy = z.infer<typeof RemovedBy>

/** What the platform was told to do. */
export const PlatformAction = z.enum(['hidden', 'deleted', 'blocked', 'unblocked', 'restricted'])

/** By what a removal is noticed: the export says so, a later one does not hold it, or a capture does not show it, or not to the public. */
export const RemovalClue = z.enum(['said-deleted', 'not-in-later', 'not-in-capture', 'hidden-in-capture'])
export type RemovalClue = z.infer<typeof RemovalClue>

/** The exceptions of Pen. Code 13665 under which a booking photo may stay. */
const PhotoException = z.enum(['fugitive-or-threat', 'court-order', 'exigent-circumstance'])

/** What must be said of a removal, or said to be not available. */
export const RemovalField = z.enum([
  'posted',
  'removed',
  'thread',
  'author',
  'by',
  'action',
  'guideline',
  'reason',
  'viewpoint',
  'decidedBy',
  'copy',
])
export type RemovalField = z.infer<typeof RemovalField>

/** One removal as a person writes it down. Where it is of a record, what the record says is not written again. */
export const Removal = z.strictObject({
  kind: RemovalKind,
  /** When the content was posted; null where the record says it, or where it is not known. */
  posted: Moment.nullable().default(null),
  /** When it was seen for the last time; null where the moment itself is known, or where nobody saw it. */
  shownUntil: Moment.nullable().default(null),
  /** When it was removed, or with `shownUntil` when it was first seen to be gone. */
  removed: Moment.nullable().default(null),
  /** The page or thread, by its address or in words. */
  thread: Words,
  author: Words,
  by: RemovedBy.default('unknown'),
  action: PlatformAction.nullable().default(null),
  /** The version of the Community Member Use Agreement, and what of it was violated. */
  guideline: z
    .strictObject({
      paper: z.int().positive(),
      version: z.int().positive(),
      clause: z.string().trim().min(1).max(1000),
    })
    .nullable()
    .default(null),
  /** The guideline in words, where the agreement is not among the papers of the vault. */
  guidelineWords: Words,
  reason: Words,
  /** How it was made sure that no viewpoint was the ground (Lindke v. Freed (2024) 601 U.S. 187). */
  viewpoint: Words,
  decidedBy: Words,
  /** Where a copy lies outside the vault. */
  copy: Words,
  exception: PhotoException.nullable().default(null),
  /** Why something is not available, by field. */
  missing: z.partialRecord(RemovalField, z.string().trim().min(1).max(500)).default({}),
})
export type Removal = z.infer<typeof Removal>

/** What a draft says before a person adds to it: when, never by whom. */
export function draftedRemoval(draft: {
  readonly why: RemovalClue
  readonly shownUntil: Moment | null
  readonly removed: Moment | null
}): Removal {
  const { why, shownUntil, removed } = draft
  return Removal.parse({
    kind: 'content',
    shownUntil,
    removed,
    action: why === 'hidden-in-capture' ? 'hidden' : null,
  })
}

/** What people do with an entry, one act after another. */
export const RemovalAct = z.enum([
  'submitted',
  'approved',
  'returned',
  'closed',
  'appealed',
  'appeal-upheld',
  'appeal-granted',
  'reopened',
  'dismissed',
])
export type RemovalAct = z.infer<typeof RemovalAct>

/** Where an entry stands. */
export const RemovalState = z.enum(['open', 'review', 'approved', 'closed', 'appealed', 'dismissed'])
export type RemovalState = z.infer<typeof RemovalState>

const LEADS: Readonly<Record<RemovalAct, RemovalState>> = {
  submitted: 'review',
  approved: 'approved',
  returned: 'open',
  closed: 'closed',
  appealed: 'appealed',
  'appeal-upheld': 'closed',
  'appeal-granted': 'closed',
  reopened: 'open',
  dismissed: 'dismissed',
}

const NEXT: Readonly<Record<RemovalState, readonly RemovalAct[]>> = {
  open: ['submitted', 'dismissed'],
  review: ['approved', 'returned'],
  approved: ['closed', 'returned'],
  closed: ['appealed', 'reopened'],
  appealed: ['appeal-upheld', 'appeal-granted'],
  dismissed: ['reopened'],
}

/** Where an entry stands after its acts, oldest first. */
export function removalState(acts: readonly { readonly act: RemovalAct }[]): RemovalState {
  const last = acts.at(-1)
  return last === undefined ? 'open' : LEADS[last.act]
}

/** The acts that can follow. */
export function nextRemovalActs(state: RemovalState): readonly RemovalAct[] {
  return NEXT[state]
}

/** The acts that are the City attorney's: nothing is closed that no attorney has read. */
export function isAttorneysAct(act: RemovalAct): boolean {
  return act === 'approved' || act === 'returned' || act === 'appeal-upheld' || act === 'appeal-granted'
}

/** What the City's own act needs besides: the rule that was applied, why, by whom, and that no viewpoint was the ground. */
const OF_THE_CITY: readonly RemovalField[] = ['guideline', 'reason', 'viewpoint', 'decidedBy']

/**
 * What is neither said nor explained.
 * @param record whether the vault has the record itself, which then says when it was posted, by whom, and is the copy
 */
export function openFields(removal: Removal, record: boolean): readonly RemovalField[] {
  const of = (kind: RemovalKind) => removal.kind === kind
  const aboutPerson = of('block') || of('unblock')
  const asked: readonly RemovalField[] = [
    ...(aboutPerson || record ? [] : (['posted', 'copy'] as const)),
    ...(record ? [] : (['author'] as const)),
    'removed',
    'thread',
    'by',
    'action',
    ...(removal.by === 'city' ? OF_THE_CITY.filter((field) => !(of('booking-photo') && field === 'guideline')) : []),
  ]
  return asked.filter((field) => !isSaid(removal, field) && removal.missing[field] === undefined)
}

function isSaid(removal: Removal, field: RemovalField): boolean {
  switch (field) {
    case 'by':
      return removal.by !== 'unknown'
    case 'posted':
      return removal.posted !== null && hasTime(removal.posted)
    case 'removed':
      return removal.removed !== null && (hasTime(removal.removed) || removal.shownUntil !== null)
    case 'action':
      return removal.action !== null || removal.by === 'author' || removal.by === 'platform'
    case 'guideline':
      return removal.guideline !== null || removal.guidelineWords !== ''
    default:
      return removal[field] !== ''
  }
}

/** Pen. Code 13665: days after which a booking photo is off the page. */
const PHOTO_DAYS = 14

/**
 * The last day on which a booking photo may stand on the page; null for anything else, and under an exception.
 * @param posted the day on which it was posted, in the City's zone
 */
export function photoDue(removal: Removal, posted: LocalDate | null): LocalDate | null {
  const day = posted ?? (removal.posted === null ? null : dayOfMoment(removal.posted))
  if (removal.kind !== 'booking-photo' || removal.exception !== null || day === null) return null
  return addDays(day, PHOTO_DAYS)
}
