// Packets that somebody changed: each in one way only, packed again as a packet is packed, so that nothing else gives it away.
import { createHash } from 'node:crypto'
import { crc32, deflateRawSync } from 'node:zlib'
import { nodeTools } from '../../electron/core/disclosure/verify/node-tools.ts'
import { BAG_INFO, BAGIT, bagInfoOf, DECLARATION, TAG_SUMS, tagSums } from '../../shared/packet/bagit.ts'
import type { Code } from '../../shared/packet/codes.ts'
import { Manifest, SUMS } from '../../shared/packet/manifest.ts'
import { bytesOf, hexOf } from '../../shared/packet/tools.ts'
import { growingTree, leafOf } from '../../shared/packet/tree.ts'
import { centralHeader, descriptor, dosTime, ending, localHeader } from '../../shared/packet/zip-form.ts'
import { unzipped } from '../golden/packet-files.ts'

type Files = Map<string, Buffer>

/** Packs files as a packet is packed. @param at milliseconds since 1970 UTC, of every file; @param names other names in the directory */
export function packed(files: readonly (readonly [string, Buffer])[], at: number): Buffer {
  const [parts, records]: [Uint8Array[], Uint8Array[]] = [[], []]
  let start = 0
  for (const [name, content] of files) {
    const entry = { name: Buffer.from(name), size: content.length, crc: crc32(content), start }
    const own = [localHeader(entry, dosTime(at)), content, descriptor(entry)]
    records.push(centralHeader(entry, dosTime(at)))
    parts.push(...own)
    start += own.reduce((sum, { length }) => sum + length, 0)
  }
  const length = records.reduce((sum, record) => sum + record.length, 0)
  return Buffer.concat([...parts, ...records, ending(files.length, start, length, Buffer.alloc(0))])
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Lists the files anew in the manifest and its list, so that only what is said can be wrong. */
function relisted(files: Files, change: (manifest: Listed) => void = () => undefined, rooted = true): Files {
  const manifest: Listed = JSON.parse(files.get('manifest.json')?.toString() ?? '')
  change(manifest)
  const sums: string[] = []
  for (const file of manifest.files) {
    const bytes = files.get(file.name)
    if (bytes !== undefined) Object.assign(file, { size: bytes.length, sha256: sha256(bytes) })
    sums.push(`${file.sha256}  ${file.name}\n`)
  }
  if (rooted) manifest.records.root = rootOf(manifest)
  const own = Buffer.from(JSON.stringify(manifest))
  sums.push(`${sha256(own)}  manifest.json\n`)
  files.set('manifest.json', own).set(SUMS, Buffer.from(sums.join('')))
  return retagged(files)
}

/** Writes the BagIt tags anew. */
function retagged(files: Files): Files {
  const own = files.get('manifest.json') ?? Buffer.alloc(0)
  const manifest = Manifest.parse(JSON.parse(own.toString()))
  files.set(BAGIT, Buffer.from(DECLARATION)).set(BAG_INFO, Buffer.from(bagInfoOf(manifest, own.length)))
  const of = (name: string) => sha256(files.get(name) ?? Buffer.alloc(0))
  return files.set(TAG_SUMS, Buffer.from(tagSums({ [BAGIT]: of(BAGIT), [BAG_INFO]: of(BAG_INFO), [SUMS]: of(SUMS) })))
}

function rootOf({ records, files }: Listed): string {
  const tree = growingTree(nodeTools)
  const digests = new Map(files.map((file) => [file.name, file.sha256]))
  for (const { salt, file } of records.leaves)
    tree.add(leafOf(nodeTools, bytesOf(salt), bytesOf(digests.get(file) ?? '')))
  return hexOf(tree.root() ?? new Uint8Array(0))
}

interface Listed {
  production: { frozenAt: string; ledgerHead: string }
  commitments: { root: string } | null
  counts: { withheld: number; released: number }
  records: { root: string; leaves: { salt: string; file: string }[] }
  files: { name: string; size: number; sha256: string }[]
}

/** A way of tampering: the code by which it is found, what is done, and the packet that comes of it. */
export interface Tampering {
  readonly code: Code
  readonly what: string
  make(packet: Buffer): Promise<Buffer>
}

const frozenAt = (files: Files): number =>
  Date.parse(JSON.parse(files.get('manifest.json')?.toString() ?? '').production.frozenAt)

/** Tampering with files, packed again. */
const files = (code: Code, what: string, change: (files: Files) => Files): Tampering => ({
  code,
  what,
  make: async (packet) => {
    const all = await unzipped(packet)
    const at = frozenAt(all)
    return packed([...change(all)], at)
  },
})

/** Tampering with bytes at a place, which stays as it is packed. */
const bytes = (code: Code, what: string, change: (packet: Buffer) => Buffer): Tampering => ({
  code,
  what,
  make: async (packet) => change(Buffer.from(packet)),
})

const flipped = (packet: Buffer, at: number): Buffer => {
  packet[at] = (packet[at] ?? 0) ^ 1
  return packet
}
const directoryAt = (packet: Buffer) => packet.readUInt32LE(packet.length - 22 + 16)
const replaced = (text: Buffer | undefined, from: string | RegExp, to: string) =>
  Buffer.from((text ?? Buffer.alloc(0)).toString().replace(from, to))
const without = (all: Files, name: string): Files => new Map([...all].filter(([own]) => own !== name))
const firstNative = (all: Files) => [...all.keys()].find((name) => name.startsWith('native/')) ?? ''

/** Every way, each with its code. */
export const tamperings: readonly Tampering[] = [
  bytes('P001', 'cut off', (packet) => packet.subarray(0, packet.length - 30)),
  bytes('P002', 'the directory damaged', (packet) => flipped(packet, directoryAt(packet))),
  {
    code: 'P003',
    what: 'a file twice',
    make: async (packet) => {
      const all = await unzipped(packet)
      return packed([...all, ['README.txt', Buffer.from('Another one')]], frozenAt(all))
    },
  },
  {
    code: 'P004',
    what: 'a file compressed',
    make: async (packet) => {
      const all = await unzipped(packet)
      const made = packed(
        [...all].map(([name, own]) => [name, name === 'README.txt' ? deflateRawSync(own) : own]),
        frozenAt(all),
      )
      const entry = made.indexOf('README.txt', directoryAt(made)) - 46
      made.writeUInt16LE(8, entry + 10)
      return made
    },
  },
  bytes('P005', 'a date before a file', (packet) => flipped(packet, 10)),
  bytes('P006', 'a date in the directory', (packet) => flipped(packet, directoryAt(packet) + 12)),
  bytes('P007', 'bytes added', (packet) => Buffer.concat([packet, Buffer.from('more')])),
  {
    code: 'P008',
    what: 'every date another',
    make: async (packet) => {
      const all = await unzipped(packet)
      return packed([...all], frozenAt(all) - 86_400_000)
    },
  },
  bytes('P009', 'a byte of the manifest', (packet) => flipped(packet, packet.indexOf('"muniment"') + 1)),
  files('P010', 'a manifest that is none', (all) => all.set('manifest.json', Buffer.from('{}'))),
  {
    code: 'P011',
    what: 'a file that ends too early',
    make: async (packet) => {
      const all = await unzipped(packet)
      const longer = relisted(all, (manifest) => {
        const last = manifest.files.at(-1)
        manifest.files.push({ name: 'media/film.mp4', size: 1 << 30, sha256: last?.sha256 ?? '' })
      })
      longer.set('media/film.mp4', Buffer.alloc(4))
      return packed([...longer], frozenAt(all))
    },
  },
  files('P012', 'a file taken out', (all) => without(all, 'records.csv')),
  files('P013', 'a file changed', (all) => all.set('records.csv', replaced(all.get('records.csv'), 'Road', 'Rode'))),
  files('P014', 'a file put in', (all) => all.set('letter.txt', Buffer.from('Approved'))),
  files('P015', 'the salt of a record', (all) =>
    relisted(all, ({ records }) => Object.assign(records.leaves[0] ?? {}, { salt: '0'.repeat(32) }), false),
  ),
  files('P016', 'no list of digests', (all) => without(all, 'manifest-sha256.txt')),
  files('P017', 'a digest in the list', (all) =>
    all.set('manifest-sha256.txt', replaced(all.get('manifest-sha256.txt'), /^./, 'g')),
  ),
  files('P018', 'the counts', (all) =>
    relisted(all, ({ counts }) => Object.assign(counts, { withheld: counts.withheld + 1 })),
  ),
  files('P019', 'who made it, in the tags', (all) =>
    all.set(BAG_INFO, replaced(all.get(BAG_INFO), 'Source-Organization: ', 'Source-Organization: Not the ')),
  ),
  files('P020', 'no commitments', (all) => {
    return relisted(without(all, 'commitments.json'), (manifest) => {
      manifest.files = manifest.files.filter(({ name }) => name !== 'commitments.json')
    })
  }),
  files('P021', 'a commitment', (all) => {
    const said = JSON.parse(all.get('commitments.json')?.toString() ?? '')
    said.records[0].grounds = [9]
    return relisted(all.set('commitments.json', Buffer.from(JSON.stringify(said))))
  }),
  files('P022', 'the head of the ledger', (all) =>
    relisted(all, ({ production }) => Object.assign(production, { ledgerHead: '1'.repeat(64) })),
  ),
  files('P023', 'what a record says, listed anew', (all) => {
    const name = firstNative(all)
    const said = JSON.parse(all.get(name)?.toString() ?? '')
    said.fields.text = 'Something else'
    all.set(name, Buffer.from(JSON.stringify(said)))
    return relisted(all)
  }),
  files('P099', 'more files put in than a list names', (all) => {
    for (let one = 0; one < 250; one += 1) all.set(`more-${one}.txt`, Buffer.from('More'))
    return all
  }),
]
