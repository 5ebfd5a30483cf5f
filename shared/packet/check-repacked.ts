// A packet that somebody unpacked and packed again: its files are judged by what they say, and nothing of the archive around them is.
import type { FilesToCheck, ReadFile } from './check-files.ts'
import { hexOf, joined, type PacketSource, type Tools } from './tools.ts'
import { unpacked } from './zip-content.ts'
import type { Listed } from './zip-read.ts'

/** A record's own file that is larger is not looked into; its bytes are checked like any other's. */
const MOST_NATIVE = 1 << 26

/** Reads every file; returns what was read by name. */
export async function checkRepacked(
  source: PacketSource,
  tools: Tools,
  { directory, manifest, findings, passed, native }: FilesToCheck,
): Promise<Map<string, ReadFile>> {
  const read = new Map<string, ReadFile>()
  const known = new Map(manifest?.files.map((file) => [file.name, file]))
  for (const file of directory.files) {
    const { name } = file
    if (read.has(name)) {
      findings.add('P003', name, `${name} stands twice in the packet.`)
      continue
    }
    passed(file.packed)
    const content = await contentOf(source, tools, file, native !== null)
    if (content === null) {
      findings.add('P004', name, `${name} is packed in a way in which it cannot be unpacked. It was not read.`)
      read.set(name, { size: -1, sha256: '' })
      continue
    }
    const { sha256, crc, text } = content
    read.set(name, { size: file.size, sha256 })
    const listed = known.get(name)
    if (listed === undefined && crc !== file.crc) {
      const sentence = `${name} does not have the checksum that the archive gives for it: its bytes were changed.`
      findings.add('P009', name, sentence)
    } else if (listed?.sha256 === sha256 && text !== null) native?.(name, text)
  }
  return read
}

async function contentOf(
  source: PacketSource,
  tools: Tools,
  file: Listed,
  keep: boolean,
): Promise<{ readonly sha256: string; readonly crc: number; readonly text: string | null } | null> {
  const hash = tools.sha256()
  const kept: Uint8Array[] | null = keep && file.name.startsWith('native/') && file.size <= MOST_NATIVE ? [] : null
  let crc = 0
  try {
    for await (const piece of unpacked(source, tools, file)) {
      hash.update(piece)
      crc = tools.crc32(piece, crc)
      kept?.push(piece)
    }
  } catch {
    return null
  }
  const text = kept === null ? null : (tools.text(joined(kept)) ?? '')
  return { sha256: hexOf(hash.digest()), crc, text }
}
