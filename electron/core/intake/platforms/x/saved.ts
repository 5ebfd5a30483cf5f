// Owns making records of posts that the account liked or bookmarked. X says neither when nor whose they are (formats.md §3).
import { decodeXEntities } from '../../../../../shared/text/entities.ts'
import type { Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { filled, idOf, isObject, textOf, textOrNull, unwrapped } from '../../kit/value.ts'
import type { SavedContent } from './content.ts'
import { type Drafting, ownerName, PLAIN, record } from './drafting.ts'

/** A parsed element of `like.js` or `bookmark.js` as a record; its parent is the post. */
export function savedOutcome(value: unknown, kind: 'like' | 'bookmark', drafting: Drafting): Outcome {
  if (!isObject(value)) return failed('not-an-object', `is not an object, as a ${kind} must be`)
  const saved = unwrapped(value, kind)
  const tweetId = idOf(saved.tweetId)
  if (tweetId === null) return failed(`${kind}-without-id`, 'does not say which post it means')
  const text = decodeXEntities(textOf(saved.fullText))
  const content: SavedContent = { tweetId, fullText: text }
  return record({
    ...PLAIN,
    kind,
    nativeId: tweetId,
    at: null,
    atSource: null,
    precision: 'unknown',
    sourceZone: null,
    author: ownerName(drafting.owner),
    parentNativeId: tweetId,
    text,
    details: filled({ address: textOrNull(saved.expandedUrl) }),
    content,
  })
}
