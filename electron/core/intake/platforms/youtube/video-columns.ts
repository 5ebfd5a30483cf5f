// Owns the columns of Takeout's three tables of videos, in any language (formats.md §7).
import { columnBy, columnsBy } from './find-column.ts'
import type { Sample } from './table.ts'

/** Places of the columns of the table of videos; -1 where there is none. */
export interface VideoColumns {
  readonly duration: number
  readonly language: number
  readonly category: number
  readonly description: number
  readonly channel: number
  readonly tags: readonly number[]
  readonly title: number
  readonly privacy: number
  readonly state: number
  readonly created: number
  readonly published: number
}

/**
 * The order is the same in all languages: … description, channel, tags, title, privacy, state, created, published. Google leaves out
 * columns that are empty throughout.
 */
export function videoColumns(table: Sample): VideoColumns {
  const { keys, shapes } = table
  const times = shapes.flatMap((shape, place) => (shape === 'time' ? [place] : []))
  const shaped = shapes.indexOf('channel')
  const channel = shaped >= 0 ? shaped : columnBy(table, /^channel id$/, 'channel', ['title'])
  const [created, published] = [
    or(columnBy(table, /^(?:video )?create timestamp$/), times[0] ?? -1),
    or(columnBy(table, /^(?:video )?publish timestamp$/), times[1] ?? -1),
  ]
  // English headings are known; places count where headings are not understood.
  const end = keys[0] === 'video id' ? -1 : (times[0] ?? -1)
  const title = or(columnBy(table, /^video title(?: \(original\))?$/, 'title', ['language']), end >= 3 ? end - 3 : -1)
  const description = or(
    columnBy(table, /^video description(?: \(original\))?$/, 'description', ['language']),
    keys[0] !== 'video id' && channel >= 2 ? channel - 1 : -1,
  )
  const named = keys.flatMap((key, place) => (/^(?:video )?tags?(?:\s*:?\s*\d+)?$/.test(key) ? [place] : []))
  const between = title > channel && channel >= 0 ? range(channel + 1, title) : []
  return {
    duration: or(columnBy(table, /duration/), shapes.indexOf('number')),
    language: columnBy(table, /^video audio language$/, 'language', ['title', 'description']),
    category: columnBy(table, /^video category$/, 'category'),
    description,
    channel,
    tags: named.length > 0 ? named : keys[0] === 'video id' ? [] : between,
    title,
    privacy: or(columnBy(table, /^privacy$/), end >= 3 ? end - 2 : -1),
    state: or(columnBy(table, /^video state$/), end >= 3 ? end - 1 : -1),
    created,
    published,
  }
}

/** Places of the columns of the table of texts, which cuts long ones into pieces. */
export function textColumns(table: Sample) {
  const times = table.shapes.flatMap((shape, place) => (shape === 'time' ? [place] : []))
  const descriptions = columnsBy(table, /^video description text segments?\b/, 'description')
  const titles = columnsBy(table, /^video title text segments?\b/, 'title')
  if (descriptions.length + titles.length > 0) return { descriptions, titles, times }
  const texts = table.shapes.flatMap((shape, place) => (place > 0 && shape === 'text' ? [place] : []))
  return { descriptions: texts.slice(0, -1), titles: texts.slice(-1), times }
}

/** Places of the columns of the table of where videos were taken; three numbers alone are height, latitude, longitude. */
export function placeColumns(table: Sample) {
  const numbers = table.shapes.flatMap((shape, place) => (shape === 'number' ? [place] : []))
  const [altitude, latitude, longitude] = [
    columnBy(table, /altitude/, 'altitude', ['latitude', 'longitude']),
    columnBy(table, /latitude/, 'latitude'),
    columnBy(table, /longitude/, 'longitude', ['latitude']),
  ]
  if (latitude >= 0 && longitude >= 0) return { altitude, latitude, longitude }
  return { altitude: numbers.at(-3) ?? -1, latitude: numbers.at(-2) ?? -1, longitude: numbers.at(-1) ?? -1 }
}

const or = (place: number, other: number) => (place >= 0 ? place : other)
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, step) => from + step)
