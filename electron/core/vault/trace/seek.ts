// Looking for traces in bytes of any length: every place is tried by a rolling sum, and what fits is settled by the keyed digest.
import { markAt, sealAt, TRACE_BYTES, type Tracer, WINDOW } from './traces.ts'

/** Bits of the filter for each trace: what passes it by chance costs more than a larger filter. */
const BITS_EACH = 32
const FEWEST_BITS = 2 ** 20
const MOST_BITS = 2 ** 30

/** Looks for traces. */
export interface Seeker {
  /** Begins anew: what was read before does not touch what comes. */
  begin(): void
  /** Reads on; `found` is told of each trace that is met, by its number. */
  read(bytes: Uint8Array, found: (trace: number) => void): void
  /** Different traces. */
  readonly count: number
}

/**
 * @param traces one behind another; a trace that is there twice has the number of the first
 * @param only numbers of the traces that are looked for; all where it is left out
 */
export function seeker(
  traces: Buffer,
  { factor, leaving, seal }: Tracer,
  only?: { has(trace: number): boolean },
): Seeker {
  const { count, filter, bits, first, next } = tableOf(traces, only)
  /** The last bytes of what was read before, and what is read. */
  let shown = new Uint8Array(WINDOW)
  let filled = 0
  let sum = 0
  const settle = (mark: number, window: Uint8Array, found: (trace: number) => void) => {
    let sealed: Buffer | null = null
    for (let number = first(mark); number >= 0; number = next(mark)) {
      sealed ??= seal(window)
      if (sealed.equals(sealAt(traces, number))) found(number)
    }
  }
  return {
    count,
    begin: () => {
      filled = 0
      sum = 0
      shown.fill(0, 0, WINDOW)
    },
    read: (bytes, found) => {
      const end = WINDOW + bytes.length
      if (shown.length < end) {
        const wider = new Uint8Array(end)
        wider.set(shown.subarray(0, WINDOW))
        shown = wider
      }
      shown.set(bytes, WINDOW)
      const whole = Math.min(end, WINDOW + Math.max(0, WINDOW - 1 - filled))
      // Everything at hand and in whole numbers: this is asked of every byte of the vault.
      const [all, mask, table] = [shown, bits - 1, filter]
      let rolling = sum | 0
      for (let place = WINDOW; place < end; place += 1) {
        const left = Math.imul(all[place - WINDOW] ?? 0, leaving)
        rolling = (Math.imul(rolling, factor) + (all[place] ?? 0) - left) | 0
        const bit = bitOf(rolling) & mask
        if (((table[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0 && place >= whole)
          if (first(rolling >>> 0) >= 0) settle(rolling >>> 0, all.subarray(place - WINDOW + 1, place + 1), found)
      }
      sum = rolling
      filled = Math.min(WINDOW, filled + bytes.length)
      shown.copyWithin(0, end - WINDOW, end)
    },
  }
}

function bitOf(mark: number): number {
  return mark ^ (mark >>> 11)
}

/** Numbers of traces by their sums, in tables of bits and integers: of a hundred thousand records there are a million. */
function tableOf(traces: Buffer, only: { has(trace: number): boolean } | undefined) {
  const all = traces.length / TRACE_BYTES
  const bits = powerOver(Math.min(Math.max(FEWEST_BITS, all * BITS_EACH), MOST_BITS))
  const filter = new Uint8Array(bits >>> 3)
  const size = powerOver(2 * all + 2)
  const table = new Int32Array(size)
  const marks = Uint32Array.from({ length: all }, (_, number) => markAt(traces, number))
  const slotOf = (mark: number) => (Math.imul(mark, 0x9e3779b1) >>> 0) & (size - 1)
  const isSame = (one: number, other: number) =>
    marks[one] === marks[other] && sealAt(traces, one).equals(sealAt(traces, other))
  let slot = 0
  /** The number of the next trace with a sum, from a place of the table on; −1 where there is none. */
  const from = (mark: number): number => {
    for (; ; slot = (slot + 1) & (size - 1)) {
      const number = (table[slot] ?? 0) - 1
      if (number < 0 || marks[number] === mark) return number
    }
  }
  const first = (mark: number): number => {
    slot = slotOf(mark)
    return from(mark)
  }
  const next = (mark: number): number => {
    slot = (slot + 1) & (size - 1)
    return from(mark)
  }
  let count = 0
  for (let number = 0; number < all; number += 1) {
    if (only !== undefined && !only.has(number)) continue
    const mark = markAt(traces, number)
    let known = first(mark)
    while (known >= 0 && !isSame(known, number)) known = next(mark)
    if (known >= 0) continue
    table[slot] = number + 1
    count += 1
    const bit = bitOf(mark) & (bits - 1)
    filter[bit >>> 3] = (filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }
  return { count, filter, bits, first, next }
}

/** The first power of two that is not less. */
function powerOver(least: number): number {
  return 2 ** Math.ceil(Math.log2(least))
}
