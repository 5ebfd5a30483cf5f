// Owns opening one source of a set, whatever it is, and refusing it in words.
import { type FileHandle, open, stat } from '../../vault/cipher/fs-promises.ts'
import type { ArchivePart, ArchivePolicy, PackageSource } from './archive.ts'
import { readAt, systemReason } from './file.ts'
import { openFilePart } from './file-part.ts'
import { type ArchiveFinding, archiveFinding } from './finding.ts'
import { openFolderPart } from './folder-part.ts'
import { formOf, HEAD } from './form.ts'
import { leaveOut } from './left-out.ts'
import { type OpenMember, PartRefused } from './member-list.ts'
import { openZipPart } from './zip-part.ts'

/** A part with what it brings; `file` is the open ZIP, to be closed by the caller, and null for a folder or a refused part. */
interface OpenPart {
  readonly part: ArchivePart
  readonly members: readonly OpenMember[]
  readonly findings: readonly ArchiveFinding[]
  readonly bytes: number
  readonly file: FileHandle | null
}

/** Opens source number `nth` within what the set's limits leave. Throws the signal's reason. */
export async function openPart(
  source: PackageSource,
  nth: number,
  left: ArchivePolicy,
  signal: AbortSignal,
): Promise<OpenPart> {
  const place = { part: nth, partName: source.name }
  const { name, path } = source
  let file: FileHandle | null = null
  let kind: ArchivePart['kind'] = 'zip'
  let size = 0
  try {
    if ((source.depth ?? 0) > left.maxNesting) throw new PartRefused('nested-too-deep', String(left.maxNesting))
    const root = await stat(path)
    if (root.isDirectory()) kind = 'folder'
    else if (!root.isFile()) throw new PartRefused('not-a-zip')
    size = root.size
    if (kind === 'zip') {
      file = await open(path, 'r')
      const form = formOf(await readAt(file, 0, HEAD), size, name)
      if (form === 'gzip' || form === 'tar') throw new PartRefused('not-a-zip')
      if (form === 'file') {
        kind = 'file'
        await file.close()
        file = null
      }
    }
    const { members, findings } =
      file !== null
        ? await openZipPart(file, size, source, place, left, signal)
        : kind === 'file'
          ? openFilePart(source, root, place, left)
          : await openFolderPart(source, place, left, signal)
    leaveOut(members, findings, source, place, kind)
    const bytes = unpackedBytes(members)
    if (bytes > left.maxTotalBytes) throw new PartRefused('too-large-in-total', String(left.maxTotalBytes))
    if (kind === 'folder') size = bytes
    return { part: { name, path, size, kind, refused: null }, members, findings, bytes, file }
  } catch (error) {
    await file?.close()
    signal.throwIfAborted()
    const refused = refusal(error, place)
    if (refused === null) throw error
    return { part: { name, path, size, kind, refused }, members: [], findings: [refused], bytes: 0, file: null }
  }
}

function refusal(error: unknown, place: { readonly part: number; readonly partName: string }): ArchiveFinding | null {
  if (error instanceof PartRefused) return archiveFinding(error.code, place, error.detail)
  const reason = systemReason(error)
  return reason === null ? null : archiveFinding('package-unreadable', place, reason)
}

/** Blocked members are never unpacked, so they do not count. */
function unpackedBytes(members: readonly OpenMember[]): number {
  return members.reduce((total, { size, finding }) => (finding?.effect === 'blocked' ? total : total + size), 0)
}
