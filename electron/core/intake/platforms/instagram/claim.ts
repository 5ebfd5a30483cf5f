// Owns what a file of an Instagram export is, by its shape and the keys at its root.

import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import type { Peek, Survey } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import { metaHtmlClaim } from '../../meta/html/claim.ts'
import { pageAt } from '../../meta/html/pages.ts'
import { networksIn } from '../../meta/network.ts'
import { shapeOf } from '../../meta/shape.ts'
import { looksLikeComment } from '../../meta/string-map.ts'
import { threadsClaim } from '../../meta/threads.ts'
import { flatClaim } from './flat-claim.ts'
import { sectionOf, unreadGroup } from './sections.ts'

const NOT_A_RECORD = 'Not a record of the account. It is kept in the sealed package.'

/** What a file is; null where it is not Instagram’s. */
export function claimFile(peek: Peek, seen: Survey): Claim | null {
  if (peek.form === 'html') return htmlClaim(peek)
  if (peek.form !== 'json') return null
  const ofThreads = threadsClaim(peek.json)
  // A download of Threads alone is the platform Threads’.
  if (ofThreads !== null) return networksIn(seen).instagram ? ofThreads : { ...ofThreads, weight: 0.1 }
  return flatClaim(peek.json) ?? keyedClaim(peek.json) ?? shapedClaim(peek, seen)
}

/** HTML is read after JSON: what stands in both is then known. */
function htmlClaim(peek: Peek): Claim | null {
  const claim = metaHtmlClaim(peek, 'instagram')
  return claim === null ? null : { ...claim, order: 10 + (claim.order ?? 0) }
}

function unread(type: string, weight: number, group: FileGroup): Claim {
  return { type, weight, use: 'unread', note: NOT_A_RECORD, group }
}

function keyedClaim(json: unknown): Claim | null {
  if (!isObject(json)) return null
  const keys = Object.keys(json).filter((key) => Array.isArray(json[key]) || isObject(json[key]))
  if (keys.includes('profile_user')) return { type: 'profile', weight: 0.9, order: -1 }
  const read = keys
    .filter((key) => holdsItems(json[key]))
    .map(sectionOf)
    .find((one) => one !== undefined)
  if (read !== undefined) return { type: read.type, weight: 0.85, order: read.type === 'likes' ? 4 : 1 }
  const known = keys.find((key) => unreadGroup(key) !== undefined)
  return known === undefined ? null : unread(known, 0.4, unreadGroup(known) ?? 'other')
}

/** What no key names: lists at the root, single items, threads of messages. */
function shapedClaim(peek: Peek, seen: Survey): Claim | null {
  const { instagram, facebook } = networksIn(seen)
  const shape = shapeOf(peek.json)
  const first = firstOf(peek.json)
  if (shape === 'thread') return { type: 'messages', weight: instagram ? 0.6 : facebook ? 0.1 : 0.3, order: 5 }
  if (shape === 'media-posts') return { type: 'posts', weight: 0.85, order: 1 }
  if (shape === 'string-map')
    return first !== null && looksLikeComment(first)
      ? { type: 'comments', weight: 0.85, order: 2 }
      : unread('account', 0.5, 'other')
  const page = pageAt(peek.member.name.replace(/\.json$/i, '.html'))
  const ofLikes = !('group' in page) && page.type === 'reactions'
  if (shape === 'string-list')
    return ofLikes || textOf(first?.title) !== ''
      ? { type: 'likes', weight: 0.6, order: 4 }
      : unread('followers', 0.5, 'contacts')
  if (shape === 'media-objects') return instagram ? { type: 'items', weight: 0.3, order: 3 } : null
  if (shape !== 'labelled' && (shape !== 'no-data' || !instagram)) return null
  // Nothing but the path says what these are; an empty section is one all the same.
  const weight = shape === 'labelled' && instagram ? 0.3 : 0.05
  if ('group' in page) return unread(page.type, weight, page.group)
  const isNone = shape === 'labelled' && (page.type === 'other' || page.type === 'messages')
  return isNone ? unread('other', weight, 'other') : { type: 'items', weight, order: 3 }
}

function firstOf(json: unknown): JsonObject | null {
  return isObject(json) ? json : (objectsOf(json)[0] ?? null)
}

const OF_AN_ITEM = ['media', 'uri', 'string_map_data', 'string_list_data', 'title', 'label_values']

/** Whether what stands under a key has the form of Instagram’s items, or is empty. */
function holdsItems(value: unknown): boolean {
  const first = firstOf(value)
  if (first === null) return Array.isArray(value) && (value.length === 0 || typeof value[0] === 'string')
  return Object.keys(first).length === 0 || OF_AN_ITEM.some((key) => key in first)
}
