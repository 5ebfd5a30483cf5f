// Reading a packet file strictly: the names and places of its entries, and what is wrong with how they are packed.
import { closeSync, openSync, read } from 'node:fs'
import { promisify } from 'node:util'
import { openPromise, type ZipFile } from 'yauzl'
import type { PacketFinding } from '../../../../shared/contract/request.ts'

const readAt = promisify(read)
const CHUNK = 1 << 18
const STORED = 0
/** Bytes of a local header before its name (APPNOTE 4.3.7). */
const LOCAL_HEADER = 30
/** More than a packet of a million records has. */
const MOST_ENTRIES = 5_000_000

/** An entry of a packet: as little as is needed, for there may be a million. */
export interface PackedFile {
  readonly name: string
  readonly size: number
  /** Where its local header begins. */
  readonly start: number
}

export interface OpenedPacket {
  /** In the order in which they lie. */
  readonly files: readonly PackedFile[]
  /** When the first entry was made, as the archive says; the same for all entries of a packet. */
  readonly date: Date | null
  readonly findings: readonly PacketFinding[]
  /** What stands behind the archive's last entry. */
  readonly comment: string
  /** The bytes of a file. Throws where the packet ends too early. */
  read(file: PackedFile): AsyncGenerator<Uint8Array>
  close(): void
}

/** Opens a packet; null where it is no ZIP archive at all. */
export async function openPacket(path: string): Promise<OpenedPacket | null> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true }).catch(() => null)
  if (zip === null) return null
  const file = openSync(path, 'r')
  const close = () => {
    zip.close()
    closeSync(file)
  }
  const findings: PacketFinding[] = []
  const files: PackedFile[] = []
  let date: Date | null = null
  try {
    date = await list(zip, files, findings)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = `The list of files in the packet cannot be read to its end: ${reason}.`
    findings.push({ code: 'P002', file: null, sentence })
  }
  files.sort((a, b) => a.start - b.start)
  return { files, date, findings, comment: zip.comment ?? '', read: (packed) => bytesOf(file, packed), close }
}

/** Lists the entries; returns the first one's date. */
async function list(zip: ZipFile, files: PackedFile[], findings: PacketFinding[]): Promise<Date | null> {
  const names = new Set<string>()
  let date: Date | null = null
  for await (const entry of zip.eachEntry()) {
    const { fileName: name, uncompressedSize: size, relativeOffsetOfLocalHeader: start } = entry
    if (files.length >= MOST_ENTRIES) throw new Error('more files than any packet has')
    if (names.has(name)) {
      findings.push({ code: 'P003', file: name, sentence: `${name} stands twice in the packet.` })
      continue
    }
    names.add(name)
    if (entry.compressionMethod !== STORED || entry.compressedSize !== size || entry.isEncrypted()) {
      const sentence = `${name} is packed in a way in which no packet is packed. It was not read.`
      findings.push({ code: 'P004', file: name, sentence })
      continue
    }
    date ??= entry.getLastModDate({ timezone: 'UTC', forceDosFormat: true })
    files.push({ name, size, start })
  }
  return date
}

async function* bytesOf(file: number, { start, size }: PackedFile): AsyncGenerator<Uint8Array> {
  const header = await exactly(file, start, LOCAL_HEADER)
  const data = start + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28)
  for (let done = 0; done < size; ) {
    const chunk = await exactly(file, data + done, Math.min(CHUNK, size - done))
    done += chunk.length
    yield chunk
  }
}

async function exactly(file: number, at: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await readAt(file, Buffer.allocUnsafe(length), 0, length, at)
  if (bytesRead < length) throw new Error('the packet ends too early')
  return buffer
}
