// Owns making records of Sycamore's export: pages with versions, files in base64, events, points of the map. Its writer had bugs; they are named where they are met.
import type { Element } from 'domhandler'
import type { Outcome, ReadItem } from '../../draft.ts'
import { passedOver, record } from '../../kit/draft.ts'
import { childText, plainText } from '../../kit/markup.ts'
import { NO_TIME, secondsTime } from '../../kit/time.ts'
import { sycamoreFile } from './sycamore-file.ts'
import { embeddedIn, sycamoreLinks } from './sycamore-text.ts'

const ITEMS = new Set(['version', 'file', 'event', 'point', 'acl', 'group'])

/** What of the document is an item: a version, and the words of a page as it stands. */
export function isSycamoreItem({ name }: Element, ancestors: readonly Element[]): boolean {
  return ITEMS.has(name) || (name === 'text' && ancestors.at(-1)?.name === 'page')
}

/** One element of the export. */
export function sycamoreOutcome(element: Element, ancestors: readonly Element[]): Outcome {
  const wiki = ancestors.find(({ name }) => name === 'wiki')?.attribs.name ?? ''
  switch (element.name) {
    case 'text':
    case 'version':
      return pageOutcome(element, ancestors.at(-1), wiki)
    case 'file':
      return sycamoreFile(element, wiki)
    case 'event':
      return eventOutcome(element, wiki)
    case 'point':
      return pointOutcome(element, ancestors.at(-1)?.name === 'old', wiki)
    default:
      return passedOver('Who may read and change what on the wiki is no record of it.')
  }
}

/** The id of a page: names are kept in lower case. */
function sycamorePage(wiki: string, name: string): string {
  return `${wiki}/${name.toLowerCase()}`
}

function pageOutcome(element: Element, page: Element | undefined, wiki: string): Outcome {
  const { attribs } = element
  const now = element.name === 'text'
  const title = attribs.propercased_name ?? page?.attribs.propercased_name ?? page?.attribs.name ?? ''
  const words = now ? plainText(element) : childRaw(element)
  const time = now ? NO_TIME : secondsTime(attribs.edit_time)
  const change = (attribs.edit_type ?? '').trim()
  const deleted = change === 'DELETE'
  return record({
    kind: 'page',
    id: sycamorePage(wiki, page?.attribs.name ?? title),
    time,
    author: attribs.user_edited ?? '',
    text: words.trim() === '' ? title : `${title}\n${words.replace(/\n$/, '')}`,
    state: deleted ? 'deleted' : 'live',
    deletedAt: deleted ? time.at : null,
    links: sycamoreLinks(words),
    details: {
      title,
      change,
      comment: attribs.comment,
      withoutAccount: (!now && (attribs.user_edited ?? '') === '') || undefined,
      embedded: embeddedIn(words),
      redirect: /^#redirect\s+"?([^"\n]+)"?/i.exec(words.trim())?.[1],
    },
    content: now
      ? { title, words }
      : { title, words, time: attribs.edit_time ?? null, change, comment: attribs.comment },
  })
}

/** The words of a version, spaces and all. */
function childRaw(version: Element): string {
  const text = version.children.find((one): one is Element => 'name' in one && one.name === 'text')
  return text === undefined ? '' : plainText(text)
}

/** An event of the board. Its words were not escaped by the writer: elements in them are read as their words. */
function eventOutcome(event: Element, wiki: string): Outcome {
  const { attribs } = event
  const name = attribs.event_name ?? attribs.name ?? childText(event, 'name')
  const words = plainText(event).trim()
  const starts = secondsTime(attribs.event_time)
  return record({
    kind: 'event',
    id: `${wiki} event ${attribs.posted_time ?? ''} ${name}`,
    time: secondsTime(attribs.posted_time),
    author: attribs.posted_by ?? '',
    text: [name, words].filter((part) => part !== '').join('\n'),
    links: sycamoreLinks(words),
    details: {
      title: name,
      place: attribs.location,
      starts: starts.at === null ? attribs.event_time : new Date(starts.at).toISOString(),
    },
    content: { name, words, place: attribs.location ?? null, starts: attribs.event_time ?? null },
  })
}

function pointOutcome({ attribs }: Element, old: boolean, wiki: string): Outcome {
  const page = attribs.pagename ?? ''
  const deletedAt = old ? secondsTime(attribs.deleted_time).at : null
  return record({
    kind: 'other',
    id: `${wiki} point ${page} ${attribs.created_time ?? ''} ${attribs.x ?? ''} ${attribs.y ?? ''}`,
    time: secondsTime(attribs.created_time),
    author: attribs.created_by ?? '',
    parent: sycamorePage(wiki, page),
    state: old ? 'deleted' : 'live',
    deletedAt,
    text: [attribs.pagename_propercased ?? page, attribs.address ?? ''].filter((part) => part !== '').join('\n'),
    details: { what: 'point on the map', x: attribs.x, y: attribs.y, address: attribs.address },
    content: { page, x: attribs.x ?? null, y: attribs.y ?? null, address: attribs.address ?? null },
  })
}

/**
 * The versions of one page, oldest first, with the page as it stands last: where its words are those of the newest version, it is that version, seen twice;
 * and a page that was deleted and came back is not deleted.
 */
export function settlePage(items: readonly ReadItem[]): readonly ReadItem[] {
  const versions = items.filter(({ outcome }) => outcome.type === 'record' && outcome.draft.at !== null)
  const newest = versions.at(-1)
  return items.map((item) => {
    if (item.outcome.type !== 'record' || item.outcome.draft.kind !== 'page') return item
    if (newest === undefined || item === newest || newest.outcome.type !== 'record') return item
    const { draft } = item.outcome
    const last = newest.outcome.draft
    const { state, deletedAt } = last
    const live = { state: 'live', deletedAt: null } as const
    if (draft.at !== null) return { ...item, outcome: { type: 'record', draft: { ...draft, ...live } } }
    const same = draft.text === last.text ? { content: last.content, author: last.author, details: last.details } : {}
    return { ...item, outcome: { type: 'record', draft: { ...draft, ...same, state, deletedAt } } }
  })
}
