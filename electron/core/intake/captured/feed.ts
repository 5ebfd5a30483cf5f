// Captured feeds: RSS and Atom by the reader of feeds, JSON Feed (1.1) beside it, both under the same ids.
import type { AnswerItem, CapturedReader, StoredAnswer } from '../captured-reader.ts'
import { imageOf } from '../feed/facts.ts'
import { jsonFeedItems, jsonFeedShows } from '../feed/json-feed.ts'
import { feedItems } from '../feed/reader.ts'
import { enclosuresOf } from '../feed/sound.ts'
import { feedTreeOf, itemsOf } from '../feed/tree.ts'
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
    for (const { pointer, start, bytes, outcome } of items) yield { pointer: pointer ?? '/', start, bytes, outcome }
}

function xmlShows(bytes: Buffer): readonly string[] {
  const tree = feedTreeOf(parseMarkup(bytes, true))
  if (tree === null) return []
  return [tree.channel, ...itemsOf(tree)].flatMap((one) => [...enclosuresOf(one).map(({ url }) => url), imageOf(one)])
}

function isJson(bytes: Buffer): boolean {
  return /^\s*\{/.test(bytes.toString('latin1', 0, 64).replace(/^\xEF\xBB\xBF/, ''))
}
