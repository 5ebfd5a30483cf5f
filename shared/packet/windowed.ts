// A file read through a window: a packet may hold a million small files, and asking for each of their records alone takes its time.
import type { PacketSource } from './tools.ts'

const WINDOW = 1 << 20

/** The same file; small pieces come out of the last large one where they can. */
export function windowed(source: PacketSource): PacketSource {
  let window = new Uint8Array(0)
  let from = 0
  return {
    size: source.size,
    read: async (at, length) => {
      if (length > WINDOW / 4) return source.read(at, length)
      if (at < from || at + length > from + window.length) {
        from = at
        window = new Uint8Array(await source.read(at, Math.max(0, Math.min(WINDOW, source.size - at))))
      }
      return window.subarray(at - from, at - from + length)
    },
  }
}
