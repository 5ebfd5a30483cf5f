// A packet checked twice: as the command line does it, and as the packet's own page does.
import { browserTools, sourceOf } from '../../electron/core/disclosure/page/browser-tools.ts'
import { nodeTools } from '../../electron/core/disclosure/verify/node-tools.ts'
import { checkPacket } from '../../shared/packet/check.ts'
import type { Checked } from '../../shared/packet/report.ts'

/** As `muniment packet verify` finds it. */
export function byCommand(
  packet: Uint8Array,
  letter: string | null = null,
  opening: string | null = null,
): Promise<Checked> {
  const read = async (at: number, length: number) => packet.slice(at, at + length)
  return checkPacket({ size: packet.length, read }, nodeTools, { letter, opening })
}

/** As index.html finds it. */
export function byPage(
  packet: Uint8Array<ArrayBuffer>,
  letter: string | null = null,
  opening: string | null = null,
): Promise<Checked> {
  return checkPacket(sourceOf(new Blob([packet])), browserTools, { letter, opening })
}

/** Numbers that look random and are the same for a seed, from 0 to just below 1. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What lies at a place of a packet that is as it was made: a file's content or records, or the archive's own end. */
export function ownerOf(packet: Buffer, at: number): string | null {
  const directory = packet.readUInt32LE(packet.length - 22 + 16)
  const places: { name: string; start: number; record: number; recordEnd: number }[] = []
  for (let place = directory; packet.readUInt32LE(place) === 0x02014b50; ) {
    const [name, extra] = [packet.readUInt16LE(place + 28), packet.readUInt16LE(place + 30)]
    const recordEnd = place + 46 + name + extra
    const file = packet.subarray(place + 46, place + 46 + name).toString()
    places.push({ name: file, start: packet.readUInt32LE(place + 42), record: place, recordEnd })
    place = recordEnd
  }
  const inDirectory = places.find(({ record, recordEnd }) => at >= record && at < recordEnd)
  if (at >= directory) return inDirectory?.name ?? null
  return places.findLast(({ start }) => at >= start)?.name ?? null
}

/** Whether findings name what was changed: the file, or the archive's end or directory. */
export function names({ findings }: Checked, owner: string | null): boolean {
  return findings.some(
    ({ code, file }) => (owner !== null && file === owner) || ['P001', 'P002', 'P007'].includes(code),
  )
}
