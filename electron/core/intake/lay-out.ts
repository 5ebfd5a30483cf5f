// What was chosen, laid out as sources of one tree: archives inside archives taken out, gzip and tar unpacked, the rest as it lies.
import { join } from 'node:path'
import { type FileHandle, mkdir, open, stat } from '../vault/cipher/fs-promises.ts'
import { DEFAULT_POLICY, type PackageSource } from './archive/archive.ts'
import { readAt, systemReason } from './archive/file.ts'
import { archiveFinding } from './archive/finding.ts'
import { formOf, HEAD } from './archive/form.ts'
import { PartRefused } from './archive/member-list.ts'
import { unpack } from './archive/unpack.ts'
import type { ImportFinding } from './checkpoint.ts'
import { fileDigestOf } from './digest.ts'

/** A source that can be opened, with how it will lie in the vault. */
export interface LaidSource extends PackageSource {
  readonly form: 'zip' | 'folder' | 'file' | 'unpacked'
  /** Of an archive that was unpacked: what it was. */
  readonly received: { readonly size: number; readonly digest: Uint8Array } | null
}

/** The place where unpacked files lie for the time being, and how much may be put there. */
export interface Scratch {
  readonly folder: string
  room: number
}

/** One source laid out, or why not. */
export type LaidOne =
  | { readonly source: LaidSource; readonly findings: readonly ImportFinding[] }
  | { readonly refused: string }

/** Lays one source out. @param part its place in the set */
export async function layOutOne(
  source: PackageSource,
  part: number,
  scratch: Scratch,
  signal: AbortSignal,
): Promise<LaidOne> {
  const { path, name } = source
  const place = { part, partName: name }
  let file: FileHandle | null = null
  try {
    const about = await stat(path)
    if (about.isDirectory()) return { source: { ...source, form: 'folder', received: null }, findings: [] }
    if (!about.isFile()) throw new PartRefused('not-a-zip')
    file = await open(path, 'r')
    const form = formOf(await readAt(file, 0, HEAD), about.size, name)
    await file.close()
    if (form === 'zip' || form === 'file') return { source: { ...source, form, received: null }, findings: [] }
    const folder = join(scratch.folder, `unpacked-${part}`)
    await mkdir(folder, { recursive: true })
    const packed = { path, name, size: about.size, part }
    const found = await unpack(packed, form === 'gzip', folder, scratch, DEFAULT_POLICY, signal)
    const findings = [archiveFinding('unpacked-archive', place), ...found]
    const received = { size: about.size, digest: await fileDigestOf(path, signal) }
    return { source: { ...source, path: folder, form: 'unpacked', received }, findings: findings.map(told) }
  } catch (error) {
    await file?.close()
    signal.throwIfAborted()
    if (error instanceof PartRefused) return { refused: archiveFinding(error.code, place, error.detail).sentence }
    const reason = systemReason(error)
    if (reason === null || (error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    return { refused: archiveFinding('package-unreadable', place, reason).sentence }
  }
}

function told({ code, member, sentence }: ReturnType<typeof archiveFinding>): ImportFinding {
  return { code, file: member, position: null, sentence }
}
