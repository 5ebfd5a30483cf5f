// A clock and a chance that are the same in every run of the demonstration.
import { createCipheriv, createHash } from 'node:crypto'

const SECOND = 1000

/** A clock that begins at an instant (ms, UTC) and is a second later each time it is read. */
export function steppingClock(begins: number): () => number {
  let now = begins - SECOND
  return () => {
    now += SECOND
    return now
  }
}

/** Random bytes that a seed determines. Never for a vault that is kept: whoever knows the seed knows its salts. */
export function seededBytes(seed: string): (bytes: number) => Uint8Array {
  const key = createHash('sha256').update(seed).digest()
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  return (bytes) => stream.update(Buffer.alloc(bytes))
}
