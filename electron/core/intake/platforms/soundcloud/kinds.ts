// Owns telling what an object of SoundCloud's interface is, and its number.
import { idOf, isObject, type JsonObject, textOf } from '../../kit/value.ts'

export type Kind = 'track' | 'comment' | 'playlist' | 'user' | 'like' | 'repost'

const TRACK = [
  'tag_list',
  'waveform_url',
  'stream_url',
  'sharing',
  'playback_count',
  'artwork_url',
  'permalink_url',
  'streamable',
  'genre',
]

/** What an object is; null where it is nothing of SoundCloud's. */
export function kindOf(value: JsonObject): Kind | null {
  const kind = textOf(value.kind)
  if (kind === 'track' || kind === 'comment' || kind === 'playlist' || kind === 'user') return kind
  const has = (...keys: readonly string[]) => keys.every((key) => key in value)
  const on = isObject(value.track) || isObject(value.playlist)
  if (on && !has('body') && (has('created_at') || kind === 'like')) {
    return /repost/.test(textOf(value.type) || kind) ? 'repost' : 'like'
  }
  if (has('body') && (has('track_id') || on || has('timestamp', 'user'))) return 'comment'
  if (Array.isArray(value.tracks) && (has('track_count') || has('playlist_type') || has('permalink_url')))
    return 'playlist'
  if (has('title', 'duration') && TRACK.some((key) => key in value)) return 'track'
  return has('username') && (has('permalink') || has('permalink_url') || has('followers_count')) ? 'user' : null
}

/** The number of an object: its id, else the one in its name or address. */
export function numberOf(value: JsonObject): string | null {
  const id = idOf(value.id) ?? idOf(value.urn) ?? idOf(value.uri)
  return id === null ? null : (numberIn(id) ?? id)
}

/** The number in `soundcloud:tracks:1`, `tag:soundcloud,2010:tracks/1`, `https://api.soundcloud.com/comments/1`; null where there is none. */
export function numberIn(text: string): string | null {
  return /(?:^|[:/])(?:tracks|comments|playlists|users|sounds)[:/](\d+)/.exec(text)?.[1] ?? null
}
