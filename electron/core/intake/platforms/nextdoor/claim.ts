// Owns telling what files of Nextdoor are. No export to members was ever seen: only what says of itself that it is Nextdoor's is taken for it.

import { isPrivate, plainName } from '../../kit/fields.ts'
import { blockText, elementsIn, parseMarkup } from '../../kit/markup.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject } from '../../kit/value.ts'
import { meaningsOf } from './fields.ts'
import { type Holds, holdsBy } from './record.ts'

/** Lists of an answer, by the keys that lead to them. */
const LISTS = new Set([
  'posts',
  'trending_posts',
  'popular_posts',
  'fsf_items',
  'listings',
  'data',
  'results',
  'result',
  'items',
  'messages',
  'events',
  'comments',
])

/** Whether a list inside a document is of records: `posts`, `data.posts`. */
export function isRecordList(path: readonly string[]): boolean {
  return path.length > 0 && path.length <= 2 && path.every((key) => LISTS.has(key))
}

/** What a file is; null where nothing of it can be a record. */
export function claimFile(peek: Peek): Claim | null {
  if (peek.form === 'csv') return claimTable(peek, peek.rows.find((row) => row.length > 1) ?? [], 'csv') ?? pageOf(peek)
  if (peek.form === 'html') return claimTable(peek, htmlHeader(peek), 'html') ?? pageOf(peek)
  if (peek.form === 'text') return pageOf(peek)
  return peek.form === 'json' ? claimJson(peek) : null
}

/** What is no table is kept whole, as one record; it says nothing for Nextdoor. */
function pageOf({ text }: Peek): Claim {
  if (!/\b\d{1,3}(?:\.\d{1,3}){3}\b/.test(text)) return { type: 'page', weight: 0 }
  return { type: 'log-ins', weight: 0, use: 'unread', note: 'A page with addresses of computers.', group: 'log-ins' }
}

/** How much names and words say for Nextdoor. Columns of neighborhoods are hardly anybody else's; its address may stand in anybody's words. A table that says neither is read only where the clerk says that it is Nextdoor's. */
function weightOf({ name, text }: Peek, names: readonly string[]): number {
  const base = names.some(isNeighborly) ? 0.5 : /nextdoor\.com/i.test(text) ? 0.12 : 0
  return base + (/nextdoor/i.test(name) ? 0.08 : 0)
}

const isNeighborly = (name: string) => /^neighbou?rhood(?:name|id|url)?$/.test(plainName(name))

function claimTable(peek: Peek, header: readonly string[], form: 'csv' | 'html'): Claim | null {
  if (header.length < 2) return null
  const meanings = meaningsOf(header)
  const holds = holdsBy(header, meanings, peek.name)
  const weight = weightOf(peek, header)
  return (holds === null ? unreadOf(header, weight) : null) ?? { type: `${holds ?? 'rows'} ${form}`, weight }
}

/** What is no record of the account, by its names; null where it may be one. */
function unreadOf(names: readonly string[], weight: number): Claim | null {
  if (names.map(plainName).some((name) => /^ip(?:address)?$|useragent|^device/.test(name))) {
    return { type: 'log-ins', weight, use: 'unread', note: 'Devices and addresses signed in from.', group: 'log-ins' }
  }
  if (names.some(isPrivate) && names.every(isOfPerson)) {
    return { type: 'people', weight, use: 'unread', note: 'Names and addresses of people.', group: 'contacts' }
  }
  return null
}

function claimJson(peek: Peek): Claim | null {
  const first = firstRecord(peek.json, 0)
  if (first === null) return null
  const names = Object.keys(first)
  if (names.length === 0) return null
  if (holdsBy(names, meaningsOf(names), peek.name) === null) {
    // An address of Nextdoor's somewhere in anybody's JSON says nothing.
    const weight = names.some(isNeighborly) ? 0.5 : 0
    return unreadOf(names, weight) ?? { type: 'objects', weight }
  }
  const author = isObject(first.author) ? first.author : {}
  // What the interface for agencies writes, and nobody else.
  const own = 'agency_info' in author || 'neighborhood_name' in author || 'neighborhood_url' in author
  const address = /nextdoor\.com/i.test(String(first.embed_url ?? first.url ?? ''))
  const weight = own ? 0.85 : address ? 0.7 : weightOf(peek, names)
  return { type: 'api', weight }
}

/** A column of an address book: a name, or what is private. */
function isOfPerson(name: string): boolean {
  return (
    isPrivate(name) ||
    /^(?:id|(?:first|last|full|display)?name|neighbou?r\w*|relationship|status)$/.test(plainName(name))
  )
}

/** The first object of a list of records, at the root or inside; the object itself where it is one. */
function firstRecord(json: unknown, depth: number): JsonObject | null {
  if (Array.isArray(json)) return json.find(isObject) ?? null
  if (!isObject(json)) return null
  if ('body' in json || 'body_text' in json) return json
  for (const [key, value] of Object.entries(json)) {
    const found = LISTS.has(key) && depth < 2 ? firstRecord(value, depth + 1) : null
    if (found !== null) return found
  }
  return depth === 0 ? json : null
}

/** The cells of a page's first row of a table. */
function htmlHeader({ head, text }: Peek): readonly string[] {
  if (!/<table[\s>]/i.test(text)) return []
  const [row] = elementsIn(parseMarkup(head, false), ({ name }) => name === 'tr')
  return elementsIn(row, ({ name }) => name === 'th' || name === 'td').map(blockText)
}

/** What the rows of a table are, by the type of its claim. */
export function holdsOf(type: string): Holds {
  const [first = 'rows'] = type.split(' ', 1)
  return first === 'posts' ||
    first === 'comments' ||
    first === 'messages' ||
    first === 'events' ||
    first === 'reactions'
    ? first
    : 'rows'
}
