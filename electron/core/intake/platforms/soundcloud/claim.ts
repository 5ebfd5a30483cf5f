// Owns telling what files of SoundCloud are: feeds, answers of its interface, and tables that speak of it.
import { claimFeed } from '../../feed/claim.ts'
import { feedHead } from '../../feed/head.ts'
import { claimKeys, claimNames, speaksOf } from '../../hosted/table.ts'
import { looksLikeJsonLines } from '../../kit/json-lines-reader.ts'
import type { Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, objectsOf } from '../../kit/value.ts'
import { type Kind, kindOf } from './kinds.ts'

/** An address or a name of SoundCloud's, and nothing else. */
const ADDRESS = /^(?:https?:\/\/(?:[\w-]+\.)?soundcloud\.com\/|soundcloud:\w+:\d)\S*$/i
const OWN = /soundcloud\.com|sndcdn\.com|soundcloud:(?:tracks|users|comments)/i

/** What a file is; null where it is nothing of SoundCloud's. */
export function claimFile(peek: Peek): Claim | null {
  const { form, rows, text, name, json } = peek
  const head = feedHead(peek)
  if (head !== null) return claimFeed(head, head.isSoundCloud ? 0.9 : 0)
  // A table is SoundCloud's where it names addresses of it.
  if (form === 'csv') return claimNames(rows[0] ?? [], name, speaksOf(rows.slice(1), ADDRESS) ? 0.6 : 0, 'csv')
  if (form !== 'json') return null
  if (isObject(json) && kindOf(json) !== null) return claimObject(json, text)
  const first = firstIn(json)
  if (first === null)
    return isObject(json) && speaksOf([Object.values(json)], ADDRESS) ? claimKeys(Object.keys(json), name, 0.6) : null
  const kind = kindOf(first)
  if (kind === null)
    return speaksOf([Object.values(first)], ADDRESS) ? claimNames(Object.keys(first), name, 0.6, 'json') : null
  if (kind === 'user') {
    return {
      type: 'people',
      weight: weightOf(kind, first, text) / 2,
      use: 'unread',
      note: 'People who follow the account, or whom it follows.',
      group: 'contacts',
    }
  }
  return { type: 'list', weight: weightOf(kind, first, text) }
}

function claimObject(json: JsonObject, text: string): Claim {
  const kind = kindOf(json) ?? 'track'
  const type = looksLikeJsonLines(text) ? 'lines' : 'object'
  return { type, weight: weightOf(kind, json, text), order: kind === 'user' ? -1 : 0 }
}

/** How much an object says: addresses of SoundCloud nearly all, keys that few others write less. */
function weightOf(kind: Kind, value: JsonObject, text: string): number {
  if (OWN.test(text)) return 0.9
  if (kind === 'track') return 'tag_list' in value || 'waveform_url' in value ? 0.7 : 0.3
  if (kind === 'comment') return 'track_id' in value ? 0.6 : 0.2
  return 0.3
}

/** Lists of an answer, by the keys that lead to them. */
const LISTS = new Set([
  'collection',
  'tracks',
  'comments',
  'playlists',
  'sets',
  'likes',
  'favorites',
  'reposts',
  'data',
  'results',
  'items',
  'sounds',
])

/** Whether a list inside a document is of records. */
export function isRecordList(path: readonly string[]): boolean {
  const [key = ''] = path
  return path.length === 1 && LISTS.has(key.toLowerCase())
}

function firstIn(json: unknown): JsonObject | null {
  const lists: readonly unknown[] = Array.isArray(json)
    ? [json]
    : isObject(json)
      ? Object.entries(json).flatMap(([key, list]) => (isRecordList([key]) ? [list] : []))
      : []
  return lists.flatMap(objectsOf)[0] ?? null
}
