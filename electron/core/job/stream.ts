// Random bytes by seed, label and place: AES-256 in counter mode, so that a resumed job draws what it drew before.
import { createCipheriv, hkdfSync } from 'node:crypto'

const BLOCK = 16
const MOST_STREAMS = 16
/** The first read draws little, further ones more: thousands of small files are read by a label each. */
const FIRST_AHEAD = 1 << 10
const MOST_AHEAD = 1 << 16

/**
 * A reader of the stream that a seed and a label determine.
 * @param seed 32 bytes; secret as long as the salts drawn from it shall be
 * @returns a function of (offset, length), both multiples of 16 bytes
 */
export function keyStream(seed: Uint8Array, label: string): (offset: number, length: number) => Uint8Array {
  const key = new Uint8Array(hkdfSync('sha256', seed, '', `muniment ${label}`, 32))
  let window = new Uint8Array(0)
  let from = 0
  let ahead = FIRST_AHEAD
  return (offset, length) => {
    if (offset % BLOCK !== 0 || length % BLOCK !== 0) throw new RangeError('a key stream is read in blocks of 16 bytes')
    if (offset < from || offset + length > from + window.length) {
      from = offset
      window = blocks(key, offset / BLOCK, Math.max(length, ahead))
      ahead = Math.min(2 * ahead, MOST_AHEAD)
    }
    return window.slice(offset - from, offset - from + length)
  }
}

/** Streams of one seed by their labels; of many only the latest are kept at hand, others are begun again. */
export function keyStreams(seed: Uint8Array): (label: string, offset: number, length: number) => Uint8Array {
  const streams = new Map<string, ReturnType<typeof keyStream>>()
  return (label, offset, length) => {
    const stream = streams.get(label) ?? keyStream(seed, label)
    streams.delete(label)
    streams.set(label, stream)
    const [oldest] = streams.keys()
    if (streams.size > MOST_STREAMS && oldest !== undefined) streams.delete(oldest)
    return stream(offset, length)
  }
}

function blocks(key: Uint8Array, first: number, length: number): Uint8Array<ArrayBuffer> {
  const counter = Buffer.alloc(BLOCK)
  counter.writeBigUInt64BE(BigInt(first), 8)
  return new Uint8Array(createCipheriv('aes-256-ctr', key, counter).update(Buffer.alloc(length)))
}
