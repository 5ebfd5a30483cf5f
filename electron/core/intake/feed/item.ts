// Owns making a record of an item: an episode, an entry, a broadcast, by RSS or Atom.
import type { Element } from 'domhandler'
import type { RecordKind } from '../../../../shared/domain/record/record.ts'
import type { MediaDraft, Outcome } from '../draft.ts'
import { record } from '../kit/draft.ts'
import { child, children, childText } from '../kit/markup.ts'
import type { MediaFinder } from '../kit/media-finder.ts'
import { NO_TIME } from '../kit/time.ts'
import { countOf } from '../kit/value.ts'
import { authorOf, imageOf, pageOf, resolved, tagsOf } from './facts.ts'
import { attribute } from './names.ts'
import { saidIn } from './plain.ts'
import { type Enclosure, enclosuresOf, fileOf, isSound, steady } from './sound.ts'
import { feedTime, secondsOf } from './when.ts'
import { lineOf, wordsOf } from './words.ts'

/** What is known around an item. */
export interface ItemPlace {
  /** The title of the feed. */
  readonly show: string
  /** Who wrote all entries that name nobody, by Atom's rule; RSS has none. */
  readonly author: string
  /** What relative addresses begin with, where the feed says so. */
  readonly base: string
  /** The id that an item is kept under, by the one that the feed gives it. */
  readonly idOf: (guid: string) => string
  /** Files of the package that belong to the item of an id, besides those that it names. */
  readonly filesOf: (id: string) => readonly string[]
  /** What makes a version of an item, where the platform gives the same items in another form too. */
  readonly contentOf?: (said: { readonly title: string; readonly words: string; readonly author: string }) => unknown
  readonly media: MediaFinder
}

const SOUNDING = [
  'itunes:duration',
  'itunes:episode',
  'itunes:episodetype',
  'podcast:alternateenclosure',
  'podcast:episode',
]
const BODIES = [
  'content:encoded',
  'atom:content',
  'description',
  'itunes:summary',
  'atom:summary',
  'googleplay:description',
  'media:description',
]
const DATES = [
  'pubdate',
  'atom:published',
  'atom:issued',
  'dc:date',
  'dc:issued',
  'dc:created',
  'atom:updated',
  'atom:modified',
]

/** An element that `renameAll` has been over; told apart by its guid, else by the address of its sound, else of its page. */
export function itemOutcome(item: Element, place: ItemPlace): Outcome {
  const title = firstOf(item, ['title', 'atom:title', 'itunes:title', 'media:title'], lineOf)
  const group = child(item, 'media:group')
  const bodies = [...BODIES.map((name) => child(item, name)), child(group, 'media:description')]
    .map(wordsOf)
    .filter(({ text }) => text !== '')
  const [body = wordsOf(undefined), ...others] = bodies
  const enclosures = enclosuresOf(item).map((one) => ({ ...one, url: resolved(one.url, place.base) }))
  const page = resolved(pageOf(item), place.base)
  const guid = childText(item, 'guid') || childText(item, 'atom:id') || attribute(item, 'rdf:about')
  const id = guid === '' ? enclosures[0]?.url || page || null : place.idOf(guid)
  const written = firstOf(item, DATES, (one) => wordsOf(one).raw)
  const duration = childText(item, 'itunes:duration') || attribute(child(item, 'media:content'), 'duration')
  const chapters = children(child(item, 'psc:chapters'), 'psc:chapter').map(({ attribs }) => ({ ...attribs }))
  const podcasting = saidIn(item, 'podcast', ['chapters', 'season', 'episode'])
  const starts = attribute(item, 'start')
  const summary = others.find(({ text }) => text !== body.text)?.text
  const image = imageOf(item)
  const author = authorOf(item) || place.author
  return record({
    kind: kindOf(item, enclosures),
    ...(id === null ? { key: title } : { id }),
    time: starts === '' ? (written === '' ? NO_TIME : feedTime(written)) : feedTime(starts),
    author,
    text: [title, body.text].filter((part) => part !== '').join('\n'),
    links: [
      ...body.links,
      ...(page === '' ? [] : [{ shown: title || page, target: page }]),
      ...enclosures.map((one) => ({ shown: isSound(one) ? 'Sound' : 'Picture', target: one.url })),
      ...children(item, 'podcast:transcript').map((one) => ({ shown: 'Transcript', target: attribute(one, 'url') })),
    ].filter(({ target }) => target !== ''),
    details: {
      title,
      show: place.show,
      subtitle: childText(item, 'itunes:subtitle'),
      summary,
      updated: childText(item, 'atom:updated') === written ? '' : childText(item, 'atom:updated'),
      starts,
      ends: attribute(item, 'end'),
      status: attribute(item, 'status'),
      duration,
      seconds: secondsOf(duration),
      season: childText(item, 'itunes:season') || childText(item, 'podcast:season'),
      seasonName: attribute(child(item, 'podcast:season'), 'name'),
      episode: childText(item, 'itunes:episode') || childText(item, 'podcast:episode'),
      episodeType: childText(item, 'itunes:episodetype'),
      explicit: childText(item, 'itunes:explicit'),
      image,
      enclosures,
      chapters,
      chaptersAt: attribute(child(item, 'podcast:chapters'), 'url'),
      ...podcasting,
      tags: tagsOf(item),
      commentsAt: childText(item, 'comments'),
      guid: guid === id ? '' : guid,
    },
    measures: countMeasure('comments', childText(item, 'slash:comments')),
    content: place.contentOf?.({ title, words: body.raw, author }) ?? {
      title,
      html: body.raw,
      summary: summary ?? null,
      enclosures: enclosures.map(({ url }) => steady(url)),
      published: written,
      starts,
      chapters,
      people: podcasting.people ?? null,
      explicit: childText(item, 'itunes:explicit'),
    },
    media: filesOf([...enclosures.map(({ url }) => url), image], id, place),
  })
}

function kindOf(item: Element, enclosures: readonly Enclosure[]): RecordKind {
  if (item.name === 'podcast:liveitem') return 'event'
  return enclosures.some(isSound) || SOUNDING.some((name) => child(item, name) !== undefined) ? 'episode' : 'post'
}

function firstOf(item: Element, names: readonly string[], read: (element: Element | undefined) => string): string {
  for (const name of names) {
    const text = read(child(item, name))
    if (text !== '') return text
  }
  return ''
}

/** A count as a measure, where it is one. */
function countMeasure(name: string, value: string): readonly (readonly [string, number])[] {
  const count = value === '' ? null : countOf(value)
  return count === null ? [] : [[name, count]]
}

/** The sounds and pictures that the package holds; those that it does not are addresses only, as in every feed. */
function filesOf(addresses: readonly string[], id: string | null, place: ItemPlace): readonly MediaDraft[] {
  const named = addresses.flatMap((url) => fileOf(url, place.media) ?? [])
  const own = id === null ? [] : place.filesOf(id).map((uri) => place.media.file({ uri, alt: null }))
  const seen = new Set<string>()
  return [...named, ...own].filter(({ names: [name = ''] }) => !seen.has(name) && seen.add(name))
}
