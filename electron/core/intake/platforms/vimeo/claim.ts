// Owns telling what files of Vimeo are: answers of its interface, captions, and tables that speak of it.
import { claimKeys, claimNames, speaksOf } from '../../hosted/table.ts'
import { looksLikeCues } from '../../kit/cues.ts'
import { looksLikeJsonLines } from '../../kit/json-lines-reader.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import { claimedBy, contextOf } from './context.ts'
import { bare, type Kind, kindOf } from './kinds.ts'

/** An address or a path of Vimeo's, and nothing else. */
const ADDRESS = /^(?:https?:\/\/(?:[\w-]+\.)?vimeo\.com\/|\/(?:videos|clips)\/\d)\S*$/i
const OWN = /vimeo(?:cdn)?\.com|"resource_key"|\\?\/videos\\?\/\d{5,}/

/** What a file is; null where it is nothing of Vimeo's. */
export function claimFile(peek: Peek): Claim | null {
  const { form, rows, text, name, json } = peek
  if (form === 'csv' || form === 'text') {
    if (looksLikeCues(text)) return { type: 'text track', weight: 0, order: 1 }
    // A table is Vimeo's where it names addresses or paths of it.
    return form === 'csv' ? claimNames(rows[0] ?? [], name, speaksOf(rows.slice(1), ADDRESS) ? 0.6 : 0, 'csv') : null
  }
  if (form !== 'json') return null
  const object = isObject(json) ? bare(json) : null
  const own = object === null ? null : kindOf(object)
  if (object !== null && own !== null) {
    const type = looksLikeJsonLines(text) ? 'lines' : 'object'
    return { type, weight: weightOf(own, object, text), order: own === 'user' ? -1 : 0 }
  }
  const found = firstIn(json)
  if (found === null) {
    const keys =
      object !== null && speaksOf([Object.values(object)], ADDRESS) ? claimKeys(Object.keys(object), name, 0.6) : null
    return keys ?? emptyList(json)
  }
  const first = bare(found)
  const kind = kindOf(first)
  if (kind === null)
    return speaksOf([Object.values(found)], ADDRESS) ? claimNames(Object.keys(found), name, 0.6, 'json') : null
  const weight = weightOf(kind, first, text)
  if (kind === 'user' && !/\/likes$/.test(contextOf(json).path)) {
    const note = 'People who follow the account, or whom it follows.'
    return { type: 'people', weight: weight / 2, use: 'unread', note, group: 'contacts' }
  }
  return { type: 'list', weight, claimed: isObject(json) ? claimedBy(json) : null }
}

/** How much an object says: paths that only Vimeo writes nearly all, shapes less. */
function weightOf(kind: Kind, value: JsonObject, text: string): number {
  const path = /^\/(?:videos|users|albums|channels)\//.test(textOf(value.uri))
  if (path && OWN.test(text)) return 0.9
  if (path) return kind === 'user' ? 0.4 : 0.65
  if (kind === 'user') return 0.3
  return kind === 'video' && 'resource_key' in value ? 0.7 : 0.4
}

/** An answer without elements: the section is there and empty. */
function emptyList(json: unknown): Claim | null {
  if (!isObject(json) || !isObject(json.paging) || !Array.isArray(json.data) || json.data.length > 0) return null
  const { path } = contextOf(json)
  return /^\/(?:videos|users|me|albums)\//.test(path) ? { type: 'list', weight: 0.5, claimed: claimedBy(json) } : null
}

/** Lists of an answer, by the keys that lead to them. */
const LISTS = new Set([
  'data',
  'videos',
  'clips',
  'comments',
  'replies',
  'albums',
  'showcases',
  'projects',
  'folders',
  'items',
  'texttracks',
  'text_tracks',
  'likes',
  'channels',
  'groups',
  'results',
])

/** Whether a list inside a document is of records: `data`, `body.data`, `comments.data`. */
export function isRecordList(path: readonly string[]): boolean {
  const [first = '', second] = path
  if (path.length === 2) return second === 'data'
  return path.length === 1 && LISTS.has(first.toLowerCase())
}

function firstIn(json: unknown): JsonObject | null {
  if (Array.isArray(json)) return objectsOf(json)[0] ?? null
  if (!isObject(json)) return null
  const lists = Object.entries(json).flatMap(([key, value]) => [
    ...(isRecordList([key]) ? [value] : []),
    ...(isObject(value) ? [value.data] : []),
  ])
  return lists.flatMap(objectsOf)[0] ?? null
}
