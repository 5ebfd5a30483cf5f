// Owns making records of videos out of all that Takeout's tables say of them; the film lies beside under its title, if at all.
import type { RecordState } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { record, type Said } from '../../kit/draft.ts'
import type { MediaFinder } from '../../kit/media-finder.ts'
import { writtenTime } from '../../kit/time.ts'
import type { FoundFilms } from './films.ts'
import { watchAddress } from './segments.ts'

/** What is known of one video, whichever files say it. */
export interface Video {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly channel: string
  readonly tags: readonly string[]
  readonly privacy: string
  readonly state: string
  readonly created: string
  readonly published: string
  /** Of the title and description. */
  readonly edited: string
  readonly duration: string
  readonly language: string
  readonly category: string
  readonly place: Readonly<Record<string, string>>
  readonly other: Readonly<Record<string, string>>
  readonly measures: readonly (readonly [name: string, value: number])[]
}

export const NO_VIDEO: Video = {
  id: '',
  title: '',
  description: '',
  channel: '',
  tags: [],
  privacy: '',
  state: '',
  created: '',
  published: '',
  edited: '',
  duration: '',
  language: '',
  category: '',
  place: {},
  other: {},
  measures: [],
}

/** The same record whichever file it is read from: tables that say more of a video are further sightings of it. */
export function videoOutcome(video: Video, { certain, possible }: FoundFilms, media: MediaFinder): Outcome {
  const said = videoSaid(video)
  return record({
    ...said,
    details: { ...said.details, filmsPossible: possible },
    media: certain === null ? [] : [media.file({ uri: certain, role: 'video' })],
  })
}

/** What is said of a video, without its film. */
export function videoSaid(video: Video): Said {
  const { id, title, description, tags, privacy } = video
  return {
    kind: 'video',
    id,
    time: writtenTime(video.published || video.created, 'UTC'),
    author: video.channel,
    state: stateOf(video.state),
    text: [title, description].filter((part) => part !== '').join('\n'),
    links: [{ shown: title, target: watchAddress(id) }],
    details: {
      title,
      privacy,
      state: video.state,
      duration: video.duration,
      category: video.category,
      language: video.language,
      tags,
      created: video.published === '' ? '' : video.created,
      edited: video.edited,
      place: unlessEmpty(video.place),
      other: unlessEmpty(video.other),
    },
    content: { title, description, tags, privacy },
    measures: video.measures,
  }
}

function stateOf(state: string): RecordState {
  return /^deleted$/i.test(state) ? 'deleted' : 'live'
}

function unlessEmpty(members: Readonly<Record<string, string>>): Readonly<Record<string, string>> | undefined {
  return Object.keys(members).length === 0 ? undefined : members
}
