// Owns telling what a file of a LocalWiki or of Sycamore is.
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { writtenTime } from '../../kit/time.ts'
import { countOf, isObject, type JsonObject, listOf, textOf } from '../../kit/value.ts'
import { type Shape, shapeOf } from './shape.ts'

const TYPES = {
  page: 'pages',
  file: 'files',
  map: 'maps',
  redirect: 'redirects',
  'page-tags': 'tags of pages',
  tag: 'tags',
} as const

/** What a file is; null where it is nothing of a LocalWiki. */
export function claimFile({ form, text, json }: Peek): Claim | null {
  if (form === 'xml') return claimXml(text)
  if (form !== 'json') return null
  const first = firstOf(json)
  const shape = shapeOf(first)
  if (first === null || shape === null) return null
  if (shape.name === 'user')
    return unread('users', shape, 'Users of the wiki; their names stand with what they wrote.', 'contacts')
  if (shape.name === 'region')
    return unread('regions', shape, 'Regions of the wiki; their names stand with the pages.', 'settings')
  if (shape.name === 'site') return unread('site', shape, 'The site itself: its name, licence and clock.', 'settings')
  const type = `${TYPES[shape.name]}${shape.version ? ' history' : ''}`
  return { type, weight: weightOf(shape), claimed: claimedBy(json), order: orderOf(first, shape) }
}

function claimXml(text: string): Claim | null {
  const root = /^(?:\s*<[?!][^>]*>)*\s*<(sycamore|users)[\s>]/.exec(text)?.[1]
  if (root === 'sycamore') return { type: 'sycamore', weight: 0.97 }
  const users = root === 'users' && /<user\s[^>]*\bdisabled=/.test(text)
  return users
    ? {
        type: 'sycamore users',
        weight: 0.3,
        use: 'unread',
        note: 'Users of the wiki and their addresses.',
        group: 'contacts',
      }
    : null
}

/** Histories by their first entry's time, so that files that go on newest first are read oldest first; things as they stand after them. */
function orderOf(first: JsonObject, { version }: Shape): number {
  if (!version) return 1
  return (writtenTime(first.history_date, 'UTC').at ?? 0) / 1e14
}

function weightOf({ marked, version }: Shape): number {
  if (marked) return version ? 0.93 : 0.85
  return version ? 0.8 : 0.3
}

function unread(type: string, shape: Shape, note: string, group: NonNullable<Claim['group']>): Claim {
  return { type, weight: shape.marked ? 0.6 : 0, use: 'unread', note, group }
}

/** The first object of an answer's list, of a bare list, or the object itself. */
export function firstOf(json: unknown): JsonObject | null {
  if (Array.isArray(json)) return json.find(isObject) ?? null
  if (!isObject(json)) return null
  const list = listsOf(json)
  if (list === null) return json
  return list.find(isObject) ?? null
}

function listsOf(json: JsonObject): readonly unknown[] | null {
  if ('meta' in json && 'objects' in json) return listOf(json.objects)
  return 'results' in json ? listOf(json.results) : null
}

/** How many the answer says there are; only where it is the whole of them, as later pages hold the rest. */
function claimedBy(json: unknown): number | null {
  if (!isObject(json)) return null
  const { next, previous, count } = json
  const meta = isObject(json.meta) ? json.meta : null
  if (meta !== null) {
    const alone = !textOf(meta.next) && !textOf(meta.previous) && countOf(meta.offset ?? 0) === 0
    return alone ? countOf(meta.total_count) : null
  }
  return 'next' in json && !textOf(next) && !textOf(previous) ? countOf(count) : null
}
