// Owns what becomes of headers: they repeat the numbers of posts and messages; one whose content is missing is told of.
import type { Outcome } from '../../draft.ts'
import { failed } from '../../kit/draft.ts'
import { idOf, isObject, textOf, unwrapped } from '../../kit/value.ts'
import type { IdSet } from './id-set.ts'

/** The ids of all posts and messages that were read. */
export interface SeenIds {
  readonly live: IdSet
  readonly deleted: IdSet
  readonly messages: IdSet
}

export interface HeaderOutcome {
  readonly outcome: Outcome
  /** Set where the content is missing: what to name it by. */
  readonly missing: string | null
}

const REPEATS = 'A header: it repeats the number and time of a record that stands in another file.'
const MISSING = 'A header whose content is not in the export: nothing but a number and a time is known.'

/** A parsed element of `tweet-headers.js` or `deleted-tweet-headers.js`. */
export function postHeader(value: unknown, deleted: boolean, { live, deleted: gone }: SeenIds): HeaderOutcome {
  const header = isObject(value) ? unwrapped(value, 'tweet') : {}
  const id = idOf(header.tweet_id) ?? idOf(header.tweetId) ?? idOf(header.id_str)
  if (id === null) return { outcome: failed('header-without-id', 'has no number, as a header must'), missing: null }
  if (gone.has(id) || live.has(id)) return repeats()
  const deletedAt = textOf(header.deleted_at) || textOf(header.deletedAt)
  return missing(deleted && deletedAt !== '' ? `${id}, deleted ${deletedAt}` : id)
}

/** A parsed element of a conversation in a header file; events repeat events and have no number. */
export function messageHeader(value: unknown, { messages }: SeenIds): HeaderOutcome {
  const [about] = isObject(value) ? Object.values(value) : []
  if (!isObject(about))
    return { outcome: failed('header-unreadable', 'is not an object with a name, as a header must be'), missing: null }
  const id = idOf(about.id)
  return id === null || messages.has(id) ? repeats() : missing(id)
}

function repeats(): HeaderOutcome {
  return { outcome: { type: 'passed-over', reason: REPEATS }, missing: null }
}

function missing(name: string): HeaderOutcome {
  return { outcome: { type: 'passed-over', reason: MISSING }, missing: name }
}
