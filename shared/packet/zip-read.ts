// Reading the directory of a packet's archive, as far as it can be read; what it says is held against the one right form later.
import type { PacketSource, Tools } from './tools.ts'

/** A file as the directory tells of it, and its record there. */
export interface Listed {
  readonly name: string
  /** 0: stored as it is, the only way in which the City packs; 8: deflated, by whoever packed it again. */
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly time: number
  readonly start: number
  readonly record: Uint8Array
}

export interface Directory {
  readonly files: readonly Listed[]
  /** Where it begins and ends. */
  readonly at: number
  readonly end: number
  readonly comment: Uint8Array
  /** Why it could not be read to its end. */
  readonly broken: string | null
  /** Whether another program than Muniment packed it: something is deflated, folders are entries, or fields stand in it that no packet has. */
  readonly repacked: boolean
}

const END = 0x06054b50
const RECORD = 0x02014b50
const TAIL = 22 + 0xffff
const BIG = 0xffffffff
/** How a program packs that packs a packet again (4.4.5). */
export const DEFLATED = 8
/** Bytes of the extra field of a large file, as a packet writes it. */
const WIDE_EXTRA = 28
/** A directory of five million files is not larger. */
const MOST = 1 << 29

/** The directory; null where the file is no ZIP archive, or is cut off. */
export async function readDirectory(source: PacketSource, tools: Tools): Promise<Directory | null> {
  const from = Math.max(0, source.size - TAIL)
  const tail = await source.read(from, source.size - from)
  const place = lastEnd(tail)
  if (place < 0) return null
  const view = viewOf(tail)
  const comment = tail.subarray(place + 22)
  let [length, at] = [view.getUint32(place + 12, true), view.getUint32(place + 16, true)]
  if (at === BIG || length === BIG) {
    const wide = await wideEnd(source, from + place)
    if (wide === null) return { files: [], at: 0, end: 0, comment, broken: 'its end is damaged', repacked: false }
    ;[length, at] = wide
  }
  const end = at + length
  if (end > source.size || length > MOST)
    return { files: [], at, end, comment, broken: 'its place lies outside the file', repacked: false }
  return unwrapped({ ...parse(await source.read(at, length), tools), at, end, comment })
}

/** Place of the last end record in the last bytes of the file; -1 where there is none. */
function lastEnd(tail: Uint8Array): number {
  const view = viewOf(tail)
  for (let place = tail.length - 22; place >= 0; place -= 1) if (view.getUint32(place, true) === END) return place
  return -1
}

async function wideEnd(source: PacketSource, end: number): Promise<[length: number, at: number] | null> {
  if (end < 76) return null
  const view = viewOf(await source.read(end - 76, 56))
  if (view.getUint32(0, true) !== 0x06064b50) return null
  return [Number(view.getBigUint64(40, true)), Number(view.getBigUint64(48, true))]
}

function parse(bytes: Uint8Array, tools: Tools): Pick<Directory, 'files' | 'broken' | 'repacked'> {
  const view = viewOf(bytes)
  const files: Listed[] = []
  let repacked = false
  for (let at = 0; at < bytes.length; ) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== RECORD)
      return { files, broken: `the record after ${files.at(-1)?.name ?? 'its beginning'} is damaged`, repacked: false }
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => view.getUint16(at + place, true))
    const named = at + 46 + (nameLength ?? 0)
    const next = named + (extraLength ?? 0) + (commentLength ?? 0)
    const name = next > bytes.length ? null : tools.text(bytes.subarray(at + 46, named))
    if (name === null)
      return { files, broken: `the record after ${files.at(-1)?.name ?? 'its beginning'} is damaged`, repacked: false }
    const [packed = 0, size = 0, start = 0] = [20, 24, 42].map((place) => view.getUint32(at + place, true))
    const extra = bytes.subarray(named, named + (extraLength ?? 0))
    const wide = wideFields(extra, { size, packed, start })
    const method = view.getUint16(at + 10, true)
    repacked ||= method === DEFLATED || name.endsWith('/') || (extra.length > 0 && extra.length !== WIDE_EXTRA)
    files.push({
      name,
      method,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      time: view.getUint32(at + 12, true),
      record: bytes.subarray(at, next),
      ...wide,
    })
    at = next
  }
  return { files, broken: null, repacked }
}

type Places = Pick<Listed, 'size' | 'packed' | 'start'>

/** The sizes and place of a file; those of a large one stand in its extra field, in this order, where the record has no room for them (4.5.3). */
function wideFields(extra: Uint8Array, narrow: Places): Places {
  const view = viewOf(extra)
  for (let at = 0; at + 4 <= extra.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    const end = Math.min(extra.length, at + 4 + view.getUint16(at + 2, true))
    let place = at + 4
    const wide = (value: number) => {
      if (value !== BIG || place + 8 > end) return value
      place += 8
      return Number(view.getBigUint64(place - 8, true))
    }
    const size = wide(narrow.size)
    const packed = wide(narrow.packed)
    return { size, packed, start: wide(narrow.start) }
  }
  return narrow
}

/** Without the folders, which are no files; and without the one folder that everything lies in, where somebody packed that folder. */
function unwrapped(directory: Directory): Directory {
  if (directory.broken !== null) return directory
  const files = directory.files.filter(({ name }) => !name.endsWith('/'))
  const [folder] = /^[^/]+\//.exec(files[0]?.name ?? '') ?? []
  const wrapped = folder !== undefined && files.every(({ name }) => name.startsWith(folder)) && folder !== 'native/'
  if (!wrapped) return { ...directory, files }
  return {
    ...directory,
    files: files.map((file) => ({ ...file, name: file.name.slice(folder.length) })),
    repacked: true,
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
