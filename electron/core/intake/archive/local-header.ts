// Owns the second description of each member, in front of its data: yauzl reads past it, other programs believe it.
import type { Entry } from 'yauzl'
import type { FileHandle } from '../../vault/cipher/fs-promises.ts'
import { readAt } from './file.ts'

const SIGNATURE = 0x04034b50
const HEADER = 30
/** Enough for the extra fields that writers put here; longer ones only lose the comparison of 64-bit sizes. */
const EXTRA = 256
const NEAR = 8 << 10
const SPAN = 256 << 10
const AT_ONCE = 32

/** Where a member's data begins (-1: no header there) and in what its two descriptions differ. */
export interface LocalHeader {
  readonly dataOffset: number
  readonly differs: string | null
}

/**
 * Reads the headers of entries that are sorted by offset; the answer is in the same order. Headers close together are read in one go.
 * Throws the signal's reason when aborted.
 */
export async function readLocalHeaders(
  file: FileHandle,
  sorted: readonly Entry[],
  signal: AbortSignal,
): Promise<LocalHeader[]> {
  const headers: LocalHeader[] = []
  const spans = [...spansOf(sorted)]
  for (let i = 0; i < spans.length; i += AT_ONCE) {
    signal.throwIfAborted()
    const group = spans.slice(i, i + AT_ONCE)
    const bytes = await Promise.all(group.map((span) => readAt(file, span.start, span.end - span.start)))
    for (const [nth, span] of group.entries()) {
      const window = bytes[nth] ?? Buffer.alloc(0)
      for (const entry of sorted.slice(span.from, span.to)) {
        headers.push(
          compare(entry, window.subarray(Math.min(window.length, entry.relativeOffsetOfLocalHeader - span.start))),
        )
      }
    }
  }
  return headers
}

interface Span {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

function* spansOf(sorted: readonly Entry[]): Generator<Span> {
  let from = 0
  let start = 0
  let end = 0
  for (const [i, entry] of sorted.entries()) {
    const begins = entry.relativeOffsetOfLocalHeader
    const ends = begins + HEADER + entry.fileNameLength + EXTRA
    if (i > 0 && (begins - end >= NEAR || ends - start >= SPAN)) {
      yield { from, to: i, start, end }
      from = i
    }
    if (i === from) start = begins
    end = i === from ? ends : Math.max(end, ends)
  }
  if (sorted.length > 0) yield { from, to: sorted.length, start, end }
}

function compare(entry: Entry, bytes: Buffer): LocalHeader {
  if (bytes.length < HEADER || bytes.readUInt32LE(0) !== SIGNATURE) return { dataOffset: -1, differs: null }
  const nameEnd = HEADER + bytes.readUInt16LE(26)
  const dataOffset = entry.relativeOffsetOfLocalHeader + nameEnd + bytes.readUInt16LE(28)
  const flags = bytes.readUInt16LE(6)
  const ascii = entry.fileNameRaw.every((byte) => byte < 0x80)
  const differs: string[] = []
  if (!entry.fileNameRaw.equals(bytes.subarray(HEADER, nameEnd))) {
    differs.push(`the other calls it “${bytes.toString('utf8', HEADER, Math.min(nameEnd, HEADER + 100))}”`)
  }
  if (((flags ^ entry.generalPurposeBitFlag) & (ascii ? 0x1 : 0x801)) !== 0) differs.push('flags')
  if (bytes.readUInt16LE(8) !== entry.compressionMethod) differs.push('method')
  const streamed = (flags & 0x8) !== 0
  if (!streamed && bytes.readUInt32LE(14) !== entry.crc32) differs.push('checksum')
  if (!streamed && !sameSizes(entry, bytes, nameEnd)) differs.push('size')
  return { dataOffset, differs: differs.length === 0 ? null : differs.join(', ') }
}

function sameSizes(entry: Entry, bytes: Buffer, nameEnd: number): boolean {
  const compressed = bytes.readUInt32LE(18)
  const size = bytes.readUInt32LE(22)
  if (compressed !== 0xffffffff && size !== 0xffffffff) {
    return compressed === entry.compressedSize && size === entry.uncompressedSize
  }
  const extraEnd = nameEnd + bytes.readUInt16LE(28)
  for (let at = nameEnd; at + 4 <= Math.min(extraEnd, bytes.length); at += 4 + bytes.readUInt16LE(at + 2)) {
    if (bytes.readUInt16LE(at) === 1)
      return sameLongSizes(entry, bytes.subarray(at + 4, at + 4 + bytes.readUInt16LE(at + 2)))
  }
  return extraEnd > bytes.length
}

/** The ZIP64 field of a local header holds both sizes (APPNOTE 4.5.3); some writers give only the one that did not fit. */
function sameLongSizes(entry: Entry, field: Buffer): boolean {
  if (field.length < 8) return false
  const first = Number(field.readBigUInt64LE(0))
  if (field.length < 16) return first === entry.uncompressedSize || first === entry.compressedSize
  return first === entry.uncompressedSize && Number(field.readBigUInt64LE(8)) === entry.compressedSize
}
