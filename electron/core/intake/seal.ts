// Taking packages in: copied as received but for what is left out, digested on the way, read-only from then on.
import { dirname, join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { mkdir, rename, rm, stat } from '../vault/cipher/fs-promises.ts'
import { syncFolder } from '../vault/file.ts'
import { packageBody, packageFolder } from '../vault/packages/place.ts'
import type { LaidSource } from './lay-out.ts'
import { copyFile, copyFolder } from './seal-copy.ts'

export interface Sealed {
  readonly id: string
  readonly name: string
  readonly form: LaidSource['form']
  readonly path: string
  readonly size: number
  /** Of what was received. */
  readonly digest: Uint8Array
  /** Of what lies in the vault, where that is something else. */
  readonly kept: Uint8Array | null
  /** Digests of the files, where they lie one by one. */
  readonly files: ReadonlyMap<string, Uint8Array> | null
  /** Entries of a folder that are neither files nor folders (links, pipes): named, not copied. */
  readonly skipped: readonly string[]
}

/** What of a source is not kept: ranges of a ZIP become zeros, files of a folder are not copied. */
export interface Without {
  readonly ranges: readonly (readonly [offset: number, length: number])[]
  readonly names: ReadonlySet<string>
}

/**
 * Copies one source into the vault. The copy has its name only when it is whole and synced.
 * @param id the package's id, made by the caller
 * @param progress told the bytes copied so far of this source
 * @throws MunimentError FILE_UNREADABLE; whatever was copied is taken away again
 */
export async function seal(
  folder: string,
  source: LaidSource,
  without: Without,
  id: string,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<Sealed> {
  const { form, name } = source
  const place = packageFolder(folder, id)
  const aside = join(folder, 'staging', id)
  try {
    const copied = await copyInto(source, without, aside, signal, progress)
    syncFolder(aside)
    await rename(aside, place)
    syncFolder(dirname(place))
    return { id, name, form, path: packageBody(folder, id, form), ...copied }
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    if (signal.aborted || (error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    throw new MunimentError(
      'FILE_UNREADABLE',
      `${name} could not be read. Nothing of it was kept; check the file and try again.`,
      { cause: error },
    )
  }
}

type Copied = Omit<Sealed, 'id' | 'name' | 'form' | 'path'>

async function copyInto(
  { path, name, form, received }: LaidSource,
  { ranges, names }: Without,
  aside: string,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<Copied> {
  if (form === 'zip' || form === 'file') {
    const before = await stat(path)
    const to = form === 'zip' ? join(aside, 'package.zip') : join(aside, 'files', name)
    await mkdir(dirname(to), { recursive: true })
    const { size, digest, kept } = await copyFile(path, to, ranges, signal, progress)
    const after = await stat(path)
    // What is left out was found by where it lay.
    if (ranges.length > 0 && (before.mtimeMs !== after.mtimeMs || after.size !== size)) throw new Error('it changed')
    const files = form === 'file' ? new Map([[name, digest]]) : null
    return { size, digest, kept: ranges.length > 0 ? kept : null, files, skipped: [] }
  }
  const { size, digest, kept, files, skipped } = await copyFolder(path, join(aside, 'files'), names, signal, progress)
  if (received !== null) return { ...received, kept, files, skipped }
  return { size, digest, kept: names.size > 0 ? kept : null, files, skipped }
}
