// The document in which every import ends: what the export claims, what was read, stored, merged, passed over, unknown.
import { z } from 'zod'
import { BroughtClassification } from '../classify/brought.ts'
import { ProducedItems } from './produced.ts'

/** A reason for which items were passed over, and how many. */
const PassedOver = z.strictObject({ reason: z.string(), count: z.int().nonnegative() })

/**
 * One line: a file of the export with its type. The law of a line is
 * `read = stored + versions + same + merged + passedOver + failed` (new records; new versions of known ones; seen before; joined or twice);
 * `difference = claimed − read` where the export claims a count
 * (of the outer items, where items stand inside others, as messages in a conversation). Anything but 0 is unexplained and red.
 */
export const ReconciliationLine = z.strictObject({
  file: z.string(),
  type: z.string(),
  status: z.enum(['read', 'empty', 'absent', 'failed', 'kept-unread', 'media', 'unknown', 'quarantined', 'left-out']),
  claimed: z.int().nonnegative().nullable(),
  read: z.int().nonnegative(),
  stored: z.int().nonnegative(),
  versions: z.int().nonnegative(),
  merged: z.int().nonnegative(),
  same: z.int().nonnegative(),
  passedOver: z.array(PassedOver),
  failed: z.int().nonnegative(),
  difference: z.int().nullable(),
  note: z.string().nullable(),
})
export type ReconciliationLine = z.infer<typeof ReconciliationLine>

/** Something about the content that a clerk should know; a row, never an exception. */
export const Finding = z.strictObject({
  code: z.string(),
  file: z.string().nullable(),
  position: z.int().nonnegative().nullable(),
  sentence: z.string(),
})
export type Finding = z.infer<typeof Finding>

/** A media file: how many the posts name, how many were found, and which files no post names. */
export const MediaReconciliation = z.strictObject({
  named: z.int().nonnegative(),
  found: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  unnamed: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
})
export type MediaReconciliation = z.infer<typeof MediaReconciliation>

/** What an earlier export of the account held and this one does not, and the reverse. */
export const Comparison = z.strictObject({
  against: z.string(),
  added: z.int().nonnegative(),
  changed: z.int().nonnegative(),
  same: z.int().nonnegative(),
  notSeen: z.int().nonnegative(),
  notSeenSample: z.array(
    z.strictObject({ record: z.int(), kind: z.string(), at: z.int().nullable(), text: z.string() }),
  ),
})
export type Comparison = z.infer<typeof Comparison>

export const Reconciliation = z.strictObject({
  platform: z.string(),
  layout: z.string(),
  parser: z.string(),
  generatedAt: z.int().nullable(),
  ownerHandle: z.string().nullable(),
  ownerNativeId: z.string().nullable(),
  lines: z.array(ReconciliationLine),
  totals: z.strictObject({
    claimed: z.int().nonnegative(),
    read: z.int().nonnegative(),
    stored: z.int().nonnegative(),
    versions: z.int().nonnegative(),
    merged: z.int().nonnegative(),
    same: z.int().nonnegative(),
    passedOver: z.int().nonnegative(),
    failed: z.int().nonnegative(),
    unexplained: z.int().nonnegative(),
  }),
  media: MediaReconciliation,
  comparison: Comparison.nullable(),
  findings: z.array(Finding),
  neverExported: z.array(z.string()),
  /** What the rules in force made of its records; absent where there were none. */
  classified: BroughtClassification.optional(),
  /** Where single items of a personal account were produced by its holder. */
  produced: ProducedItems.optional(),
})
export type Reconciliation = z.infer<typeof Reconciliation>

/** Whether the export says of anything how much it holds: without that, nothing can be missing, and nothing is proved whole. */
export function claimsCounts({ lines }: Pick<Reconciliation, 'lines'>): boolean {
  return lines.some(({ claimed }) => claimed !== null)
}
