// Owns telling what a file of a Mastodon archive is, and the tables that can be exported beside it.
import { headerKeys, type Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, listOf, textOf } from '../../kit/value.ts'
import { POSTS } from './activity.ts'

/** What a file is; null where it is nothing of Mastodon's. */
export function claimFile(peek: Peek): Claim | null {
  if (peek.form === 'csv' || peek.form === 'text') return claimTable(peek)
  const { form, json, text, name } = peek
  if (form !== 'json' || !isObject(json)) return null
  if ('preferredUsername' in json && ('outbox' in json || 'inbox' in json)) {
    return { type: 'actor', weight: 0.8, order: -1 }
  }
  const type = textOf(json.type)
  if ((type === 'Create' || type === 'Announce') && 'actor' in json) return { type: 'activity', weight: 0.75 }
  if (POSTS.has(type) && 'attributedTo' in json) return { type: 'activity', weight: 0.6 }
  if (type !== 'OrderedCollection' && type !== 'Collection') return null
  const total = /"totalItems"\s*:\s*(\d+)/.exec(text)?.[1]
  const claimed = total === undefined ? null : Number(total)
  const items = listOf(json.orderedItems ?? json.items)
  const isOutbox = items.some(isObject) || (items.length === 0 && /outbox/.test(String(json.id)))
  if (isOutbox) return { type: 'outbox', weight: 0.9, claimed }
  const saved = /bookmark/i.test(`${name} ${String(json.id)}`) ? 'bookmarks' : 'likes'
  return { type: saved, weight: 0.5, claimed, order: 1 }
}

/** Accounts followed, muted, blocked and listed; servers blocked; bookmarks, which have no header. */
function claimTable({ rows, text }: Peek): Claim | null {
  const [first, ...others] = rows
  const header = headerKeys(first)
  const contacts = (type: string, weight: number): Claim => {
    const note = 'Other accounts and servers: whom the account follows, mutes, blocks or lists.'
    return { type, weight, use: 'unread', note, group: 'contacts' }
  }
  if (header[0] === 'account address') return contacts('accounts', 0.7)
  if (header[0] === '#domain') return contacts('servers', 0.6)
  const lines = text.split(/\r?\n/).filter((line) => line !== '')
  if (lines.length > 0 && lines.every((line) => /^https?:\/\/[^\s,]+\/(?:statuses|@[^/,]+)\/[^\s,]+$/.test(line))) {
    return { type: 'bookmarks table', weight: 0.4, order: 1 }
  }
  const isAddress = (cell: string | undefined) => /^@?[\w.-]+@[\w.-]+\.\w+$/.test(cell ?? '')
  const listed = first !== undefined && [first, ...others].every((row) => row.length === 2 && isAddress(row[1]))
  return listed ? contacts('lists', 0.2) : null
}
