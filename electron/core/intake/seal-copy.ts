// Copying into the vault: bytes digested as they were and as they are kept.
import { createHash } from 'node:crypto'
import { dirname, join, sep } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { chmod, mkdir, open, readdir, stat, utimes } from '../vault/cipher/fs-promises.ts'
import { createReadStream, createWriteStream } from '../vault/cipher/streams.ts'

type Range = readonly [offset: number, length: number]

/** Copies a file; what lies in `ranges` is written as zeros. */
export async function copyFile(
  from: string,
  to: string,
  ranges: readonly Range[],
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<{ readonly size: number; readonly digest: Uint8Array; readonly kept: Uint8Array }> {
  const received = createHash('sha256')
  const kept = createHash('sha256')
  const sorted = ranges.toSorted(([one], [other]) => one - other)
  let size = 0
  const digesting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received.update(chunk)
      const clean = zeroed(chunk, size, sorted)
      if (sorted.length > 0) kept.update(clean)
      size += chunk.length
      progress(size)
      done(null, clean)
    },
  })
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), digesting, createWriteStream(to), { signal })
  const file = await open(to, 'r')
  await file.sync()
  await file.close()
  // When the file was changed is a fact about it, and the only date that some files have.
  const { mtime } = await stat(from)
  await utimes(to, mtime, mtime)
  await chmod(to, 0o400)
  const digest = received.digest()
  return { size, digest, kept: sorted.length > 0 ? kept.digest() : digest }
}

/** A chunk that begins at `start`, without what lies in the ranges, which are in order. */
function zeroed(chunk: Buffer, start: number, ranges: readonly Range[]): Buffer {
  let clean = chunk
  for (const [offset, length] of ranges) {
    if (offset >= start + chunk.length) break
    const from = Math.max(0, offset - start)
    const to = Math.min(chunk.length, offset + length - start)
    if (to <= from) continue
    if (clean === chunk) clean = Buffer.from(chunk)
    clean.fill(0, from, to)
  }
  return clean
}

interface CopiedFolder {
  readonly size: number
  readonly digest: Uint8Array
  readonly kept: Uint8Array
  /** By the name of each file that was copied. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly skipped: readonly string[]
}

/**
 * Copies the files of a folder in the order of their names; a digest covers names and digests of all.
 * @param without names of files that are digested and not copied
 */
export async function copyFolder(
  from: string,
  to: string,
  without: ReadonlySet<string>,
  signal: AbortSignal,
  progress: (bytes: number) => void,
): Promise<CopiedFolder> {
  const { names, skipped } = await listFolder(from)
  const received = createHash('sha256')
  const kept = createHash('sha256')
  const files = new Map<string, Uint8Array>()
  let size = 0
  await mkdir(to, { recursive: true })
  for (const path of names) {
    const name = path.split(sep).join('/')
    const before = size
    const report = (bytes: number) => progress(before + bytes)
    if (!without.has(name)) await mkdir(dirname(join(to, path)), { recursive: true })
    const copied = without.has(name)
      ? await digestOnly(join(from, path), signal, report)
      : await copyFile(join(from, path), join(to, path), [], signal, report)
    size += copied.size
    const line = `${Buffer.from(copied.digest).toString('hex')}  ${name}\n`
    received.update(line)
    if (without.has(name)) continue
    kept.update(line)
    files.set(name, copied.digest)
  }
  return { size, digest: received.digest(), kept: kept.digest(), files, skipped }
}

/** The digest of a folder as received: over the names and digests of its files. */
export async function digestFolder(from: string, signal: AbortSignal): Promise<Uint8Array> {
  const hash = createHash('sha256')
  for (const path of (await listFolder(from)).names) {
    const { digest } = await digestOnly(join(from, path), signal, () => {})
    hash.update(`${digest.toString('hex')}  ${path.split(sep).join('/')}\n`)
  }
  return hash.digest()
}

/** The files below a folder in the order of their names, and the names of what is neither file nor folder. */
async function listFolder(
  from: string,
): Promise<{ readonly names: readonly string[]; readonly skipped: readonly string[] }> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .sort()
  return {
    names,
    skipped: entries.filter((entry) => !entry.isFile() && !entry.isDirectory()).map((entry) => entry.name),
  }
}

async function digestOnly(from: string, signal: AbortSignal, progress: (bytes: number) => void) {
  const hash = createHash('sha256')
  let size = 0
  const digesting = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      size += chunk.length
      progress(size)
      done()
    },
  })
  await pipeline(createReadStream(from, { highWaterMark: 1 << 20 }), digesting, { signal })
  return { size, digest: hash.digest() }
}
