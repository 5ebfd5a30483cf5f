// Captured feeds: RSS and Atom by the reader of feeds, JSON Feed (1.1) beside it, both under the same ids.
import type { AnswerItem, CapturedReader, StoredAnswer } from '../captured-reader.ts'
import type { Outcome } from '../draft.ts'
import { imageOf } from '../feed/facts.ts'
import { jsonFeedItems, jsonFeedShows } from '../feed/json-feed.ts'
import { feedItems } from '../feed/reader.ts'
import { enclosuresOf } from '../feed/sound.ts'
import { feedTreeOf, itemsOf } from '../feed/tree.ts'
import { FEED_FORM } from '../identity-forms.ts'
import { parseMarkup } from '../kit/markup.ts'

const HABITS = { idOf: (guid: string) => guid, filesOf: () => [], feedIdOf: () => null }

export default {
  name: 'feed',
  read: (answer) => (isJson(answer.bytes) ? jsonFeedItems(answer) : xmlItems(answer)),
  shows: (answer) =>
    (isJson(answer.bytes) ? jsonFeedShows(answer.bytes) : xmlShows(answer.bytes)).flatMap(
      (address) => URL.parse(address, answer.url)?.href ?? [],
    ),
} satisfies CapturedReader

async function* xmlItems(answer: StoredAnswer): AsyncGenerator<AnswerItem> {
  const damaged = (sentence: string) => new Error(`The feed ${sentence}`)
  for await (const items of feedItems(HABITS, [answer.bytes], answer, damaged))
    for (const { pointer, start, bytes, outcome } of items)
      yield { pointer: pointer ?? '/', start, bytes, outcome: numbered(outcome, bytes, answer) }
}

/** WordPress puts a post's number, which its exports and its interface know it by, into the guid; a feed of excerpts alone says too little to be the post. */
const WORDPRESS_GUID = /^https?:\/\/([^/?#]+)\/(?:[^?#]*\/)?\?p=(\d+)$/

function numbered(outcome: Outcome, bytes: Uint8Array, { url }: StoredAnswer): Outcome {
  if (outcome.type !== 'record' || outcome.draft.kind !== 'post') return outcome
  const { draft } = outcome
  const [, host, number] = WORDPRESS_GUID.exec(draft.nativeId) ?? []
  const isWhole = Buffer.from(bytes).includes('<content:encoded')
  if (number === undefined || host !== URL.parse(url)?.host || !isWhole) return outcome
  const details = { ...draft.details, guid: draft.nativeId, form: FEED_FORM }
  return { ...outcome, draft: { ...draft, nativeId: number, form: 'feed', details } }
}

function xmlShows(bytes: Buffer): readonly string[] {
  const tree = feedTreeOf(parseMarkup(bytes, true))
  if (tree === null) return []
  return [tree.channel, ...itemsOf(tree)].flatMap((one) => [...enclosuresOf(one).map(({ url }) => url), imageOf(one)])
}

function isJson(bytes: Buffer): boolean {
  return /^\s*\{/.test(bytes.toString('latin1', 0, 64).replace(/^\xEF\xBB\xBF/, ''))
}
