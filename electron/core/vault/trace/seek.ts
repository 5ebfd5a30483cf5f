// Looking for traces in bytes of any length: every place is tried by a rolling sum, and what fits is settled by the keyed digest.
import type { Trace } from '../repository/destruction-work.ts'
import { type Tracer, WINDOW } from './traces.ts'

const FILTER_BITS = 24
const MASK = (1 << FILTER_BITS) - 1

/** Looks for traces. */
export interface Seeker {
  /** Begins anew: what was read before does not touch what comes. */
  begin(): void
  /** Reads on; `found` is told of each trace that is met, by its number. */
  read(bytes: Uint8Array, found: (trace: number) => void): void
  readonly count: number
}

/** @param only numbers of the traces that are looked for; all where it is left out */
export function seeker(
  traces: readonly Trace[],
  { factor, leaving, seal }: Tracer,
  only?: ReadonlySet<number>,
): Seeker {
  const filter = new Uint8Array(1 << (FILTER_BITS - 3))
  const byMark = new Map<number, number[]>()
  for (const [number, { mark }] of traces.entries()) {
    if (only !== undefined && !only.has(number)) continue
    const bit = (mark ^ (mark >>> 8)) & MASK
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
    const known = byMark.get(mark)
    if (known) known.push(number)
    else byMark.set(mark, [number])
  }
  const window = new Uint8Array(WINDOW)
  let filled = 0
  let at = 0
  let sum = 0
  const settle = (mark: number, found: (trace: number) => void) => {
    const numbers = byMark.get(mark)
    if (numbers === undefined) return
    const ordered = Buffer.concat([window.subarray(at), window.subarray(0, at)])
    const sealed = seal(ordered)
    for (const number of numbers) if (sealed.equals(traces[number]?.seal ?? new Uint8Array(0))) found(number)
  }
  return {
    count: byMark.size,
    begin: () => {
      filled = 0
      at = 0
      sum = 0
      window.fill(0)
    },
    read: (bytes, found) => {
      for (let place = 0; place < bytes.length; place += 1) {
        const byte = bytes[place] ?? 0
        sum = (Math.imul(sum, factor) + byte - Math.imul(window[at] ?? 0, leaving)) >>> 0
        window[at] = byte
        at = (at + 1) % WINDOW
        if (filled < WINDOW) filled += 1
        if (filled < WINDOW) continue
        const bit = (sum ^ (sum >>> 8)) & MASK
        if (((filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0) settle(sum, found)
      }
    },
  }
}
