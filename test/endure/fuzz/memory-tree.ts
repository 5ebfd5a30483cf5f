// An export as a tree in memory, cut into chunks of any size, some of it damaged as members of a ZIP may be.
import { type ArchiveSet, type Member, MemberError } from '../../../electron/core/intake/archive/archive.ts'
import { archiveFinding } from '../../../electron/core/intake/archive/finding.ts'
import { relativeNames } from '../../../electron/core/intake/archive/relative-names.ts'
import type { ExportTree } from '../../../electron/core/intake/platform.ts'
import type { Random } from '../../fixtures/x/random.ts'
import type { Files } from './mutate-files.ts'

const CHUNKS = [1, 7, 64, 1000, 1 << 16]

/** How a tree hands its files over. */
export interface Delivery {
  /** Bytes in a chunk. */
  readonly chunk: number
  /** In how many parts the files lie. */
  readonly parts: number
  /** How many bytes of a file can be read before it turns out to be damaged; null where all can. */
  readonly damagedAfter: (name: string) => number | null
}

/** Everything at once and sound. */
export const SOUND: Delivery = { chunk: 1 << 16, parts: 1, damagedAfter: () => null }

/** Mostly whole, now and then byte by byte, in two parts, or with a file that breaks off. */
export function anyDelivery(files: Files, random: Random): Delivery {
  const damaged = random.chance(0.05) ? random.pick([...files.keys(), '']) : null
  const after = random.int(0, files.get(damaged ?? '')?.length ?? 0)
  const small = [...files.values()].every(({ length }) => length < 20_000)
  return {
    chunk: small && random.chance(0.2) ? random.pick(CHUNKS) : 1 << 16,
    parts: random.chance(0.1) ? 2 : 1,
    damagedAfter: (name) => (name === damaged ? after : null),
  }
}

/** The tree; nothing needs to be closed. */
export function memoryTree(files: Files, delivery: Delivery): ExportTree {
  const bytes = new Map<Member, Buffer>()
  for (const [name, content] of files) bytes.set(memberOf(name, content.length, bytes.size, delivery.parts), content)
  const members = [...bytes.keys()]

  async function* read(member: Member, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
    const content = bytes.get(member) ?? Buffer.alloc(0)
    const after = delivery.damagedAfter(member.name)
    const end = after ?? content.length
    for (let from = 0; from < end; from += delivery.chunk) {
      signal.throwIfAborted()
      yield content.subarray(from, Math.min(end, from + delivery.chunk))
    }
    if (after === null) return
    throw new MemberError(archiveFinding('wrong-checksum', { part: 0, partName: 'fuzz', member: member.name }))
  }

  const set: ArchiveSet = { parts: [], members, findings: [], read, close: async () => {} }
  const { names } = relativeNames(members)
  const nameOf = new Map(members.map((member, place) => [member, names[place] ?? member.name]))
  const byName = new Map<string, Member>()
  for (const [member, name] of nameOf) if (!byName.has(name)) byName.set(name, member)
  return {
    set,
    byName,
    nameOf: (member) => nameOf.get(member) ?? member.name,
    opened: new Set(),
    outerOf: () => null,
  }
}

function memberOf(name: string, size: number, index: number, parts: number): Member {
  return {
    part: index % parts,
    index,
    name,
    rawName: null,
    path: name,
    size,
    compressedSize: size,
    method: 'stored',
    crc32: null,
    headerOffset: 0,
    dataOffset: 0,
    finding: null,
  }
}
