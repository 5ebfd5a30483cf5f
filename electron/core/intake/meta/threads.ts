// Owns the files of Threads, which come inside an Instagram export or alone (formats.md §2b).
import type { Outcome } from '../draft.ts'
import type { Claim } from '../kit/spec.ts'
import { isObject, type JsonObject, objectsOf } from '../kit/value.ts'
import { mediaPostOutcome } from './media-post.ts'
import type { PostHint } from './post.ts'
import type { MetaReading } from './reading.ts'
import { stringListOutcomes, stringMapOutcome } from './string-map.ts'

const KEY = /^text_post_app_/
const NOT_A_RECORD = 'What Threads keeps of the account besides posts: not a record, kept in the sealed package.'

const READ: readonly (readonly [pattern: RegExp, type: ThreadsType, hint: PostHint])[] = [
  [/^text_post_app_text_posts|_archived_posts/, 'threads-posts', { kind: 'post' }],
  [/_likes$/, 'threads-likes', { kind: 'like' }],
  [/_saved/, 'threads-saved', { kind: 'bookmark' }],
  [/_reposts?$/, 'threads-reposts', { kind: 'repost' }],
]

/** Sections that are read, as the reconciliation names them. */
export const THREADS_TYPES = ['threads-posts', 'threads-likes', 'threads-saved', 'threads-reposts'] as const
type ThreadsType = (typeof THREADS_TYPES)[number]

/** What the items under a key of Threads’ become; undefined where they are none. */
export function threadsHint(key: string): PostHint | undefined {
  return KEY.test(key) ? READ.find(([pattern]) => pattern.test(key))?.[2] : undefined
}

/** What a file of Threads’ is; null where it is none. */
export function threadsClaim(json: unknown): Claim | null {
  const key = isObject(json) ? Object.keys(json).find((one) => KEY.test(one)) : undefined
  if (key === undefined) return isThreadsPost(json) ? { type: 'threads-posts', weight: 0.9, order: 3 } : null
  const read = READ.find(([pattern]) => pattern.test(key))
  if (read !== undefined) return { type: read[1], weight: 0.9, order: 3 }
  const group = /follow|blocked|muted|restricted|users|contacts/.test(key) ? 'contacts' : 'other'
  return { type: key, weight: 0.6, use: 'unread', note: NOT_A_RECORD, group }
}

/** An item of Threads’, in any of the forms that its sections have. */
export function threadsItem(item: JsonObject, hint: PostHint, reading: MetaReading): Outcome | readonly Outcome[] {
  if (Array.isArray(item.string_list_data)) return stringListOutcomes(item, hint, reading)
  if (isObject(item.string_map_data)) return stringMapOutcome(item, hint, reading)
  return mediaPostOutcome(item, hint, reading)
}

/** Whether a file’s items carry the marks that only posts of Threads have. */
export function isThreadsPost(json: unknown): boolean {
  const first = Array.isArray(json) ? json.find((one) => isObject(one)) : json
  return isObject(first) && objectsOf(first.media).some((one) => isObject(one.text_app_post))
}
