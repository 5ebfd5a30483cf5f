// SHA-256 of a file, read in pieces.
import { createHash } from 'node:crypto'
import { join, sep } from 'node:path'
import { readdir } from '../vault/cipher/fs-promises.ts'
import { createReadStream } from '../vault/cipher/streams.ts'

/** Throws what the system says, and the signal's reason. */
export async function fileDigestOf(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk)
  return hash.digest()
}

/** A folder's digest as a package has it: SHA-256 over the digests and names of its files, in the order of their names. */
export async function folderDigestOf(path: string, signal: AbortSignal): Promise<Uint8Array> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort()
  const hash = createHash('sha256')
  for (const name of names) {
    const digest = await fileDigestOf(join(path, name), signal)
    hash.update(`${Buffer.from(digest).toString('hex')}  ${name.split(sep).join('/')}\n`)
  }
  return hash.digest()
}
