// Random bytes by seed, label and place: AES-256 in counter mode, so that a resumed job draws what it drew before.
import { createCipheriv, hkdfSync } from 'node:crypto'

const BLOCK = 16
const AHEAD = 1 << 16

/**
 * A reader of the stream that a seed and a label determine.
 * @param seed 32 bytes; secret as long as the salts drawn from it shall be
 * @returns a function of (offset, length), both multiples of 16 bytes
 */
export function keyStream(seed: Uint8Array, label: string): (offset: number, length: number) => Uint8Array {
  const key = new Uint8Array(hkdfSync('sha256', seed, '', `muniment ${label}`, 32))
  let window = new Uint8Array(0)
  let from = 0
  return (offset, length) => {
    if (offset % BLOCK !== 0 || length % BLOCK !== 0) throw new RangeError('a key stream is read in blocks of 16 bytes')
    if (offset < from || offset + length > from + window.length) {
      from = offset
      window = blocks(key, offset / BLOCK, Math.max(length, AHEAD))
    }
    return window.slice(offset - from, offset - from + length)
  }
}

function blocks(key: Uint8Array, first: number, length: number): Uint8Array<ArrayBuffer> {
  const counter = Buffer.alloc(BLOCK)
  counter.writeBigUInt64BE(BigInt(first), 8)
  return new Uint8Array(createCipheriv('aes-256-ctr', key, counter).update(Buffer.alloc(length)))
}
