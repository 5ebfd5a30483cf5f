// Owns objects of Nextdoor's interface for agencies: posts with their comments, comments in comments, events.
import type { Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { isPrivate } from '../../kit/fields.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { idOf, isObject, type JsonObject, listOf } from '../../kit/value.ts'
import { fieldsOf, meaningsOf } from './fields.ts'
import { fieldsOutcome, type Holds, holdsBy } from './record.ts'

/** Deeper answers are left in the source: no page shows them. */
const DEEPEST = 32

/** An object with everything in it that is a record: first itself, then its comments in order. */
export function apiOutcomes(value: unknown, fileName: string, media: MediaFinder): readonly Outcome[] {
  if (!isObject(value)) return [failed('not-an-object', 'is not an object, as a record of Nextdoor must be')]
  const event = isObject(value.event) ? value.event : null
  const own = event === null ? value : { ...event, ...value, event: undefined }
  const names = Object.keys(own)
  const holds = holdsBy(names, meaningsOf(names), fileName) ?? 'rows'
  const id = idOf(value.id) ?? idOf(value.post_id)
  return [outcomeOf(own, holds, media, null), ...commentsIn(value, id, null, media, 0)]
}

function outcomeOf(value: JsonObject, holds: Holds, media: MediaFinder, post: string | null): Outcome {
  const entries = Object.entries(value).filter(
    ([name, one]) => name !== 'comments' && name !== 'replies' && one !== undefined && one !== null,
  )
  return fieldsOutcome(fieldsOf(entries.map(([name, one]) => [name, withoutPrivate(one, 0)])), holds, media, post)
}

function commentsIn(
  value: JsonObject,
  post: string | null,
  parent: string | null,
  media: MediaFinder,
  depth: number,
): readonly Outcome[] {
  if (depth > DEEPEST) return []
  return [...listOf(value.comments), ...listOf(value.replies)].flatMap((comment) => {
    // Some answers give the words of comments alone.
    if (typeof comment === 'string')
      return [outcomeOf({ body: comment, parent_comment_id: parent }, 'comments', media, post)]
    if (!isObject(comment)) return []
    const own = 'parent_comment_id' in comment || parent === null ? comment : { ...comment, parent_comment_id: parent }
    return [outcomeOf(own, 'comments', media, post), ...commentsIn(comment, post, idOf(comment.id), media, depth + 1)]
  })
}

/** An object of whatever kind as one record, everything in it as it stands. */
export function anyOutcome(value: unknown, media: MediaFinder): Outcome {
  if (isObject(value)) return outcomeOf(value, 'rows', media, null)
  return failed('not-an-object', 'is not an object, as a record of Nextdoor must be')
}

/** Values in values hold addresses too. */
function withoutPrivate(value: unknown, depth: number): unknown {
  if (depth > DEEPEST) return null
  if (Array.isArray(value)) return value.map((one) => withoutPrivate(one, depth + 1))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (isPrivate(name) ? [] : [[name, withoutPrivate(one, depth + 1)]])),
  )
}
