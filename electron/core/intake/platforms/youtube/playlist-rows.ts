// Owns what Takeout's tables of playlists say: one table of all with a file of videos for each, or a file for each that begins with a row about it.
import { columnBy, restOf } from './find-column.ts'
import { type Entry, NO_PLAYLIST, type Playlist } from './playlist.ts'
import { shapeOf } from './shapes.ts'
import type { Sample } from './table.ts'

/**
 * How rows of the table of playlists are understood: number, switch, [description], title, [its language], created, updated, order,
 * visibility, in any language. Null for a row without a number.
 */
export function playlistSayer(table: Sample): (cells: readonly string[]) => Playlist | null {
  const times = table.shapes.flatMap((shape, place) => (shape === 'time' ? [place] : []))
  const created = or(columnBy(table, /^playlist create timestamp$/), times[0] ?? -1)
  const updated = or(columnBy(table, /^playlist update timestamp$/), times[1] ?? -1)
  const title = or(
    columnBy(table, /^playlist title(?: \(original\))?$/, 'title', ['language']),
    table.shapes.findIndex((shape, place) => shape === 'text' && place > 1),
  )
  const description = columnBy(table, /^playlist description(?: \(original\))?$/, 'description', ['language'])
  const language = columnBy(table, /^playlist title.* language$/, 'language')
  const last = Math.max(created, updated)
  const order = or(columnBy(table, /^playlist video order$/), last >= 0 ? last + 1 : -1)
  const visibility = or(columnBy(table, /^playlist visibility$/), last >= 0 ? last + 2 : -1)
  const taken = [0, created, updated, title, description, language, order, visibility]
  return (cells) => {
    const at = (place: number) => (cells[place] ?? '').trim()
    if (at(0) === '') return null
    return {
      ...NO_PLAYLIST,
      id: at(0),
      title: at(title),
      description: at(description),
      visibility: at(visibility),
      order: at(order),
      language: at(language),
      created: at(created),
      updated: at(updated),
      other: restOf(table, cells, taken),
    }
  }
}

/** A row of a file of videos: the number and when it was added. Null for a row that is none. */
export function entryOf(cells: readonly string[]): Entry | null {
  const [id = '', added = '', ...rest] = cells.map((cell) => cell.trim())
  // The second header of an old file has no time below it.
  const isVideo = id !== '' && (shapeOf(id) === 'video' || shapeOf(added) === 'time')
  if (!isVideo) return null
  const note = rest.filter((cell) => cell !== '').join(' ')
  return note === '' ? { id, added } : { id, added, note }
}

/** A file that is one playlist: the row about it, a second header, its videos. Null where the first row has no number. */
export function oldPlaylist(table: Sample, rows: readonly (readonly string[])[]): Playlist | null {
  const [about = [], ...others] = rows
  const at = (place: number) => (about[place] ?? '').trim()
  if (at(0) === '') return null
  const named = (english: RegExp) => columnBy(table, english)
  const times = about.flatMap((cell, place) => (shapeOf(cell) === 'time' ? [place] : []))
  const after = (times.at(-1) ?? 1) + 1
  return {
    ...NO_PLAYLIST,
    id: at(0),
    channel: at(1),
    created: at(or(named(/^time created$/), times[0] ?? -1)),
    updated: at(or(named(/^time updated$/), times[1] ?? -1)),
    title: at(or(named(/^title$/), after)),
    description: at(or(named(/^description$/), after + 1)),
    visibility: at(or(named(/^visibility$/), after + 2)),
    videos: others.flatMap((cells) => entryOf(cells) ?? []),
  }
}

const or = (place: number, other: number) => (place >= 0 ? place : other)
