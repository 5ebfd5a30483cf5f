// Every byte of a packet's archive in one pass: the content of each file, and that all between them is as it can only be.
import { markingOf } from '../text/marking.ts'
import type { Manifest } from './manifest.ts'
import type { Findings } from './report.ts'
import { difference, hexOf, joined, type PacketSource, type Tools } from './tools.ts'
import { centralHeader, descriptor, dosTime, type Entry, ending, localHeader } from './zip-form.ts'
import type { Directory, Listed } from './zip-read.ts'

/** A file as it was read. */
export interface ReadFile {
  readonly size: number
  readonly sha256: string
}

export interface FilesToCheck {
  readonly directory: Directory
  readonly manifest: Manifest | null
  readonly findings: Findings
  /** Told of bytes as they are read. */
  readonly passed: (bytes: number) => void
  /** Looks at the text of a record's own file. */
  readonly native: ((name: string, text: string) => void) | null
}

const PIECE = 1 << 20
/** A record's own file that is larger is not looked into; its bytes are checked like any other's. */
const MOST_NATIVE = 1 << 26

/** Reads every file; returns what was read by name. */
export async function checkFiles(
  source: PacketSource,
  tools: Tools,
  { directory, manifest, findings, passed, native }: FilesToCheck,
): Promise<Map<string, ReadFile>> {
  const read = new Map<string, ReadFile>()
  const known = new Map(manifest?.files.map((file) => [file.name, file]))
  const time = manifest === null ? directory.files[0]?.time : dosTime(Date.parse(manifest.production.frozenAt))
  const expected: Uint8Array[] = []
  // After a file that was not read the next one lies where the directory says; else where it can only lie.
  let at: number | null = 0
  for (const file of directory.files) {
    if (read.has(file.name)) {
      findings.add('P003', file.name, `${file.name} stands twice in the packet.`)
      at = null
      continue
    }
    if (file.method !== 0 || file.encrypted || file.packed !== file.size) {
      findings.add('P004', file.name, `${file.name} is packed in a way in which no packet is packed. It was not read.`)
      read.set(file.name, { size: -1, sha256: '' })
      at = null
      continue
    }
    const listed = known.get(file.name)
    const size = listed?.size ?? file.size
    const name = tools.utf8(file.name)
    const start: number = at ?? file.start
    const header = 30 + name.length
    const content = await contentOf(source, tools, start + header, size, { file, passed, keep: native !== null })
    if (content === null) {
      findings.add('P011', file.name, `${file.name} cannot be read: the packet ends before it does.`)
      break
    }
    read.set(file.name, { size, sha256: content.sha256 })
    const summed = listed !== undefined || file.crc === content.crc
    if (!summed) {
      const sentence = `${file.name} does not have the checksum that the archive gives for it: its bytes were changed.`
      findings.add('P009', file.name, sentence)
    }
    // Of a file that is not as listed the checksum is not asked for: it is named already.
    const changed = !summed || (listed !== undefined && listed.sha256 !== content.sha256)
    if (!changed && content.text !== null) native?.(file.name, content.text)
    const entry: Entry = { name, size, crc: changed ? file.crc : content.crc, start }
    const behind = descriptor(entry)
    const found = {
      local: await source.read(start, header),
      behind: await source.read(start + header + size, behind.length),
    }
    compare(file, entry, time ?? file.time, found, behind, findings)
    expected.push(centralHeader(entry, time ?? file.time))
    at = start + header + size + behind.length
  }
  if (directory.broken === null && at !== null)
    await checkEnd(source, tools, directory, at, expected, manifest, findings)
  return read
}

interface Found {
  readonly local: Uint8Array
  readonly behind: Uint8Array
}

/** Holds the records around a file against what they can only be. */
function compare(
  file: Listed,
  entry: Entry,
  time: number,
  { local, behind }: Found,
  descriptorBytes: Uint8Array,
  findings: Findings,
): void {
  const name = file.name
  const wrong = [
    difference(local, localHeader(entry, time)) === null ? null : 'the record before it',
    difference(behind, descriptorBytes) === null ? null : 'the record behind it',
  ].filter((one) => one !== null)
  const listed = difference(file.record, centralHeader(entry, time))
  const other = new DataView(local.buffer, local.byteOffset, local.byteLength)
  const date = local.length < 14 ? time : other.getUint32(10, true)
  const datedOtherwise =
    date !== time &&
    file.time === date &&
    difference(local, localHeader(entry, date)) === null &&
    difference(file.record, centralHeader(entry, date)) === null
  if (datedOtherwise) {
    const sentence = `${name} bears another date in the archive than the day on which the production was settled.`
    findings.add('P008', name, sentence)
    return
  }
  if (wrong.length > 0)
    findings.add(
      'P005',
      name,
      `${name}: ${wrong.join(' and ')} in the archive (its name, date, size or checksum there) was changed.`,
    )
  if (listed !== null)
    findings.add(
      'P006',
      name,
      `${name}: its entry in the archive’s directory (name, date, size, checksum or place) was changed.`,
    )
}

async function checkEnd(
  source: PacketSource,
  tools: Tools,
  directory: Directory,
  at: number,
  expected: readonly Uint8Array[],
  manifest: Manifest | null,
  findings: Findings,
): Promise<void> {
  // A file that could not be read leaves nothing to hold the end against.
  if (expected.length !== directory.files.length) return
  const length = expected.reduce((sum, one) => sum + one.length, 0)
  const marking = manifest === null ? null : markingOf(manifest)
  const comment = tools.utf8(marking?.comment ?? '')
  const right = ending(expected.length, at, length, comment)
  const end = await source.read(directory.end, source.size - directory.end)
  const atRight = directory.at === at && directory.end === at + length
  if (atRight && difference(end, right) === null) return
  findings.add(
    'P007',
    null,
    'Bytes were added to the archive, or its last records (its end, its comment) were changed.',
  )
}

interface Reading {
  readonly file: Listed
  readonly passed: (bytes: number) => void
  /** Whether the text of a record's own file is wanted. */
  readonly keep: boolean
}

async function contentOf(
  source: PacketSource,
  tools: Tools,
  at: number,
  size: number,
  { file, passed, keep }: Reading,
): Promise<{ readonly sha256: string; readonly crc: number; readonly text: string | null } | null> {
  const hash = tools.sha256()
  const kept: Uint8Array[] | null = keep && file.name.startsWith('native/') && size <= MOST_NATIVE ? [] : null
  let crc = 0
  for (let done = 0; done < size; ) {
    const piece = await source.read(at + done, Math.min(PIECE, size - done))
    if (piece.length === 0) return null
    hash.update(piece)
    crc = tools.crc32(piece, crc)
    kept?.push(piece)
    done += piece.length
    passed(piece.length)
  }
  const text = kept === null ? null : (tools.text(joined(kept)) ?? '')
  return { sha256: hexOf(hash.digest()), crc, text }
}
