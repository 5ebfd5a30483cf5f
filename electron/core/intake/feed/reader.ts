// Owns reading a feed file: its items as they stream in, then the feed itself; and saying where it is not well-formed.
import type { Document, Element } from 'domhandler'
import type { ReadItem } from '../draft.ts'
import { damagedFile } from '../kit/items.ts'
import { type MarkupPlace, markupItems } from '../kit/markup-reader.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import type { FileReader, Reading } from '../kit/spec.ts'
import { channelOutcome, linkOf, titleOf } from './channel.ts'
import { authorOf } from './facts.ts'
import { type ItemPlace, itemOutcome } from './item.ts'
import { scopeOf } from './names.ts'
import { channelAround, feedTreeOf, isItem, itemsIn } from './tree.ts'

/** What a platform does its own way with feeds. */
export interface FeedHabits extends Pick<ItemPlace, 'filesOf' | 'contentOf'> {
  readonly idOf: (guid: string, show: string) => string
  /** What the platform calls the feed of an account, by the feed's address; null where it has no name of its own. */
  readonly feedIdOf: (self: string) => string | null
}

/** A reader of feeds of every form. */
export function feedReader<State>(habitsOf: (reading: Reading<State>) => FeedHabits): FileReader<State> {
  return (reading) => {
    const { tree, file, signal } = reading
    const chunks = tree.set.read(file.member, signal)
    return feedItems(habitsOf(reading), chunks, reading, (sentence) => damagedFile(file, sentence))
  }
}

/** The items of a feed wherever its bytes come from. @param damaged what is thrown where it cannot be read further */
export async function* feedItems(
  habits: FeedHabits,
  chunks: AsyncIterable<Buffer> | Iterable<Buffer>,
  reading: Pick<Reading<unknown>, 'media' | 'odd' | 'signal'>,
  damaged: (sentence: string) => Error,
): AsyncGenerator<readonly ReadItem[], void, undefined> {
  const undeclared = new Set<string>()
  const places = placesOf(habits, reading.media)
  const open = new Set<string>()
  let loose = ''
  const spec = {
    xml: true,
    isItem,
    make: (element: Element, { ancestors }: MarkupPlace) => {
      const place = places(ancestors, element)
      return itemsIn(element, scopeOf(ancestors), undeclared).map((item) => itemOutcome(item, place))
    },
    rest: (document: Document, leftOpen: ReadonlySet<string>) => {
      for (const name of leftOpen) open.add(name)
      const feed = feedTreeOf(document)
      for (const prefix of feed?.undeclared ?? []) undeclared.add(prefix)
      if (feed === null) return []
      return [channelOutcome(feed.channel, habits.feedIdOf(linkOf(feed.channel, 'self')), reading.media)]
    },
  }
  for await (const items of markupItems(spec, chunks, reading, damaged)) {
    for (const { bytes } of items) loose ||= looseIn(bytes)
    yield items
  }
  const faults = [
    ...(undeclared.size === 0 ? [] : [`uses prefixes that it does not declare (${few(undeclared)})`]),
    ...(open.size === 0 ? [] : [`leaves elements open (${few(open)})`]),
    ...(loose === '' ? [] : [`writes “${loose}”, which XML does not know`]),
  ]
  if (faults.length === 0) return
  reading.odd(
    'xml-ill-formed',
    `This feed is not well-formed XML: it ${faults.join(', ')}. It was read as a browser would read it; compare the episodes with the file where a whole one matters.`,
  )
}

const few = (names: ReadonlySet<string>) => [...names].slice(0, 5).join(', ')

/** The first ampersand that begins nothing that XML knows, with what follows it. */
function looseIn(bytes: Uint8Array): string {
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/<!\[CDATA\[.*?\]\]>/gs, '')
    .replace(/<!--.*?-->/gs, '')
  return /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)\w{0,10};?/i.exec(text)?.[0] ?? ''
}

/** What is known around items; asked anew only where more of the feed was read. */
function placesOf(habits: FeedHabits, media: MediaFinder) {
  let owner: Element | undefined
  let count = -1
  let known: Omit<ItemPlace, 'base'> & { readonly self: string }
  return (ancestors: readonly Element[], item: Element): ItemPlace => {
    const holder = ancestors.at(-1)
    if (known === undefined || holder !== owner || holder?.children.length !== count) {
      const channel = channelAround(ancestors)
      const show = channel === null ? '' : titleOf(channel)
      const isAtom = channel?.name === 'atom:feed'
      owner = holder
      count = holder?.children.length ?? -1
      known = {
        show,
        author: isAtom ? authorOf(channel) : '',
        self: channel === null ? '' : linkOf(channel, 'self'),
        idOf: (guid) => habits.idOf(guid, show),
        filesOf: habits.filesOf,
        ...(habits.contentOf === undefined ? {} : { contentOf: habits.contentOf }),
        media,
      }
    }
    const base = [item, ...ancestors.toReversed()].map(({ attribs }) => attribs['xml:base']).find(Boolean)
    const { self, ...place } = known
    return { ...place, base: base ?? self }
  }
}
