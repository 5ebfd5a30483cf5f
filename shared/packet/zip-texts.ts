// The text of a file of a packet that speaks of the others, read before them.
import { joined, type PacketSource, type Tools } from './tools.ts'
import { unpacked } from './zip-content.ts'
import type { Directory, Listed } from './zip-read.ts'

/** A manifest of a million records is 300 MB; nobody needs more. */
const MOST = 1 << 29
/** Bytes of a local header before its name (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30

/** The text; null where the packet has no such file, or it is no text. */
export async function textOf(
  source: PacketSource,
  tools: Tools,
  { files, repacked }: Directory,
  name: string,
): Promise<string | null> {
  const file = files.find((one) => one.name === name)
  if (file === undefined || file.size > MOST) return null
  if (repacked) return unpackedText(source, tools, file)
  const at = file.start + LOCAL_HEADER + tools.utf8(name).length
  const bytes = await source.read(at, file.size)
  return bytes.length < file.size ? null : tools.text(bytes)
}

async function unpackedText(source: PacketSource, tools: Tools, file: Listed): Promise<string | null> {
  const pieces: Uint8Array[] = []
  try {
    for await (const piece of unpacked(source, tools, file)) pieces.push(piece)
  } catch {
    // Told when the file is checked.
    return null
  }
  return tools.text(joined(pieces))
}
