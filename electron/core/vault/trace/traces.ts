// Traces of what is destroyed, so that the vault can be looked through afterwards without keeping what was destroyed: of some 16 bytes each a
// keyed rolling sum, by which every place of a file is tried, and a keyed digest, which settles it. The key belongs to the job.
import { createHmac, createSecretKey } from 'node:crypto'

/** Bytes of which a trace is taken. */
export const WINDOW = 16
/** Bytes that are too alike tell nothing: rows of zeros, of blanks. */
const FEWEST_DISTINCT = 6
const MARK_BYTES = 4
const SEAL_BYTES = 16
/** A trace as it is kept: its sum, then its digest. */
export const TRACE_BYTES = MARK_BYTES + SEAL_BYTES

/** Makes and knows traces under one key. */
export interface Tracer {
  /** Traces of bytes, at so many places spread over them; none where they are too short or too alike. */
  trace(bytes: Uint8Array, places: number): Buffer[]
  /** The factor of the rolling sum, and that of the byte that leaves it. */
  readonly factor: number
  readonly leaving: number
  seal(window: Uint8Array): Buffer
}

/** @param key 32 bytes, secret while the traces are kept */
export function tracer(key: Uint8Array): Tracer {
  const secret = createSecretKey(key)
  const factor = (Buffer.from(key).readUInt32LE(0) | 1) >>> 0
  let leaving = 1
  for (let step = 0; step < WINDOW; step += 1) leaving = Math.imul(leaving, factor) >>> 0
  const seal = (window: Uint8Array) => createHmac('sha256', secret).update(window).digest().subarray(0, SEAL_BYTES)
  const sum = (window: Uint8Array) => {
    let mark = 0
    for (const byte of window) mark = (Math.imul(mark, factor) + byte) >>> 0
    return mark
  }
  const traceOf = (window: Uint8Array) => {
    const trace = Buffer.alloc(TRACE_BYTES)
    trace.writeUInt32BE(sum(window))
    trace.set(seal(window), MARK_BYTES)
    return trace
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
        return new Set(window).size < FEWEST_DISTINCT ? [] : [traceOf(window)]
      })
    },
  }
}

/** The sum of one of many traces, one behind another. */
export function markAt(traces: Buffer, number: number): number {
  return traces.readUInt32BE(number * TRACE_BYTES)
}

/** Its digest. */
export function sealAt(traces: Buffer, number: number): Buffer {
  const from = number * TRACE_BYTES
  return traces.subarray(from + MARK_BYTES, from + TRACE_BYTES)
}
