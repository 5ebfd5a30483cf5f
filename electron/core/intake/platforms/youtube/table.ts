// Owns telling which of Takeout's tables a file is: by its English headings, else by what its columns hold, else by the words of its headings.
import { isSecretName } from '../../../../../shared/text/secret-names.ts'
import { isFilled, type Shape, shapeOf, shapesOf } from './shapes.ts'
import { says, type Word } from './words.ts'

export type TableKind =
  | 'comments'
  | 'live-chats'
  | 'bare'
  | 'videos'
  | 'video-texts'
  | 'video-recordings'
  | 'video-list'
  | 'playlists'
  | 'playlist-videos'
  | 'playlist'
  | 'subscriptions'
  | 'bare-subscriptions'
  | 'channels'
  | 'channel-urls'
  | 'channel-settings'
  | 'posts'
  | 'music'

/** A table's header and first rows. */
export interface Sample {
  readonly header: readonly string[]
  /** The same in lower case, trimmed. */
  readonly keys: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly shapes: readonly Shape[]
}

/** The first rows of a file as a table under its first row. */
export function sampleOf(first: readonly (readonly string[])[]): Sample {
  const [header = [], ...others] = first
  const rows = others.filter(isFilled)
  return { header, keys: header.map((cell) => cell.trim().toLowerCase()), rows, shapes: shapesOf(header, rows) }
}

/** A table and its rows without the columns that are nobody's to read, so that no column is told by its place among them. */
export function publicColumns(table: Sample): {
  table: Sample
  cellsOf: (row: readonly string[]) => readonly string[]
} {
  const kept = table.header.flatMap((name, place) => (isSecretName(name) ? [] : [place]))
  if (kept.length === table.header.length) return { table, cellsOf: (row) => row }
  const cellsOf = (row: readonly string[]) => kept.map((place) => row[place] ?? '')
  return { table: sampleOf([cellsOf(table.header), ...table.rows.map(cellsOf)]), cellsOf }
}

/** What the table is; null where it is none of Takeout's. @param first the first rows of the file */
export function tableOf(first: readonly (readonly string[])[]): TableKind | null {
  const table = sampleOf(first)
  const { header, keys, shapes } = table
  if (header.length === 0) return null
  // A table may lack its header: then the first row is one of values.
  const values = shapesOf(header, [header])
  if (values.includes('channel')) {
    if (values.includes('time')) return 'bare'
    return values[0] === 'channel' && values[1] === 'address' ? 'bare-subscriptions' : null
  }
  const written = (...names: readonly string[]) => names.every((name) => keys.includes(name))
  if (written('live chat id')) return 'live-chats'
  if (written('comment id') && (written('comment text') || written('video id'))) return 'comments'
  const lead = leadOf(table)
  if (lead === 'post') return 'posts'
  if (isComments(table)) return saysAny(header, 'chat') ? 'live-chats' : 'comments'
  if (lead === 'playlist') return isOldPlaylist(table) ? 'playlist' : header.length > 2 ? 'playlists' : null
  if (lead === 'channel') return ofChannel(table)
  if (lead === 'video') return ofVideo(table)
  return shapes.includes('segments') && shapes.includes('channel') ? 'comments' : null
}

const LEADS = ['playlist', 'post', 'video', 'channel'] as const

/** What the first column numbers. */
function leadOf({ header, keys, shapes, rows }: Sample): (typeof LEADS)[number] | null {
  const written = LEADS.find((one) => keys[0] === `${one} id`)
  if (written !== undefined) return isNumbered(written, rows) ? written : null
  const shaped = LEADS.find((one) => shapes[0] === one)
  if (shaped === 'video') return isOfVideos(header[0] ?? '', rows) ? shaped : null
  if (shaped !== undefined || rows.length > 0) return shaped ?? null
  // Nothing stands below: only the heading can tell.
  const heading = header[0] ?? ''
  return /\bid\b|-id|id-|ID/.test(heading) ? (LEADS.find((one) => says(heading, one)) ?? null) : null
}

/** Others have a “Post ID” too: numbers of YouTube's look as they do, where there are any. */
function isNumbered(lead: (typeof LEADS)[number], rows: Sample['rows']): boolean {
  return rows.length === 0 || lead === 'playlist' || rows.some(([id = '']) => shapeOf(id) === lead)
}

/** Eleven letters may be anything: numbers of videos mix large and small ones. */
function isOfVideos(heading: string, rows: Sample['rows']): boolean {
  const mixed = rows.filter(([id = '']) => /[A-Z]/.test(id) && /[a-z]/.test(id))
  return says(heading, 'video') || mixed.length * 2 > rows.length
}

function isComments({ header, shapes, rows }: Sample): boolean {
  if (shapes.includes('channel') && shapes.includes('time')) {
    return shapes.includes('comment') || shapes.includes('segments')
  }
  return rows.length === 0 && header.length > 3 && header.filter((cell) => says(cell, 'comment')).length > 1
}

/** Until 2022 each playlist was a file: one row about it, then a second table. */
function isOldPlaylist({ keys, shapes, rows }: Sample): boolean {
  return (
    keys[1] === 'channel id' ||
    shapes[1] === 'channel' ||
    shapesOf([''], [(rows[0] ?? []).slice(1, 2)])[0] === 'channel'
  )
}

function ofChannel({ header, keys, shapes }: Sample): TableKind {
  const addresses = header.filter((cell) => says(cell, 'address')).length
  const isSubscription = shapes[1] === 'address' || keys[1] === 'channel url' || keys[1] === 'channel address'
  if (isSubscription) return 'subscriptions'
  if (header.length === 3 && addresses === 1 && says(header[1] ?? '', 'address')) return 'subscriptions'
  if (addresses > 0) return 'channel-urls'
  const isNamed = header.some((cell) => says(cell, 'title') && !says(cell, 'video'))
  const isOriginal = header.length < 7 && saysAny(header, 'original')
  return isNamed || isOriginal || header.length === 3 ? 'channels' : 'channel-settings'
}

function ofVideo({ header, keys, shapes, rows }: Sample): TableKind | null {
  const rest = shapes.slice(1)
  if (keys.some((key) => /^video title(?: \(original\))?$/.test(key))) return 'videos'
  if (keys.some((key) => /^video (?:description|title) text/.test(key))) return 'video-texts'
  if (header.length === 1) return 'video-list'
  if (keys.some((key) => /^(?:video )?recording /.test(key))) return 'video-recordings'
  if (shapes.includes('channel') && header.length > 4) return 'videos'
  if (rows.length === 0 && header.length > 4 && saysAny(header.slice(1), 'channel')) return 'videos'
  if (saysAny(header, 'latitude')) return 'video-recordings'
  const isAdded = rest[0] === 'time' || (rows.length === 0 && says(header[1] ?? '', 'playlist'))
  if (header.length === 2 && isAdded) return 'playlist-videos'
  if (rest.every((one) => one === 'number' || one === 'empty') && rest.includes('number')) return 'video-recordings'
  // Songs have no times.
  return saysAny(header.slice(1), 'description') || rest.includes('time') ? 'video-texts' : 'music'
}

function saysAny(header: readonly string[], word: Word): boolean {
  return header.some((cell) => says(cell, word))
}
