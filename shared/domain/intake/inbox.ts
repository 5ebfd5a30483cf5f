// The inbox: a folder into which liaisons put exports, and what a look at it finds there.
import { z } from 'zod'
import { AccessionId } from '../id.ts'
import { Instant } from '../time.ts'

/** One file or folder of the inbox as somebody saw it. Compared with a later look it tells whether it still grows. */
export const InboxLook = z.strictObject({
  name: z.string().min(1).max(1000),
  /** Bytes; of a folder: of all files in it. */
  size: z.int().nonnegative(),
  /** When it last changed; of a folder: the latest of its files. */
  changedAt: Instant,
})
export type InboxLook = z.infer<typeof InboxLook>

/**
 * `new` was seen once only, so nobody knows yet whether it grows; `growing` changed between two looks; `unfinished` says by its name or by
 * being empty that it is not whole; `ready` stood still.
 */
export const InboxState = z.enum(['new', 'growing', 'unfinished', 'ready'])
export type InboxState = z.infer<typeof InboxState>

export const InboxItem = InboxLook.extend({
  folder: z.boolean(),
  /** Since when it lies there, as far as the disk knows. */
  since: Instant,
  state: InboxState,
  /** The newest import of the very same bytes; null where there is none. */
  imported: z.strictObject({ accession: AccessionId, at: Instant }).nullable(),
})
export type InboxItem = z.infer<typeof InboxItem>

const ENDINGS = 'crdownload|part|partial|filepart|tmp|temp|download|opdownload|aria2|!ut'
const unfinished = new RegExp(`\\.(?:${ENDINGS})$|^~\\$`, 'i')
const beside = new RegExp(`^(.+)\\.(?:${ENDINGS})$`, 'i')

/** What a system puts into a folder for itself: nobody's upload. */
export function isSystemFile(name: string): boolean {
  return /^(?:\.|desktop\.ini$|thumbs\.db$)/i.test(name)
}

/**
 * Whether a name is that of a download or upload under way, or of a file that such a one is going to fill.
 * @param names everything in the folder
 */
export function isUnfinished(name: string, names: readonly string[]): boolean {
  return unfinished.test(name) || names.some((other) => beside.exec(other)?.[1] === name)
}

/** How something stands that was seen now, by what was seen of it before. */
export function inboxState(now: InboxLook, before: InboxLook | undefined, names: readonly string[]): InboxState {
  if (now.size === 0 || isUnfinished(now.name, names)) return 'unfinished'
  if (before === undefined) return 'new'
  return before.size === now.size && before.changedAt === now.changedAt ? 'ready' : 'growing'
}
