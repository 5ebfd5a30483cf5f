// Owns telling what each file of a Takeout is, by its structure in any language.
import type { FileGroup } from '../../../../../shared/domain/intake/file-group.ts'
import { keysOf, type Peek } from '../../kit/peek.ts'
import type { Claim } from '../../kit/spec.ts'
import { isObject, listOf, textOf } from '../../kit/value.ts'
import { isCommentPage } from './comment-page.ts'
import { claimHistory, claimPage } from './history.ts'
import { kindOf, resourcesIn } from './resource.ts'
import { shapeOf } from './shapes.ts'
import { type TableKind, tableOf } from './table.ts'

const TABLES: Readonly<Record<TableKind, Omit<Claim, 'type'>>> = {
  comments: { weight: 0.9 },
  'live-chats': { weight: 0.95 },
  bare: { weight: 0.8 },
  videos: { weight: 0.9 },
  'video-texts': { weight: 0.4 },
  'video-recordings': { weight: 0.3 },
  playlists: { weight: 0.7 },
  'playlist-videos': { weight: 0.6 },
  playlist: { weight: 0.8 },
  subscriptions: { weight: 0.7, group: 'contacts' },
  'bare-subscriptions': { weight: 0.7, group: 'contacts' },
  channels: { weight: 0.6 },
  'channel-urls': { weight: 0.3 },
  posts: { weight: 0.7 },
  'video-list': unread('Numbers of videos, of which this file says nothing else.', 'other', 0.2),
  'channel-settings': unread('Settings of the channel.', 'settings', 0.3),
  music: unread('Music that was kept in the account’s library: its use, not what it published.', 'other', 0.2),
}

/** Tables by their columns, JSON by the kinds of its resources, pages by their items. */
export function claimFile(peek: Peek): Claim | null {
  if (peek.form === 'csv') {
    const kind = tableOf(peek.rows)
    return kind === null ? null : { type: kind, ...TABLES[kind] }
  }
  if (peek.form === 'text') return claimColumn(peek)
  if (peek.form === 'html' || peek.form === 'xml') {
    return isCommentPage(peek.text) ? { type: 'comment-page', weight: 0.8 } : claimPage(peek)
  }
  return peek.form === 'json' ? claimJson(peek) : null
}

/** A table of one column: Google leaves out columns that are empty throughout. */
function claimColumn({ text }: Peek): Claim | null {
  const lines = text.split(/\r?\n/, 20).filter((line) => line.trim() !== '')
  const kind = tableOf(lines.map((line) => [line.replace(/^"(.*)"$/, '$1')]))
  return kind === 'video-list' || kind === 'channel-settings' ? { type: kind, ...TABLES[kind] } : null
}

const RESOURCES: Readonly<Record<string, Claim>> = {
  video: { type: 'videos-json', weight: 0.9 },
  playlist: { type: 'playlists-json', weight: 0.9 },
  playlistItem: { type: 'playlist-json', weight: 0.9 },
  channel: { type: 'channels-json', weight: 0.9 },
  subscription: { type: 'subscriptions-list', weight: 0.9, group: 'contacts' },
}

function claimJson(peek: Peek): Claim | null {
  const first = resourcesIn(peek.json)[0]
  const known = RESOURCES[kindOf(first) ?? '']
  if (known !== undefined) return known
  if (listOf(peek.json).length > 0 && isPost(first)) return { type: 'posts-list', weight: 0.5 }
  return claimHistory(peek)
}

/** A post of the channel, by the shape of its number. */
function isPost(value: unknown): boolean {
  if (!isObject(value)) return false
  const numbered = ['id', 'postId', 'post_id', 'Post ID'].some((key) => shapeOf(textOf(value[key])) === 'post')
  return numbered && keysOf(value).length > 1
}

function unread(note: string, group: FileGroup, weight: number): Omit<Claim, 'type'> {
  return { weight, use: 'unread', note, group }
}
