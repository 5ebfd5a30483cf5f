// Owns what the beginning of a file says of a feed: its form, its show, when it was made, who hosts it.
import { childText, parseMarkup } from '../kit/markup.ts'
import { once } from '../kit/once.ts'
import type { Peek } from '../kit/peek.ts'
import { builtAt, linkOf, ownerOf, titleOf } from './channel.ts'
import { pageOf } from './facts.ts'
import { enclosuresOf } from './sound.ts'
import { type FeedTree, feedTreeOf, itemsOf } from './tree.ts'
import { feedTime } from './when.ts'

export interface FeedHead {
  readonly form: 'RSS 2.0' | 'RSS 1.0' | 'Atom'
  readonly title: string
  readonly owner: string
  /** Addresses as the feed gives them: its own, the page of older items, where it moved to. */
  readonly self: string
  readonly next: string
  readonly movedTo: string
  readonly page: string
  /** ms since 1970 UTC; null where it does not say. */
  readonly built: number | null
  /** Whether it has what only podcasts have. */
  readonly sounds: boolean
  /** Whether it is SoundCloud that hosts it. */
  readonly isSoundCloud: boolean
  /** The page of the first item. */
  readonly firstPage: string
}

/** What a file says of itself as a feed; null where it is none. WordPress’s export and Blogger’s are no feeds, though they look like it. */
export const feedHead = once(look)

const ROOT = /<(?:[\w.-]+:)?(?:rss|rdf|feed)(?=[\s>/])/i
const OTHERS = /<wp:|xmlns:wp=|schemas\.google\.com\/blogger|<(?:[\w.-]+:)?Entit(?:y|ies)\b/
const SOUNDS =
  /itunes\.com\/dtds\/podcast|podcastindex\.org\/namespace|<itunes:|<podcast:|<enclosure\s|rel=["']enclosure["']|podlove\.org/i

function look({ form, text, head }: Peek): FeedHead | null {
  if (form === 'binary' || form === 'empty' || form === 'json' || form === 'html') return null
  if (!ROOT.test(text) || OTHERS.test(text)) return null
  const tree = feedTreeOf(parseMarkup(head, true))
  if (tree === null) return null
  const { root, channel } = tree
  const rdf = root.name.includes('rdf')
  if (rdf && !/purl\.org\/rss\/1\.0|netscape\.com\/rdf/i.test(text)) return null
  const items = itemsOf(tree)
  if (root.name === 'rss' && channel === root && items.length === 0) return null
  const dated = builtAt(channel)
  const built = dated === '' ? null : feedTime(dated).at
  return {
    form: rdf ? 'RSS 1.0' : root.name === 'atom:feed' ? 'Atom' : 'RSS 2.0',
    title: titleOf(channel),
    owner: ownerOf(channel),
    self: linkOf(channel, 'self'),
    next: linkOf(channel, 'next') || linkOf(channel, 'prev-archive'),
    movedTo: childText(channel, 'itunes:new-feed-url'),
    page: pageOf(channel),
    built,
    sounds: SOUNDS.test(text),
    isSoundCloud: isSoundCloud(tree),
    firstPage: items[0] === undefined ? '' : pageOf(items[0]),
  }
}

/** SoundCloud's guids stay with a show that moved to another host; its own feeds say where they are. */
function isSoundCloud(tree: FeedTree): boolean {
  const { channel } = tree
  const self = linkOf(channel, 'self')
  if (self !== '') return /^https?:\/\/(?:[\w-]+\.)*soundcloud\.com\//i.test(self)
  if (/@soundcloud\.com/i.test(childText(channel, 'webmaster'))) return true
  return itemsOf(tree).some(
    (item) =>
      childText(item, 'guid').startsWith('tag:soundcloud,') &&
      enclosuresOf(item).some(({ url }) => /soundcloud\.com|sndcdn\.com/i.test(url)),
  )
}

/** Whether two feeds are of one show: by its page, by their own address, else by its title. */
export function sameShow(one: FeedHead, other: FeedHead): boolean {
  const page = ({ page: address }: FeedHead) => address.replace(/^https?:/i, '').replace(/\/$/, '')
  if (page(one) !== '' && page(one) === page(other)) return true
  return (one.self !== '' && one.self === other.self) || one.title === other.title
}
