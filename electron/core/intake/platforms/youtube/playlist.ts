// Owns making records of playlists with the numbers of their videos.
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import { writtenTime } from '../../kit/time.ts'
import type { Video } from './video.ts'

/** A video in a playlist, as far as the export names it. */
export interface Entry {
  readonly id: string
  readonly added: string
  readonly title?: string
  readonly channel?: string
  readonly note?: string
}

/** What is known of one playlist, whichever files say it. */
export interface Playlist {
  /** `''` where the export gives none. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly channel: string
  readonly visibility: string
  readonly order: string
  readonly language: string
  readonly created: string
  readonly updated: string
  readonly other: Readonly<Record<string, string>>
  readonly videos: readonly Entry[]
}

export const NO_PLAYLIST: Playlist = {
  id: '',
  title: '',
  description: '',
  channel: '',
  visibility: '',
  order: '',
  language: '',
  created: '',
  updated: '',
  other: {},
  videos: [],
}

/** The same record whichever file it is read from. @param own the export's videos, for their titles  @param owner the channel, where the export has one */
export function playlistOutcome(playlist: Playlist, own: ReadonlyMap<string, Video>, owner: string): Outcome {
  const { id, title, description, visibility, videos, other } = playlist
  return record({
    kind: 'playlist',
    id: id || null,
    key: id === '' ? `playlist ${title}` : '',
    time: writtenTime(playlist.created, 'UTC'),
    author: playlist.channel || owner,
    text: [title, description].filter((part) => part !== '').join('\n'),
    links: id === '' ? [] : [{ shown: title, target: `https://www.youtube.com/playlist?list=${id}` }],
    details: {
      title,
      visibility,
      order: playlist.order,
      language: playlist.language,
      edited: playlist.updated,
      videos: videos.map((entry) => {
        const known = own.get(entry.id)
        return known === undefined || known.title === '' ? entry : { ...entry, title: known.title }
      }),
      other: Object.keys(other).length === 0 ? undefined : other,
    },
    content: { title, description, visibility, videos: videos.map((entry) => entry.id) },
    measures: [['videos', videos.length]],
  })
}
