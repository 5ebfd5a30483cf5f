// Owns the readers of what several files tell of: each row gives the whole record, so that every file is a sighting of it.
import type { Outcome } from '../../draft.ts'
import { csvReader } from '../../kit/csv-reader.ts'
import { failed, passedOver } from '../../kit/draft.ts'
import { jsonReader } from '../../kit/json-reader.ts'
import type { FileReader, Reading } from '../../kit/spec.ts'
import { isObject } from '../../kit/value.ts'
import { channelOutcome, subscriptionOutcome } from './channel.ts'
import { playlistOutcome } from './playlist.ts'
import { kindOf, resourcesIn, subscriptionCells } from './resource.ts'
import type { YoutubeState } from './state.ts'
import { videoOutcome } from './video.ts'

type Youtube = Reading<YoutubeState>
type ById = (id: string, reading: Youtube) => Outcome | null

/** Lists at the root or in `items`. */
const inItems = (path: readonly string[]) => path.length === 1 && path[0] === 'items'

/** Readers of things with a number: in the first column of a table, in `id` of a resource. */
function readersOf(what: string, make: ById): { table: FileReader<YoutubeState>; json: FileReader<YoutubeState> } {
  const made = (id: string, reading: Youtube) =>
    (id === '' ? null : make(id, reading)) ?? failed(`${what}-without-id`, `has no number, as a ${what} must`)
  const ofResource = (value: unknown, reading: Youtube) =>
    isObject(value) && kindOf(value) !== null
      ? made(typeof value.id === 'string' ? value.id : '', reading)
      : failed('not-a-resource', 'is not a resource of YouTube’s, as this file must hold')
  return {
    table: csvReader({ make: ({ cells }, _place, reading) => made((cells[0] ?? '').trim(), reading) }),
    json: jsonReader({
      lists: inItems,
      make: (value, _place, reading) => ofResource(value, reading),
      // An answer that holds a list is none of its members.
      rest: (envelope, reading) => (/Response$|^$/.test(kindOf(envelope) ?? '') ? [] : [ofResource(envelope, reading)]),
    }),
  }
}

export const videoReader = readersOf('video', (id, { state, media, odd }) => {
  const video = state.videos.get(id)
  if (video === undefined) return null
  const films = state.films.of(id, video.title)
  if (films.possible.length > 0) {
    odd(
      'film-ambiguous',
      `Several films or videos of this export have the same title, such as “${video.title}”: which film is whose cannot be told. All are kept; the records name those that may be theirs.`,
    )
  }
  return videoOutcome(video, films, media)
})

export const playlistReader = readersOf('playlist', (id, { state }) => {
  const playlist = state.playlists.get(id)
  return playlist === undefined ? null : playlistOutcome(playlist, state.videos, state.owner)
})

export const channelReader = readersOf('channel', (id, { state }) => {
  const channel = state.channels.get(id)
  return channel === undefined ? null : channelOutcome(channel)
})

/** A file that is one playlist, whole. */
export function playlistFileReader(_bytes: Uint8Array, { state, file }: Youtube): Outcome {
  const playlist = state.playlistOfFile.get(file.member)
  if (playlist !== undefined) return playlistOutcome(playlist, state.videos, state.owner)
  return failed('playlist-malformed', 'is malformed and cannot be understood as a playlist')
}

export const subscriptionReader = {
  table: csvReader<YoutubeState>({ make: ({ cells }, _place, { state }) => subscriptionOutcome(cells, state.owner) }),
  bare: csvReader<YoutubeState>({
    bare: true,
    make: ({ cells }, _place, { state }) => subscriptionOutcome(cells, state.owner),
  }),
  json: jsonReader<YoutubeState>({
    lists: inItems,
    make: (value, _place, { state }) =>
      resourcesIn(value).map((one) => subscriptionOutcome(subscriptionCells(one), state.owner))[0] ??
      passedOver('Not an object.'),
  }),
}
