// Which bytes of a ZIP belong to one member and tell of it: its names, its extra fields' content, its checksums, its data.
import { closeSync, fstatSync, openSync, readSync } from '../cipher/fs.ts'

export type Range = readonly [offset: number, length: number]

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const DESCRIPTOR = 0x08074b50
const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const ZIP64_FIELD = 1
const STREAMED = 0x8
const LOCAL_CRC = 14
const CENTRAL_CRC = 16

/** Tells of one package after another member which bytes are its own. */
export interface Striking {
  /**
   * The ranges of a member found by its local header. What a reader needs to find the other members stays: signatures, lengths, sizes,
   * offsets. A CRC-32 goes, because it is an unsalted digest of the content (APPNOTE 4.4.7).
   * @param headerOffset first byte of the local header
   * @param packedSize bytes of its data in the package
   * @throws Error when no header stands there, or no entry of the directory names it
   */
  ranges(headerOffset: number, packedSize: number): readonly Range[]
  close(): void
}

/** Opens a ZIP; its directory is read once. @throws Error where it has none */
export function openStriking(path: string): Striking {
  const file = openSync(path, 'r')
  let entries: ReturnType<typeof directoryEntries> | null = null
  const ranges = (headerOffset: number, packedSize: number): readonly Range[] => {
    const local = bytesAt(file, headerOffset, 30)
    if (local.length < 30 || local.readUInt32LE(0) !== LOCAL)
      throw new Error(`no member begins at byte ${headerOffset} of the package`)
    const name = headerOffset + 30
    const extra = name + local.readUInt16LE(26)
    const data = extra + local.readUInt16LE(28)
    entries ??= directoryEntries(file)
    const entry = entries.get(headerOffset)
    if (entry === undefined) throw new Error(`the package's directory names no member at byte ${headerOffset}`)
    const streamed = (local.readUInt16LE(6) & STREAMED) !== 0
    return [
      [headerOffset + LOCAL_CRC, 4],
      [name, extra - name],
      ...fieldContents(bytesAt(file, extra, data - extra), extra),
      [data, packedSize],
      ...(streamed ? descriptorCrc(file, data + packedSize, entry.crc) : []),
      ...entry.ranges,
    ]
  }
  return { ranges, close: () => closeSync(file) }
}

/** Where the CRC behind streamed data stands: with or without a signature before it (APPNOTE 4.3.9.3), and only where it is the one known. */
function descriptorCrc(file: number, at: number, crc: number): Range[] {
  const bytes = bytesAt(file, at, 8)
  const signed = bytes.length === 8 && bytes.readUInt32LE(0) === DESCRIPTOR && bytes.readUInt32LE(4) === crc
  if (signed) return [[at + 4, 4]]
  return bytes.length >= 4 && bytes.readUInt32LE(0) === crc ? [[at, 4]] : []
}

/** What stands in extra fields, the Unicode path among them; ids and lengths stay, and the sizes of ZIP64. */
function fieldContents(extra: Buffer, from: number): Range[] {
  const ranges: Range[] = []
  let at = 0
  while (at + 4 <= extra.length) {
    const content = at + 4
    const end = Math.min(content + extra.readUInt16LE(at + 2), extra.length)
    if (extra.readUInt16LE(at) !== ZIP64_FIELD && end > content) ranges.push([from + content, end - content])
    at = end
  }
  if (at < extra.length) ranges.push([from + at, extra.length - at])
  return ranges
}

/** What tells of each member in the directory, by the offset of its local header. */
function directoryEntries(file: number): Map<number, { readonly ranges: Range[]; readonly crc: number }> {
  const { from, length } = directory(file)
  const bytes = bytesAt(file, from, length)
  const entries = new Map<number, { readonly ranges: Range[]; readonly crc: number }>()
  for (let at = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === CENTRAL; ) {
    const name = bytes.readUInt16LE(at + 28)
    const extra = bytes.readUInt16LE(at + 30)
    const comment = bytes.readUInt16LE(at + 32)
    const fields = at + 46 + name
    const ranges: Range[] = [
      [from + at + CENTRAL_CRC, 4],
      [from + at + 46, name],
      ...fieldContents(bytes.subarray(fields, fields + extra), from + fields),
      [from + fields + extra, comment],
    ]
    entries.set(headerOf(bytes, at, name, extra), { ranges, crc: bytes.readUInt32LE(at + CENTRAL_CRC) })
    at = fields + extra + comment
  }
  return entries
}

/** The local header's offset of a directory entry; in ZIP64 it stands among the extra fields. */
function headerOf(bytes: Buffer, at: number, name: number, extra: number): number {
  const short = bytes.readUInt32LE(at + 42)
  if (short !== 0xffffffff) return short
  let field = at + 46 + name
  const end = field + extra
  while (field + 4 <= end) {
    const size = bytes.readUInt16LE(field + 2)
    if (bytes.readUInt16LE(field) === ZIP64_FIELD) {
      const before = [at + 24, at + 20].filter((place) => bytes.readUInt32LE(place) === 0xffffffff).length
      return Number(bytes.readBigUInt64LE(field + 4 + before * 8))
    }
    field += 4 + size
  }
  return short
}

function directory(file: number): { from: number; length: number } {
  const { size } = fstatSync(file)
  const tail = bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue
    const from = tail.readUInt32LE(at + 16)
    const locator = at - 20
    if (locator < 0 || tail.readUInt32LE(locator) !== LOCATOR64) return { from, length: tail.readUInt32LE(at + 12) }
    const end64 = bytesAt(file, Number(tail.readBigUInt64LE(locator + 8)), 56)
    if (end64.readUInt32LE(0) !== END64) break
    return { from: Number(end64.readBigUInt64LE(48)), length: Number(end64.readBigUInt64LE(40)) }
  }
  throw new Error('the package has no directory')
}

function bytesAt(file: number, from: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  const read = readSync(file, buffer, 0, length, from)
  return buffer.subarray(0, read)
}
