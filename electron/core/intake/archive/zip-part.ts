// Owns opening one ZIP file: its members, each with what was found about it, or the reason for refusing the whole.
import type { Entry } from 'yauzl'
import type { FileHandle } from '../../vault/cipher/fs-promises.ts'
import type { ArchivePolicy, FileTime, PackageSource } from './archive.ts'
import { readDirectory } from './directory.ts'
import { findDirectory } from './end-record.ts'
import { readAt } from './file.ts'
import { type ArchiveCode, type ArchiveFinding, archiveFinding } from './finding.ts'
import { findGaps } from './layout.ts'
import { type LocalHeader, readLocalHeaders } from './local-header.ts'
import { type OpenMember, type PartPlace, PartRefused, report } from './member-list.ts'
import { decodeName, judgeName } from './name.ts'
import { judgeSize } from './size.ts'

const LOCAL_SIGNATURE = 0x04034b50
const KIND = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000
const LINK = 0o120000
const REPARSE_POINT = 0x400

/** What one part brings into the set. */
export interface OpenedPart {
  readonly members: OpenMember[]
  readonly findings: ArchiveFinding[]
}

/** Reads the list of files and every member's own header. Throws PartRefused, the system's errors, the signal's reason. */
export async function openZipPart(
  file: FileHandle,
  size: number,
  source: PackageSource,
  place: PartPlace,
  policy: ArchivePolicy,
  signal: AbortSignal,
): Promise<OpenedPart> {
  const range = await findDirectory(file, size)
  const entries = await readDirectory(file, size, range, policy.maxMembers, signal)
  const sorted = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const headers = await readLocalHeaders(file, sorted, signal)
  const findings: ArchiveFinding[] = []
  if (range.count !== entries.length) findings.push(archiveFinding('wrapped-count', place, String(entries.length)))
  for (const gap of findGaps(sorted, headers, range.start)) {
    const head = await readAt(file, gap.start, Math.min(4, gap.length))
    if (head.length === 4 && head.readUInt32LE(0) === LOCAL_SIGNATURE) {
      throw new PartRefused('concatenated', `a file at byte ${gap.start} is missing from its list`)
    }
    findings.push(archiveFinding('unaccounted-bytes', place, `${gap.length} bytes at byte ${gap.start}`))
  }
  const headerOf = new Map(sorted.map((entry, i) => [entry, headers[i]]))
  const members: OpenMember[] = []
  for (const [index, entry] of entries.entries()) {
    const member = openMember(entry, headerOf.get(entry), index, source, place, policy, findings)
    if (member !== null) members.push(member)
  }
  return { members, findings }
}

/** Null for an ordinary folder entry: folders are known from their files. */
function openMember(
  entry: Entry,
  header: LocalHeader | undefined,
  index: number,
  source: PackageSource,
  place: PartPlace,
  policy: ArchivePolicy,
  findings: ArchiveFinding[],
): OpenMember | null {
  const decoded = decodeName(entry.fileNameRaw, entry.generalPurposeBitFlag, entry.extraFields)
  const isFolder = decoded.name.endsWith('/')
  const path = isFolder ? decoded.name.slice(0, -1) : decoded.name
  const named = judgeName(path)
  if (isFolder && entry.uncompressedSize === 0 && named.every(([code]) => code === 'macos-sidecar')) return null
  const member: OpenMember = {
    part: place.part,
    index,
    name: decoded.name,
    rawName: decoded.raw,
    path: source.path,
    size: entry.uncompressedSize,
    compressedSize: entry.compressedSize,
    method: entry.compressionMethod === 0 ? 'stored' : entry.compressionMethod === 8 ? 'deflated' : 'unknown',
    crc32: entry.crc32,
    headerOffset: entry.relativeOffsetOfLocalHeader,
    dataOffset: header?.dataOffset ?? -1,
    changed: changedAt(entry),
    finding: null,
  }
  const found = (code: ArchiveCode, detail = '') => report(member, place.partName, findings, code, detail)
  const special = specialKind(entry, isFolder)
  if (special !== null) found('special-entry', special)
  if (entry.isEncrypted()) found('encrypted')
  if (member.method === 'unknown') found('unknown-method', String(entry.compressionMethod))
  if (member.dataOffset < 0) found('damaged', 'its own header is missing')
  if (header?.differs) found('local-mismatch', header.differs)
  judgeSize(member, place.partName, policy, findings)
  if (decoded.finding !== null) found(...decoded.finding)
  for (const [code, detail] of named) found(code, detail)
  return member
}

/** Plain dates of a ZIP are local and say no zone; the fields that some programs add are UTC. */
function changedAt(entry: Entry): FileTime | null {
  const added = entry.extraFields.some(({ id }) => id === 0x5455 || id === 0x000a)
  const at = entry.getLastModDate({ timezone: 'UTC', forceDosFormat: !added }).getTime()
  return Number.isFinite(at) ? { at, zone: added ? 'UTC' : 'unknown' } : null
}

/** Links, devices and folders with content, by the Unix mode and the Windows attributes that the ZIP carries. */
function specialKind(entry: Entry, isFolder: boolean): string | null {
  const kind = (entry.externalFileAttributes >>> 16) & KIND
  if (kind === LINK || (entry.externalFileAttributes & REPARSE_POINT) !== 0) return 'a link to another file'
  if (isFolder) return entry.uncompressedSize > 0 ? 'a folder with content of its own' : null
  return kind === 0 || kind === REGULAR ? null : kind === FOLDER ? 'a folder' : 'a device or pipe'
}
