// Owns an answer's content as a person would have it: chunks joined, packing undone, its digest checked against the record's.
import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { AsyncIterReader } from 'warcio'
import { agreement, hasherFor } from './digest.ts'
import { isGzip, PackingError, unpacked } from './gzip.ts'
import type { Answer } from './http.ts'

/** Bytes; what is larger is streamed, never held. */
const MOST_HELD = 16 << 20
/** Bytes that a packed answer may unpack to. */
const MOST_UNPACKED = 256 << 20

/** Content read to its end. */
export interface Content {
  /** The whole of it, where it is not larger than 16 MB as it was transferred. */
  readonly bytes: Buffer | null
  /** As it was transferred; null where `bytes` is. */
  readonly raw: Buffer | null
  readonly size: number
  readonly sha256: Buffer
  /** Whether it has the digest that the record gives, in any form that programs take it over; null where none is given. */
  readonly agrees: boolean | null
}

/**
 * Reads an answer's content to its end.
 * @param labelled the digest that the record gives; `''` for none
 * @param most bytes that are held, where a reader needs more of it than 16 MB
 */
export async function contentOf(answer: Answer, labelled: string, most = MOST_HELD): Promise<Content> {
  const [raw, joined, undone] = [hasherFor(labelled), hasherFor(labelled), hasherFor(labelled)]
  const whole = createHash('sha256')
  const held: Uint8Array[] = []
  let transferred = 0
  let bytes: Buffer | null = null
  let size = 0
  const seen = {
    raw: (chunk: Uint8Array) => {
      raw?.update(chunk)
      transferred += chunk.length
      if (transferred <= most) held.push(chunk)
      else held.length = 0
    },
    joined: (chunk: Uint8Array) => joined?.update(chunk),
  }
  for await (const chunk of contentChunks(answer, seen, most)) {
    if (transferred <= most) bytes = asBuffer(chunk)
    whole.update(chunk)
    undone?.update(chunk)
    size += chunk.length
  }
  const digests = [raw, joined, undone].flatMap((hash) => hash?.digest() ?? [])
  const agrees = digests.length === 0 ? null : digests.some((digest) => agreement(labelled, digest))
  const small = transferred <= most
  return {
    bytes: small ? bytes : null,
    raw: small ? oneOf(held) : null,
    size,
    sha256: whole.digest(),
    agrees,
  }
}

/** The same of content that nobody looks into: what is not packed goes by without being held. */
export function measured(answer: Answer, labelled: string): Promise<Content> {
  const isPlain = answer.field('Content-Encoding') === '' && !isChunked(answer)
  return contentOf(answer, labelled, isPlain ? 0 : MOST_HELD)
}

/** Pieces as one; a single one is not copied. */
function oneOf(pieces: readonly Uint8Array[]): Buffer {
  const [only] = pieces
  return only !== undefined && pieces.length === 1 ? asBuffer(only) : Buffer.concat(pieces)
}

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array) => Buffer.from(buffer, byteOffset, byteLength)

/** Whether an answer says that it is larger than what is held. Muniment’s own captures say so of every answer. */
export function isLarge(answer: Answer): boolean {
  return Number(answer.field('Content-Length')) > MOST_HELD
}

/** An answer's content as it streams, and afterwards whether it has the digest that the record gives. */
export function streamOf(answer: Answer, labelled: string) {
  const hash = hasherFor(labelled)
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of contentChunks(answer)) {
      hash?.update(chunk)
      yield asBuffer(chunk)
    }
  }
  return { chunks: chunks(), agrees: () => (hash === null ? null : agreement(labelled, hash.digest())) }
}

interface Seen {
  /** As it was transferred. */
  raw(chunk: Uint8Array): void
  /** Without the marks of its chunks. */
  joined(chunk: Uint8Array): void
}

/** An answer's content: one piece where it is small, a stream otherwise. */
export async function* contentChunks(
  answer: Answer,
  seen: Seen = { raw: () => {}, joined: () => {} },
  most = MOST_HELD,
): AsyncGenerator<Uint8Array> {
  const source = answer.payload[Symbol.asyncIterator]()
  const held: Uint8Array[] = []
  let size = 0
  while (size <= most) {
    const next = await source.next()
    if (next.done === true) {
      const whole = oneOf(held)
      const joined = await withoutChunks(answer, whole)
      seen.raw(whole)
      seen.joined(joined)
      const bytes = decoded(joined, answer.field('Content-Encoding'))
      return yield bytes
    }
    held.push(next.value)
    size += next.value.length
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    for (const chunk of held.splice(0)) {
      seen.raw(chunk)
      yield chunk
    }
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      seen.raw(next.value)
      yield next.value
    }
  }
  async function* joined(): AsyncGenerator<Uint8Array> {
    for await (const chunk of new AsyncIterReader(all(), null, isChunked(answer))) {
      seen.joined(chunk)
      yield chunk
    }
  }
  try {
    yield* /gzip/i.test(answer.field('Content-Encoding')) ? unpacked(joined()) : joined()
  } catch (error) {
    // What was sent packed and cannot be unpacked to its end is kept as far as it goes; its digest tells.
    if (!(error instanceof PackingError)) throw error
  }
}

async function withoutChunks(answer: Answer, bytes: Buffer): Promise<Buffer> {
  if (!isChunked(answer) || bytes.length === 0) return bytes
  // Programs that join chunks often leave the field that says so: the reader then gives all as it stands.
  const joined = await new AsyncIterReader(AsyncIterReader.fromIter([bytes]), null, true).readFully()
  return Buffer.from(joined)
}

function isChunked(answer: Answer): boolean {
  return /chunked/i.test(answer.field('Transfer-Encoding'))
}

/** Undoes the packings that a server names, last first; what is not packed after all stays as it is. */
function decoded(bytes: Buffer, encodings: string): Buffer {
  const options = { maxOutputLength: MOST_UNPACKED }
  let now = bytes
  for (const encoding of encodings.toLowerCase().split(',').reverse()) {
    try {
      if (/gzip/.test(encoding) && isGzip(now)) now = gunzipSync(now, options)
      else if (/\bbr\b/.test(encoding)) now = brotliDecompressSync(now, options)
      else if (/zstd/.test(encoding)) now = zstdDecompressSync(now, options)
      else if (/deflate/.test(encoding))
        now = ((now[0] ?? 0) & 0x0f) === 8 ? inflateSync(now, options) : inflateRawSync(now, options)
    } catch {
      return now
    }
  }
  return now
}
