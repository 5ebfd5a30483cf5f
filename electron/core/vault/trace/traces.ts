// Traces of what is destroyed, so that the vault can be looked through afterwards without keeping what was destroyed: of some 16 bytes each a
// keyed rolling sum, by which every place of a file is tried, and a keyed digest, which settles it. The key belongs to the job.
import { keyed } from '../keyed.ts'

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
  const sealed = keyed(key)
  const factor = (Buffer.from(key).readUInt32LE(0) | 1) >>> 0
  let leaving = 1
  for (let step = 0; step < WINDOW; step += 1) leaving = Math.imul(leaving, factor) >>> 0
  const seal = (window: Uint8Array) => Buffer.from(sealed(window).slice(0, 2 * SEAL_BYTES), 'hex')
  const traceOf = (window: Uint8Array) => {
    let mark = 0
    for (const byte of window) mark = (Math.imul(mark, factor) + byte) >>> 0
    const trace = Buffer.allocUnsafe(TRACE_BYTES)
    trace.writeUInt32BE(mark)
    trace.write(sealed(window), MARK_BYTES, SEAL_BYTES, 'hex')
    return trace
  }
  const isTelling = distinctCounter()
  return {
    factor,
    leaving,
    seal,
    trace: (bytes, places) => {
      const found: Buffer[] = []
      const last = bytes.length - WINDOW
      let taken = -1
      for (let place = 1; place <= places && last >= 0; place += 1) {
        const offset = Math.floor((last * place) / (places + 1))
        if (offset === taken) continue
        taken = offset
        const window = bytes.subarray(offset, offset + WINDOW)
        if (isTelling(window)) found.push(traceOf(window))
      }
      return found
    },
  }
}

/** Whether bytes are different enough: without a set for each, because of a hundred thousand records there are a million. */
function distinctCounter(): (window: Uint8Array) => boolean {
  const seenIn = new Uint32Array(256)
  let round = 0
  return (window) => {
    round += 1
    let distinct = 0
    for (const byte of window) {
      if (seenIn[byte] === round) continue
      seenIn[byte] = round
      distinct += 1
    }
    return distinct >= FEWEST_DISTINCT
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
