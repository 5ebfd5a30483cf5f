// Traces of what is destroyed, so that the vault can be looked through afterwards without keeping what was destroyed: of some 16 bytes each a
// keyed rolling sum, by which every place of a file is tried, and a keyed digest, which settles it. The key belongs to the job.
import { createHmac } from 'node:crypto'
import type { Trace } from '../repository/destruction-work.ts'

/** Bytes of a trace. */
export const WINDOW = 16
/** Bytes that are too alike tell nothing: rows of zeros, of blanks. */
const FEWEST_DISTINCT = 6
const SEAL_BYTES = 16

/** Makes and knows traces under one key. */
export interface Tracer {
  /** Traces of bytes, at so many places spread over them; none where they are too short or too alike. */
  trace(bytes: Uint8Array, places: number): Trace[]
  /** The factor of the rolling sum, and that of the byte that leaves it. */
  readonly factor: number
  readonly leaving: number
  seal(window: Uint8Array): Buffer
}

/** @param key 32 bytes, secret while the traces are kept */
export function tracer(key: Uint8Array): Tracer {
  const factor = (Buffer.from(key).readUInt32LE(0) | 1) >>> 0
  let leaving = 1
  for (let step = 0; step < WINDOW; step += 1) leaving = Math.imul(leaving, factor) >>> 0
  const seal = (window: Uint8Array) => createHmac('sha256', key).update(window).digest().subarray(0, SEAL_BYTES)
  const sum = (window: Uint8Array) => {
    let mark = 0
    for (const byte of window) mark = (Math.imul(mark, factor) + byte) >>> 0
    return mark
  }
  return {
    factor,
    leaving,
    seal,
    trace: (bytes, places) => {
      const last = bytes.length - WINDOW
      if (last < 0) return []
      const offsets = Array.from({ length: places }, (_, place) => Math.floor((last * (place + 1)) / (places + 1)))
      return [...new Set(offsets)].flatMap((offset) => {
        const window = bytes.subarray(offset, offset + WINDOW)
        return new Set(window).size < FEWEST_DISTINCT ? [] : [{ mark: sum(window), seal: seal(window) }]
      })
    },
  }
}
