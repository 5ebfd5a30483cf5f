// Owns making a record of a feed itself: what the show says of itself on that day.
import type { Element } from 'domhandler'
import type { Outcome } from '../draft.ts'
import { record } from '../kit/draft.ts'
import { child, children, childText } from '../kit/markup.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { NO_TIME } from '../kit/time.ts'
import { authorOf, imageOf, pageOf, tagsOf } from './facts.ts'
import { attribute } from './names.ts'
import { saidIn } from './plain.ts'
import { fileOf, steady } from './sound.ts'
import { feedTime } from './when.ts'
import { lineOf, nameIn, wordsOf } from './words.ts'

const BUILT = ['lastbuilddate', 'pubdate', 'atom:updated', 'atom:modified', 'dc:date']
const ABOUT = [
  'description',
  'itunes:summary',
  'atom:subtitle',
  'atom:tagline',
  'googleplay:description',
  'itunes:subtitle',
]

/** When a feed says that it was made, as written; `''` where it does not say. */
export function builtAt(channel: Element): string {
  for (const name of BUILT) if (childText(channel, name) !== '') return childText(channel, name)
  return ''
}

/** The title of a feed. */
export function titleOf(channel: Element): string {
  return lineOf(child(channel, 'title')) || lineOf(child(channel, 'atom:title')) || childText(channel, 'itunes:title')
}

/** Who makes a show, as the feed says. */
export function ownerOf(channel: Element): string {
  return authorOf(channel) || childText(child(channel, 'itunes:owner'), 'itunes:name')
}

/** What tells feeds apart: the show's page, else the feed's own address, else its title. */
function keyOf(channel: Element, title: string): string {
  const self = linkOf(channel, 'self')
  return steady(pageOf(channel)).replace(/\/$/, '') || steady(self) || childText(channel, 'atom:id') || title
}

/** Where one of a feed's links leads; `''` where it has none of the kind. */
export function linkOf(channel: Element, kind: string): string {
  return attribute(
    children(channel, 'atom:link').find((one) => attribute(one, 'rel') === kind),
    'href',
  )
}

/** @param id what the platform calls the feed of the account; null where it has no name of its own */
export function channelOutcome(channel: Element, id: string | null, media: MediaFinder): Outcome {
  const title = titleOf(channel)
  const [about = wordsOf(undefined)] = ABOUT.map((name) => wordsOf(child(channel, name))).filter(
    ({ text }) => text !== '',
  )
  const page = pageOf(channel)
  const owner = childText(child(channel, 'itunes:owner'), 'itunes:name')
  const image = imageOf(channel)
  const picture = fileOf(image, media)
  const categories = categoriesOf(channel)
  const built = builtAt(channel)
  const links = ['self', 'next', 'prev-archive', 'payment', 'hub', 'license']
    .map((kind) => ({ shown: kind, target: linkOf(channel, kind) }))
    .filter(({ target }) => target !== '')
  const podcasting = saidIn(channel, 'podcast', ['liveitem'])
  const plain = (name: string) => childText(channel, name)
  const author = ownerOf(channel)
  return record({
    kind: 'profile',
    id: `feed ${id ?? keyOf(channel, title)}`.trim(),
    time: built === '' ? NO_TIME : feedTime(built),
    author,
    text: [title, about.text].filter((part) => part !== '').join('\n'),
    links: [...about.links, ...(page === '' ? [] : [{ shown: title || page, target: page }]), ...links],
    details: {
      what: 'feed',
      title,
      owner: owner === author ? '' : owner,
      subtitle: plain('itunes:subtitle') === about.raw ? '' : plain('itunes:subtitle'),
      language: plain('language') || plain('dc:language'),
      copyright: plain('copyright') || plain('atom:rights') || plain('dc:rights'),
      editor: nameIn(plain('managingeditor')),
      generator: plain('generator') || plain('atom:generator'),
      image,
      categories,
      tags: tagsOf(channel),
      explicit: plain('itunes:explicit'),
      showType: plain('itunes:type'),
      complete: plain('itunes:complete'),
      blocked: plain('itunes:block'),
      movedTo: plain('itunes:new-feed-url'),
      built: plain('lastbuilddate'),
      published: plain('pubdate'),
      ...podcasting,
    },
    content: {
      title,
      about: about.raw,
      author,
      owner,
      image: steady(image),
      categories,
      page: steady(page),
      language: plain('language'),
      copyright: plain('copyright') || plain('atom:rights'),
      explicit: plain('itunes:explicit'),
      showType: plain('itunes:type'),
    },
    media: picture === null ? [] : [picture],
  })
}

/** iTunes’s categories, those inside others with the names of these before them: `News > Tech News`. */
function categoriesOf(parent: Element, before = ''): readonly string[] {
  return ['itunes:category', 'googleplay:category'].flatMap((kind) =>
    children(parent, kind).flatMap((one) => {
      const name = [before, attribute(one, 'text')].filter((part) => part !== '').join(' > ')
      const inner = categoriesOf(one, name)
      return [...(name === '' || name === before ? [] : [name]), ...inner]
    }),
  )
}
