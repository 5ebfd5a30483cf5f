// Owns putting together what Takeout's three tables say of each video.
import { restOf } from './find-column.ts'
import { wordsOf } from './segments.ts'
import type { Sample, TableKind } from './table.ts'
import { NO_VIDEO, type Video } from './video.ts'
import { placeColumns, textColumns, videoColumns } from './video-columns.ts'

/** What a row of one of the tables says; members it does not tell of are left out. Null for a row without a number. */
export type SaysOfVideo = (cells: readonly string[]) => (Partial<Video> & { readonly id: string }) | null

/** How rows of a table are understood. */
export function videoSayer(kind: TableKind, table: Sample): SaysOfVideo {
  if (kind === 'video-texts') return textSayer(table)
  return kind === 'video-recordings' ? placeSayer(table) : tableSayer(table)
}

/** Adds what one more row says; a longer wording is the whole of a shorter one. */
export function joined(known: Video | undefined, said: Partial<Video> & { readonly id: string }): Video {
  const before = known ?? NO_VIDEO
  return {
    ...before,
    ...said,
    title: before.title || (said.title ?? ''),
    description: longer(before.description, said.description ?? ''),
    other: { ...before.other, ...said.other },
  }
}

function tableSayer(table: Sample): SaysOfVideo {
  const columns = videoColumns(table)
  const { tags, ...single } = columns
  const taken = [0, ...tags, ...Object.values(single)]
  return (cells) => {
    const at = (place: number) => (cells[place] ?? '').trim()
    if (at(0) === '') return null
    return {
      id: at(0),
      title: cells[columns.title] ?? '',
      description: cells[columns.description] ?? '',
      channel: at(columns.channel),
      tags: tags.map(at).filter((tag) => tag !== ''),
      privacy: at(columns.privacy),
      state: at(columns.state),
      created: at(columns.created),
      published: at(columns.published),
      duration: at(columns.duration),
      language: at(columns.language),
      category: at(columns.category),
      other: restOf(table, cells, taken),
    }
  }
}

function textSayer(table: Sample): SaysOfVideo {
  const { descriptions, titles, times } = textColumns(table)
  return (cells) => {
    const id = (cells[0] ?? '').trim()
    if (id === '') return null
    const whole = (places: readonly number[]) => places.map((place) => wordsOf(cells[place] ?? '').text).join('')
    const said = { id, title: whole(titles), description: whole(descriptions) }
    const edited = (cells[times[1] ?? -1] ?? '').trim()
    return edited === '' ? said : { ...said, edited }
  }
}

function placeSayer(table: Sample): SaysOfVideo {
  const { altitude, latitude, longitude } = placeColumns(table)
  return (cells) => {
    const id = (cells[0] ?? '').trim()
    const at = (place: number) => (cells[place] ?? '').trim()
    if (id === '') return null
    const numbers = Object.entries({ latitude: at(latitude), longitude: at(longitude), altitude: at(altitude) })
    const place = Object.fromEntries(numbers.filter(([, value]) => value !== ''))
    return { id, place: { ...place, ...restOf(table, cells, [0, latitude, longitude, altitude]) } }
  }
}

function longer(one: string, other: string): string {
  return other.length > one.length ? other : one
}
