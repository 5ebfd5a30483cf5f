// Owns making records of tracks and playlists.
import type { Link } from '../../../../../shared/domain/record/record.ts'
import type { Outcome } from '../../draft.ts'
import { record } from '../../kit/draft.ts'
import type { Reading } from '../../kit/spec.ts'
import { NO_TIME, writtenTime } from '../../kit/time.ts'
import { countOf, idOf, isObject, type JsonObject, objectsOf, textOf } from '../../kit/value.ts'
import { numberOf } from './kinds.ts'
import { filesOf, type SoundCloudState, trackContent } from './state.ts'

const COUNTS: Readonly<Record<string, readonly string[]>> = {
  plays: ['playback_count'],
  downloads: ['download_count'],
  likes: ['likes_count', 'favoritings_count'],
  reposts: ['reposts_count'],
  comments: ['comment_count'],
}

/** A track; the kind is that of a feed's items, so that both are one record. */
export function trackOutcome(value: JsonObject, { state, media }: Reading<SoundCloudState>): Outcome {
  const id = numberOf(value)
  const [title, description] = [textOf(value.title), textOf(value.description)]
  const permalink = textOf(value.permalink)
  const milliseconds = countOf(value.duration)
  const author = personOf(value.user)
  return record({
    kind: 'episode',
    ...(id === null ? { key: textOf(value.permalink_url) || title } : { id }),
    time: timeOf(value.created_at),
    author,
    text: [title, description].filter((part) => part !== '').join('\n'),
    links: linksOf(value, title),
    details: {
      title,
      duration: milliseconds === null ? '' : String(milliseconds),
      seconds: milliseconds === null ? null : milliseconds / 1000,
      genre: textOf(value.genre),
      tags: tagsOf(value.tag_list),
      visibility: textOf(value.sharing),
      embeddableBy: textOf(value.embeddable_by),
      licence: textOf(value.license),
      label: textOf(value.label_name),
      released: releasedOn(value),
      trackType: textOf(value.track_type),
      isrc: textOf(value.isrc),
      state: textOf(value.state),
      commentable: value.commentable,
      downloadable: value.downloadable,
      modified: textOf(value.last_modified),
      image: textOf(value.artwork_url),
      caption: textOf(value.caption),
    },
    measures: Object.entries(COUNTS).flatMap(([name, keys]) => {
      const count = keys.map((key) => countOf(value[key])).find((one) => one !== null) ?? null
      return count === null ? [] : [[name, count] as const]
    }),
    content: trackContent({ title, words: description, author }),
    media: filesOf(id, permalink, state, media),
  })
}

/** A playlist with the numbers and titles of its tracks; the tracks are records where they stand by themselves. */
export function playlistOutcome(value: JsonObject): Outcome {
  const id = numberOf(value)
  const [title, description] = [textOf(value.title), textOf(value.description)]
  const tracks = objectsOf(value.tracks).map((one) => ({ id: numberOf(one), title: textOf(one.title) }))
  const count = countOf(value.track_count)
  return record({
    kind: 'playlist',
    ...(id === null ? { key: textOf(value.permalink_url) || title } : { id: `playlist ${id}` }),
    time: timeOf(value.created_at),
    author: personOf(value.user),
    text: [title, description].filter((part) => part !== '').join('\n'),
    links: linksOf(value, title),
    details: {
      title,
      tracks,
      genre: textOf(value.genre),
      tags: tagsOf(value.tag_list),
      visibility: textOf(value.sharing),
      what: textOf(value.playlist_type) || textOf(value.set_type),
      modified: textOf(value.last_modified),
    },
    measures: count === null ? [] : [['tracks', count]],
    content: { title, description, tracks: tracks.map((one) => one.id ?? one.title) },
  })
}

/** A person by the name that SoundCloud shows. */
export function personOf(user: unknown): string {
  if (!isObject(user)) return textOf(user)
  return textOf(user.username) || textOf(user.permalink) || (idOf(user.id) ?? '')
}

/** `2015/03/10 12:00:00 +0000`, or by ISO. */
export function timeOf(value: unknown) {
  return typeof value === 'string' && value !== '' ? writtenTime(value, 'unknown') : NO_TIME
}

function linksOf(value: JsonObject, title: string): readonly Link[] {
  const [page, shop] = [textOf(value.permalink_url), textOf(value.purchase_url)]
  return [
    ...(page === '' ? [] : [{ shown: title || page, target: page }]),
    ...(shop === '' ? [] : [{ shown: textOf(value.purchase_title) || shop, target: shop }]),
  ]
}

/** Tags are separated by spaces; those of several words stand in quotes. */
function tagsOf(value: unknown): readonly string[] {
  return [...textOf(value).matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

function releasedOn({
  release_date: date,
  release_year: year,
  release_month: month,
  release_day: day,
}: JsonObject): string {
  if (typeof date === 'string' && date !== '') return date
  return [year, month, day]
    .flatMap((part) => idOf(part) ?? [])
    .map((part) => part.padStart(2, '0'))
    .join('-')
}
