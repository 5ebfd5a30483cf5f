// Owns the JSON of exports before 2020: resources of YouTube's interface, each with its kind.
import { countOf, isObject, type JsonObject, objectsOf, textOf, textsOf } from '../../kit/value.ts'
import { type Channel, NO_CHANNEL } from './channel.ts'
import { type Entry, NO_PLAYLIST, type Playlist } from './playlist.ts'
import { NO_VIDEO, type Video } from './video.ts'

/** What a resource is: `video`, `playlist`, `playlistItem`, `subscription`, `channel` …; null where it is none. */
export function kindOf(value: unknown): string | null {
  const kind = isObject(value) ? /^youtube#(\w+)$/.exec(textOf(value.kind))?.[1] : undefined
  return kind ?? null
}

/** The resources of a file: a list, a list in `items`, or one alone. */
export function resourcesIn(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return objectsOf(value)
  if (!isObject(value)) return []
  return Array.isArray(value.items) ? objectsOf(value.items) : [value]
}

const inner = (value: JsonObject, key: string): JsonObject => {
  const found = value[key]
  return isObject(found) ? found : {}
}

/** A video's own resource. */
export function videoOf(value: JsonObject): Video {
  const [snippet, status, details] = [inner(value, 'snippet'), inner(value, 'status'), inner(value, 'contentDetails')]
  const recording = inner(value, 'recordingDetails')
  const counts = Object.entries(inner(value, 'statistics')).flatMap(([name, one]) => {
    const count = countOf(one)
    return count === null ? [] : [[name, count] as const]
  })
  const location = Object.entries(inner(recording, 'location')).map(([name, one]) => [name, String(one)] as const)
  return {
    ...NO_VIDEO,
    id: textOf(value.id),
    title: textOf(snippet.title),
    description: textOf(snippet.description),
    channel: textOf(snippet.channelId),
    tags: textsOf(snippet.tags),
    privacy: textOf(status.privacyStatus),
    state: textOf(status.uploadStatus),
    published: textOf(snippet.publishedAt),
    duration: textOf(details.duration),
    language: textOf(snippet.defaultAudioLanguage) || textOf(snippet.defaultLanguage),
    category: textOf(snippet.categoryId),
    place: Object.fromEntries(location),
    measures: counts,
  }
}

/** A playlist's own resource, without its videos. */
export function playlistOf(value: JsonObject): Playlist {
  const [snippet, status] = [inner(value, 'snippet'), inner(value, 'status')]
  return {
    ...NO_PLAYLIST,
    id: textOf(value.id),
    title: textOf(snippet.title),
    description: textOf(snippet.description),
    channel: textOf(snippet.channelId),
    visibility: textOf(status.privacyStatus),
    language: textOf(snippet.defaultLanguage),
    created: textOf(snippet.publishedAt),
  }
}

/** A video's place in a playlist: the playlist's number, its owner, the entry, and where it stands. */
export function placedEntry(value: JsonObject): {
  readonly playlist: string
  readonly channel: string
  readonly position: number
  readonly entry: Entry
} {
  const [snippet, details] = [inner(value, 'snippet'), inner(value, 'contentDetails')]
  const id = textOf(details.videoId) || textOf(inner(snippet, 'resourceId').videoId)
  const channel = textOf(snippet.videoOwnerChannelTitle)
  const entry = { id, added: textOf(snippet.publishedAt), title: textOf(snippet.title) }
  return {
    playlist: textOf(snippet.playlistId),
    channel: textOf(snippet.channelId),
    position: countOf(snippet.position) ?? 0,
    entry: channel === '' ? entry : { ...entry, channel },
  }
}

/** A channel's own resource. */
export function channelOf(value: JsonObject): Channel {
  const [snippet, status] = [inner(value, 'snippet'), inner(value, 'status')]
  const name = textOf(snippet.customUrl)
  return {
    ...NO_CHANNEL,
    id: textOf(value.id),
    title: textOf(snippet.title),
    description: textOf(snippet.description),
    visibility: textOf(status.privacyStatus),
    country: textOf(snippet.country),
    names: name === '' ? [] : [name],
    created: textOf(snippet.publishedAt),
  }
}

/** A subscription as the table of today would write it: number, address, title. */
export function subscriptionCells(value: JsonObject): readonly string[] {
  const snippet = inner(value, 'snippet')
  return [textOf(inner(snippet, 'resourceId').channelId), '', textOf(snippet.title)]
}
