// Checking a packet against its own manifest: every file there, every byte as listed, nothing else in it.
import { createHash } from 'node:crypto'
import type { PacketFinding } from '../../../../shared/contract/request.ts'
import { TRAINING_COMMENT } from '../../../../shared/text/practice.ts'
import { itemTree, MANIFEST, Manifest, SUMS, sumLine } from '../packet/manifest.ts'
import { type OpenedPacket, openPacket, type PackedFile } from './open-packet.ts'
import { checkStructure } from './structure.ts'

/** A manifest of a million records is 300 MB; nobody needs more. */
const MOST_MANIFEST = 1 << 29

export interface Checked {
  readonly files: number
  /** Whether it is the packet of a practice vault, by its manifest or by the comment of its archive. */
  readonly practice: boolean
  readonly findings: readonly PacketFinding[]
}

interface Read {
  readonly size: number
  readonly sha256: string
}

/** Checks a packet file. Findings are values; only a file that cannot be read at all throws. */
export async function checkPacket(path: string, signal: AbortSignal): Promise<Checked> {
  const packet = await openPacket(path)
  if (packet === null) {
    return {
      files: 0,
      practice: false,
      findings: [{ code: 'P001', file: null, sentence: 'This file is not a ZIP archive, or it is cut off.' }],
    }
  }
  try {
    const manifest = await manifestOf(packet)
    const said = manifest?.practice ?? false
    const findings = [...packet.findings, ...(await checkFiles(packet, manifest, signal))]
    const structure = findings.length === 0 ? await checkStructure(path, packet, said, signal) : null
    return {
      files: packet.files.length,
      practice: said || packet.comment === TRAINING_COMMENT,
      findings: structure === null ? findings : [structure],
    }
  } finally {
    packet.close()
  }
}

async function checkFiles(
  packet: OpenedPacket,
  manifest: Manifest | null,
  signal: AbortSignal,
): Promise<PacketFinding[]> {
  const { files } = packet
  if (manifest === null) {
    return [
      {
        code: 'P010',
        file: MANIFEST,
        sentence: 'The packet has no manifest that can be read. Nothing in it can be checked.',
      },
    ]
  }
  const findings: PacketFinding[] = []
  const read = new Map<string, Read>()
  for (const file of files) {
    signal.throwIfAborted()
    try {
      read.set(file.name, await digestOf(packet, file))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      findings.push({ code: 'P011', file: file.name, sentence: `${file.name} cannot be read: ${reason}.` })
    }
  }
  findings.push(...againstManifest(manifest, read), ...againstSums(manifest, read))
  if (findings.length === 0 && rootOf(manifest, read) !== manifest.records.root) {
    findings.push({
      code: 'P015',
      file: MANIFEST,
      sentence: 'The root over the records does not follow from the native files and their salts.',
    })
  }
  return findings
}

function againstManifest(manifest: Manifest, read: ReadonlyMap<string, Read>): PacketFinding[] {
  const findings: PacketFinding[] = []
  const listed = new Set([MANIFEST, SUMS])
  for (const { name, size, sha256 } of manifest.files) {
    listed.add(name)
    const found = read.get(name)
    if (found === undefined)
      findings.push({ code: 'P012', file: name, sentence: `${name} is listed in the manifest and not in the packet.` })
    else if (found.size !== size || found.sha256 !== sha256) {
      findings.push({
        code: 'P013',
        file: name,
        sentence: `${name} is not as the manifest says: its bytes were changed.`,
      })
    }
  }
  for (const name of read.keys()) {
    if (!listed.has(name))
      findings.push({ code: 'P014', file: name, sentence: `${name} is in the packet and not in the manifest.` })
  }
  return findings
}

/** The list of digests says again what the manifest says, and vouches for the manifest itself. */
function againstSums(manifest: Manifest, read: ReadonlyMap<string, Read>): PacketFinding[] {
  const sums = read.get(SUMS)
  const own = read.get(MANIFEST)
  if (sums === undefined || own === undefined) {
    return [{ code: 'P016', file: SUMS, sentence: `${SUMS} is not in the packet.` }]
  }
  const expected = createHash('sha256')
  for (const file of manifest.files) expected.update(sumLine(file))
  expected.update(sumLine({ name: MANIFEST, sha256: own.sha256 }))
  if (expected.digest('hex') === sums.sha256) return []
  return [
    { code: 'P017', file: SUMS, sentence: `${MANIFEST} and ${SUMS} do not say the same: one of them was changed.` },
  ]
}

function rootOf(manifest: Manifest, read: ReadonlyMap<string, Read>): string | null {
  const tree = itemTree()
  for (const { number, salt, file } of manifest.records.leaves) {
    tree.add({ number, file, salt: Buffer.from(salt, 'hex'), sha256: read.get(file)?.sha256 ?? '' })
  }
  return tree.root()
}

async function manifestOf(packet: OpenedPacket): Promise<Manifest | null> {
  const file = packet.files.find(({ name }) => name === MANIFEST)
  if (file === undefined || file.size > MOST_MANIFEST) return null
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of packet.read(file)) chunks.push(chunk)
    return Manifest.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data ?? null
  } catch {
    return null
  }
}

async function digestOf(packet: OpenedPacket, file: PackedFile): Promise<Read> {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of packet.read(file)) {
    hash.update(chunk)
    size += chunk.length
  }
  return { size, sha256: hash.digest('hex') }
}
