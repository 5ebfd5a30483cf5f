// Feeds: RSS, Atom, JSON Feed and podcasts, with their older pages and their sound files, asked for only where they changed.
import { z } from 'zod'
import { CaptureWayName } from '../../../../../shared/domain/capture/capture.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import { readFile } from '../../../vault/cipher/fs-promises.ts'
import { goneOnWith } from '../../api/steps.ts'
import type { Exchange, Fields } from '../../exchange.ts'
import type { CaptureContext, CaptureEnd, CaptureWay } from '../../way.ts'
import { type FeedItem, outlineOf } from './outline.ts'
import { reachOf } from './reach.ts'

const ACCEPT = 'application/feed+json, application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5'
const WHAT = 'Every item that the feed shows'
/** A feed’s own words, in bytes; sounds may be as large as a capture allows. */
const LARGEST_FEED = 64 << 20
/** Pages of one feed. */
const MOST_PAGES = 2000

export default {
  name: CaptureWayName.parse('feed'),
  title: 'Feed (RSS, Atom, JSON Feed, podcast)',
  capture,
} satisfies CaptureWay

async function* capture(context: CaptureContext): AsyncGenerator<Exchange, CaptureEnd, undefined> {
  const { scope, fetcher, signal } = context
  const items: FeedItem[] = []
  const pages = new Set<string>()
  const limit = scope.depth ?? Number.POSITIVE_INFINITY
  let address = scope.address
  let whole = false
  const ended = (sentence: string, outcome: CaptureEnd['outcome'] = 'incomplete'): CaptureEnd => ({
    stop: { what: WHAT, met: false, since: null },
    outcome,
    sentence,
  })
  while (address !== '' && items.length < limit) {
    signal.throwIfAborted()
    pages.add(address)
    // Killed, it asks for the feed itself anew, which is one answer or few: what was shown then stays, and what is shown now counts.
    const conditions = pages.size === 1 && context.left.length === 0 ? conditionsOf(context, address) : []
    const { exchanges, answer, problem } = await fetcher.fetch({
      url: address,
      headers: [['Accept', ACCEPT], ...conditions],
      reader: 'feed',
      answerBytes: LARGEST_FEED,
    })
    // What lies in a file is gone once it is stored.
    const outline = answer === null || answer.status !== 200 ? null : outlineOf(await wholeOf(answer))
    // A page that is no feed is kept as the page that it is.
    yield* outline === null ? exchanges.map((one) => ({ ...one, reader: null })) : exchanges
    if (answer?.status === 304 && problem === null)
      return {
        stop: { what: WHAT, met: true, since: confirmed(context, address) },
        outcome: 'unchanged',
        sentence: UNCHANGED,
      }
    if (problem !== null) return ended(problem.sentence, outcomeOf(problem.code, items.length))
    if (outline === null) return ended(notAFeed(answer), items.length === 0 ? 'lapsed' : 'incomplete')
    // One by one: so many as a feed may have are too many for one call.
    for (const item of outline.items) items.push(item)
    if (!outline.closed) return ended('The feed breaks off before its end; what it says until there is kept.')
    const next = outline.next === '' ? '' : (URL.parse(outline.next, answer?.url ?? address)?.href ?? '')
    whole = outline.whole || (next === '' && pages.size > 1)
    if (pages.has(next) || pages.size >= MOST_PAGES)
      return ended('The pages of the feed have no end; those that came are kept.')
    address = next
    context.progress(items.length, null, 'items')
  }
  const cut = address !== '' && items.length >= limit
  const missing = scope.kinds.length === 0 || scope.kinds.includes('media') ? yield* sounds(context, items) : 0
  const stop = { what: WHAT, met: !cut, since: reachOf(items, whole && !cut) }
  // That the first page is as it was says nothing of those behind it.
  const confirms = { unconfirmable: pages.size > 1 }
  const count = `${items.length} ${items.length === 1 ? 'item' : 'items'}`
  if (missing > 0)
    return {
      ...confirms,
      stop,
      outcome: 'incomplete',
      sentence: `${count} came; ${missing} of their files did not come whole.`,
    }
  return cut
    ? {
        ...confirms,
        stop,
        outcome: 'incomplete',
        sentence: `${count} came, as many as were asked for; the feed has more.`,
      }
    : { ...confirms, stop, outcome: 'complete', sentence: `${count} came, all that the feed shows.` }
}

/** Feeds of more than 16 MB lie in a file; none is larger than 64 MB. */
async function wholeOf({ body, spooled }: Exchange): Promise<Uint8Array> {
  return spooled === null ? body : readFile(spooled.path)
}

const UNCHANGED = 'The server says that the feed is as it was at the capture before.'

/** It reaches as far as the capture that it confirms. */
function confirmed({ earlier }: CaptureContext, address: string): Instant | null {
  return Instant.nullable().parse(earlier(address)?.since ?? null)
}

/** What is marked of a file, so that a capture that was killed does not ask for it again where it came whole. */
const FileStep = z.strictObject({ file: z.string(), whole: z.boolean() })

/** The files that items name, each once; those that are as they were are not sent again. Returns how many did not come whole. */
async function* sounds(
  context: CaptureContext,
  items: readonly FeedItem[],
): AsyncGenerator<Exchange, number, undefined> {
  const files = new Set(
    items.flatMap((item) => item.files.flatMap((file) => URL.parse(file, context.scope.address)?.href ?? [])),
  )
  const had = new Set(
    z
      .array(FileStep)
      .parse(context.left)
      .flatMap(({ file, whole }) => (whole ? [file] : [])),
  )
  if (had.size > 0) context.limit(goneOnWith(had.size, context.now()))
  let missing = 0
  let done = 0
  for (const url of files) {
    context.signal.throwIfAborted()
    if (had.has(url)) {
      context.progress(++done, files.size, 'files')
      continue
    }
    const { exchanges, problem } = await context.fetcher.fetch({ url, headers: conditionsOf(context, url) })
    yield* exchanges
    if (problem !== null) missing += 1
    await context.mark({ file: url, whole: problem === null } satisfies z.input<typeof FileStep>)
    context.progress(++done, files.size, 'files')
  }
  return missing
}

function conditionsOf({ earlier }: CaptureContext, address: string): Fields {
  const known = earlier(address)
  if (known === null) return []
  return [
    ...(known.etag === null ? [] : [['If-None-Match', known.etag] as const]),
    ...(known.lastModified === null ? [] : [['If-Modified-Since', known.lastModified] as const]),
  ]
}

function outcomeOf(code: string, items: number): CaptureEnd['outcome'] {
  if (code === 'log-in') return 'lapsed'
  // A server that wants to be left alone for a while answers on another day: a schedule asks it again.
  return items === 0 && (code === 'address' || code === 'certificate') ? 'refused' : 'incomplete'
}

function notAFeed(answer: Exchange | null): string {
  const { host } = new URL(answer?.url ?? 'http://nobody')
  const page = /html/i.test(answer?.responseHeaders.find(([name]) => /^content-type$/i.test(name))?.[1] ?? '')
  return page
    ? `${host} answered with a page and not with a feed. It may ask for a log-in; the page is kept.`
    : `${host} answered with something that is no feed. It is kept.`
}
