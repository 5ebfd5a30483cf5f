// Owns unpacking gzip as it is read: what a cut-off file still holds comes out to its last byte.
import { pipeline, Readable, type TransformOptions } from 'node:stream'
import { createGunzip, type ZlibOptions } from 'node:zlib'

/** Why packed bytes cannot be read further; completes “This file …”. */
export class PackingError extends Error {}

/** Bytes as they come; packed ones unpacked, however many packed pieces follow each other. Throws `PackingError` and what the chunks throw. */
export async function* unpacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  const first = await source.next()
  const all = joined(first, source)
  if (first.done === true || !isGzip(first.value)) return yield* all
  // Nothing may wait inside when the stream fails: it would be lost, though it was unpacked.
  const options: ZlibOptions & TransformOptions = { chunkSize: 1 << 14, readableHighWaterMark: 1 }
  const gunzip = createGunzip(options)
  pipeline(Readable.from(all, { objectMode: true, highWaterMark: 2 }), gunzip, () => {})
  try {
    yield* gunzip
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'Z_BUF_ERROR') throw new PackingError('ends in the middle of a packed record.')
    if (!code.startsWith('Z_')) throw error
    throw new PackingError('is damaged where it is packed; up to 16 kB before the damage are lost with it.')
  }
}

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08
}

async function* joined(
  first: IteratorResult<Uint8Array, unknown>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
