// Taking packages in: copied as received, digested on the way, read-only from then on.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MunimentError } from '../../../shared/contract/error.ts'
import { syncFolder } from '../vault/file.ts'
import { packageFolder } from '../vault/packages/place.ts'

export interface Sealed {
  readonly id: string
  readonly name: string
  readonly form: 'zip' | 'folder'
  readonly path: string
  readonly size: number
  readonly digest: Uint8Array
  /** Entries of a folder that are neither files nor folders (links, pipes): named, not copied. */
  readonly skipped: readonly string[]
}

interface Source {
  readonly path: string
  readonly name: string
}

/**
 * Copies one source into the vault. The copy has its name only when it is whole and synced.
 * @param id the package's id, made by the caller
 * @param progress told the bytes copied so far of this source
 * @throws MunimentError FILE_UNREADABLE; whatever was copied is taken away again
 */
export async function seal(
  folder: string,
  source: Source,
  id: string,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<Sealed> {
  const place = packageFolder(folder, id)
  const aside = join(folder, 'staging', id)
  try {
    const isFolder = (await stat(source.path)).isDirectory()
    const sealed = isFolder
      ? await copyFolder(source.path, join(aside, 'files'), signal, progress)
      : await copyFile(source.path, join(aside, 'package.zip'), signal, progress)
    syncFolder(aside)
    await rename(aside, place)
    syncFolder(dirname(place))
    const form = isFolder ? 'folder' : 'zip'
    return { id, name: source.name, form, path: join(place, isFolder ? 'files' : 'package.zip'), ...sealed }
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    if (signal.aborted || (error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    throw new MunimentError(
      'FILE_UNREADABLE',
      `${source.name} could not be read. Nothing of it was kept; check the file and try again.`,
      {
        cause: error,
      },
    )
  }
}

async function copyFile(from: string, to: string, signal: AbortSignal, progress: (bytes: number) => void) {
  await mkdir(dirname(to), { recursive: true })
  const hash = createHash('sha256')
  const size = await copyBytes(from, to, hash, signal, progress)
  return { size, digest: hash.digest(), skipped: [] }
}

/** Files of a folder in the order of their names; the digest covers names, sizes and digests of all. */
async function copyFolder(from: string, to: string, signal: AbortSignal, progress: (bytes: number) => void) {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .sort()
  const skipped = entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map((entry) => entry.name)
  const whole = createHash('sha256')
  let size = 0
  for (const name of names) {
    const copy = join(to, name)
    await mkdir(dirname(copy), { recursive: true })
    const hash = createHash('sha256')
    const before = size
    size += await copyBytes(join(from, name), copy, hash, signal, (bytes) => progress(before + bytes))
    whole.update(`${hash.digest('hex')}  ${name.split(sep).join('/')}\n`)
  }
  return { size, digest: whole.digest(), skipped }
}

async function copyBytes(
  from: string,
  to: string,
  hash: Hash,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<number> {
  let size = 0
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      progress(size)
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), digesting, createWriteStream(to), { signal })
  const file = await open(to, 'r')
  await file.sync()
  await file.close()
  await chmod(to, 0o400)
  return size
}
