// Two captures of one scope, side by side: what each item of either became. By whom, nobody here can say.
import { z } from 'zod'
import { CaptureId, RecordId } from '../id.ts'
import { RecordKind, UnshownHow } from '../record/record.ts'
import { Instant } from '../time.ts'

/**
 * What became of an item. `gone`: no longer shown, which only a later capture may say that met its stop condition and reaches so far back, or
 * that shows the platform’s own word that the item is deleted.
 * `outOfRange`: too old for one of the two to show, or at the end of a list that may have had no room for it. `notReached`: one of the two ended
 * before it, or it is told apart by its words or its place alone, so that nobody can tell whether it is gone or was edited.
 */
export const ItemChange = z.enum(['new', 'changed', 'same', 'gone', 'hidden', 'outOfRange', 'notReached'])
export type ItemChange = z.infer<typeof ItemChange>

/** What is known of one capture of the two. */
export interface CaptureReach {
  readonly startedAt: number
  /** `since`: ms since 1970 UTC. */
  readonly stop: { readonly met: boolean; readonly since: number | null } | null
}

/** How a capture shows an item: to the public, as hidden from it, or as deleted, which some platforms tell of. */
export type Standing = 'shown' | 'hidden' | 'deleted'

/** An item of a capture; null where the capture has nothing of it. */
export interface Sighting {
  readonly version: number
  readonly standing: Standing
}

/** What an item becomes that was not there before. */
const ARRIVES = { shown: 'new', hidden: 'hidden', deleted: 'gone' } as const satisfies Record<Standing, ItemChange>

/** @param at when the item was made, ms since 1970 UTC; null where nobody knows */
export function changeOf(
  at: number | null,
  before: Sighting | null,
  after: Sighting | null,
  earlier: CaptureReach,
  later: CaptureReach,
): ItemChange {
  if (before !== null && after !== null) return changeBetween(before, after)
  if (before !== null) {
    if (later.stop?.met !== true) return 'notReached'
    if (!isWithin(at, later.stop.since)) return 'outOfRange'
    // What the earlier one told to be deleted is no longer shown in either.
    return before.standing === 'deleted' ? 'same' : 'gone'
  }
  const arrives = ARRIVES[after?.standing ?? 'shown']
  // What was made after the earlier capture began is new, however that ended.
  if (at !== null && at > earlier.startedAt) return arrives
  if (earlier.stop?.met !== true) return 'notReached'
  return isWithin(at, earlier.stop.since) ? arrives : 'outOfRange'
}

function changeBetween(before: Sighting, after: Sighting): ItemChange {
  if (after.standing === 'deleted') return before.standing === 'deleted' ? 'same' : 'gone'
  if (before.standing === 'deleted') return ARRIVES[after.standing]
  if (after.standing === 'hidden' && before.standing === 'shown') return 'hidden'
  return before.version === after.version ? 'same' : 'changed'
}

/** At the very edge nobody can tell whether an item still has room. */
function isWithin(at: number | null, since: number | null): boolean {
  return since === null || (at !== null && at > since)
}

/** One part of an item that differs, as words. */
export const Difference = z.strictObject({ part: z.string(), before: z.string(), after: z.string() })
export type Difference = z.infer<typeof Difference>

/** An item of a comparison. Of a locked or restricted record no words are given. */
export const ComparedItem = z.strictObject({
  record: RecordId,
  kind: RecordKind,
  nativeId: z.string(),
  at: Instant.nullable(),
  author: z.string(),
  /** The beginning of its words, as the capture shows it that has it last. */
  text: z.string(),
  /** Numbers of the versions that either shows. */
  before: z.int().nullable(),
  after: z.int().nullable(),
  differences: z.array(Difference),
  /** Whether an earlier capture than the two had shown it already, before it was no longer shown. */
  again: z.boolean(),
})
export type ComparedItem = z.infer<typeof ComparedItem>

export const Comparison = z.strictObject({
  earlier: CaptureId,
  later: CaptureId,
  /** What is new, changed, hidden or gone became so between these two, ms since 1970 UTC. By whom is unknown. */
  window: z.strictObject({ from: Instant, to: Instant }),
  new: z.array(ComparedItem),
  changed: z.array(ComparedItem),
  gone: z.array(ComparedItem),
  hidden: z.array(ComparedItem),
  same: z.array(ComparedItem),
  outOfRange: z.array(ComparedItem),
  notReached: z.array(ComparedItem),
})
export type Comparison = z.infer<typeof Comparison>

/** That an item is no longer shown, or hidden; by whom is unknown until a person records it. */
export const Unshown = z.strictObject({
  change: UnshownHow,
  /** The last capture that shows it, and its version there; the same as `missingIn` where the first that has it shows it hidden or deleted. */
  shownIn: CaptureId,
  version: z.int(),
  /** The first that does not show it, or not to the public. */
  missingIn: CaptureId,
  /** It happened between these two, ms since 1970 UTC. */
  from: Instant,
  to: Instant,
})
export type Unshown = z.infer<typeof Unshown>

/** A record that is no longer shown, or hidden: what a draft for the log of removed posts is made of. */
export const NoLongerShown = Unshown.extend({ record: RecordId })
export type NoLongerShown = z.infer<typeof NoLongerShown>
