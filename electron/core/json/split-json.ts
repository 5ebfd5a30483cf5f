// Owns reading a JSON file of an export as a stream of its elements.
import { DEFAULT_JSON_LIMITS, type JsonItem, type JsonLimits } from './items.ts'
import { type JsonEnd, Splitter } from './splitter.ts'

/** Elements in the order of the file. The last batch, and only that one, has an `end`; its items may be none. */
export interface JsonBatch {
  readonly items: readonly JsonItem[]
  readonly end: JsonEnd | null
}

/**
 * Cuts a file such as `window.YTD.tweets.part0 = [ {…}, {…} ];` into its elements, unparsed, with their byte ranges. Skipped: a byte order mark, an
 * assignment in front, semicolons and spaces behind. Any cutting into chunks gives the same items. What is wrong with the file is in `end.finding`; the
 * input is then still read to its end, so that its checksum is checked. Throws what the input throws, and the signal's reason.
 */
export async function* splitJson(
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal,
  limits: JsonLimits = DEFAULT_JSON_LIMITS,
): AsyncGenerator<JsonBatch, void, undefined> {
  const splitter = new Splitter(limits)
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    splitter.push(chunk)
    if (!splitter.full) continue
    const items = splitter.take()
    for (let from = 0; from < items.length; from += limits.batchItems) {
      yield { items: items.slice(from, from + limits.batchItems), end: null }
    }
  }
  const end = splitter.end()
  yield { items: splitter.take(), end }
}
