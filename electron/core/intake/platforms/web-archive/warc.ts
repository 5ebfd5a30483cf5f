// Owns reading a WARC file record by record, as it streams, with the place of each in the (unpacked) file and its digest checked.
import { AsyncIterReader, WARCParser } from 'warcio'
import { byteWindow } from '../../kit/byte-window.ts'
import { agreement, hasherFor } from './digest.ts'
import { unpacked } from './gzip.ts'

/** A record as it stands in the file. */
export interface WarcRecord {
  readonly type: string
  /** The record's own fields, by name in any case. */
  readonly field: (name: string) => string
  /** Where the record begins: bytes from the beginning of the file, unpacked where it is packed. */
  readonly start: number
  /** The record's own head, byte for byte. */
  readonly head: Buffer
  /** Its content, once; what nobody asks for is passed over. Throws `WarcError` where the file ends within. */
  readonly block: AsyncIterable<Uint8Array>
  /** After the block was read: whether it has the digest that the record gives. Null where it gives none that is known, or none is asked for. */
  agrees(): boolean | null
}

/** What keeps a WARC file from being read further; completes “This file …”. */
export class WarcError extends Error {}

/** No record has a longer head than this, in bytes; a damaged one would be sought for ever. */
const LONGEST_HEAD = 4 << 20
const MARK = Buffer.from('WARC/')

/**
 * The records of a file in order. Throws `WarcError`, what the chunks throw, and the signal's reason.
 * @param checked whether their digests are asked for: whoever goes through them another time need not count them again
 */
export async function* readWarc(
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal,
  checked = true,
): AsyncGenerator<WarcRecord> {
  const window = byteWindow()
  let allowed = LONGEST_HEAD
  async function* watched(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of unpacked(chunks)) {
      signal.throwIfAborted()
      if (allowed < 0) throw new WarcError('goes on with something that is no record.')
      allowed -= chunk.length
      window.add(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk))
      yield chunk
    }
  }
  const source = watched()
  const reader = new AsyncIterReader(source, null)
  const parser = new WARCParser(reader, { parseHttp: false })
  let end = 0
  try {
    for (;;) {
      allowed = LONGEST_HEAD
      const record = await parser.parse()
      const read = window.take(end, reader.getReadOffset())
      if (record === null) {
        if (read.some((byte) => byte !== 13 && byte !== 10)) throw new WarcError('ends in the middle of a record.')
        return
      }
      const before = Math.max(0, firstLine(read))
      const head = read.subarray(before)
      const { warcHeaders: own } = record
      const field = (name: string) => own.headers.get(name) ?? ''
      const length = Number(/^\d{1,15}$/.exec(field('Content-Length'))?.[0] ?? Number.NaN)
      if (!own.statusline.startsWith('WARC/')) throw new WarcError('goes on with something that is no record.')
      if (!head.includes('\r\n\r\n')) throw new WarcError('ends in the head of a record.')
      if (Number.isNaN(length)) throw new WarcError('holds a record that does not say how long it is.')
      const start = end + before
      end = reader.getReadOffset()
      allowed = Number.POSITIVE_INFINITY
      const digest = field('WARC-Block-Digest')
      const hasher = checked ? hasherFor(digest) : null
      const block = blockOf(record.reader, length, (chunk) => {
        hasher?.update(chunk)
        window.forget(reader.getReadOffset())
      })
      const type = field('WARC-Type').toLowerCase()
      let agrees: boolean | null | undefined
      yield {
        type,
        field: (name) => (name === 'WARC-Target-URI' ? field(name).replace(/^<(.*)>$/, '$1') : field(name)),
        start,
        head,
        block,
        agrees: () => {
          agrees ??= hasher === null ? null : agreement(digest, hasher.digest())
          return agrees
        },
      }
      for await (const _ of block);
      end = reader.getReadOffset()
      window.forget(end)
    }
  } finally {
    // The library leaves what it reads from open.
    await source.return(undefined)
  }
}

/** Where the record's first line stands: after blank lines, and after what an earlier record held beyond its stated length. */
function firstLine(read: Buffer): number {
  if (read.subarray(0, 5).equals(MARK)) return 0
  return read.indexOf('\nWARC/') + 1
}

/** Content that goes on where a reader left off, however that reader ended: what comes after it must be found. */
function blockOf(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
  seen: (chunk: Uint8Array) => void,
): AsyncIterable<Uint8Array> {
  const chunks = counted(source, length, seen)
  return { [Symbol.asyncIterator]: () => ({ next: () => chunks.next() }) }
}

async function* counted(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
  seen: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let left = length
  for await (const chunk of source) {
    left -= chunk.length
    seen(chunk)
    yield chunk
  }
  if (left > 0) throw new WarcError(`ends in the middle of a record: ${left} of its ${length} bytes are missing.`)
}
