// Bringing bytes into objects/: written aside, digested on the way, synced, renamed, read-only.
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { existsSync } from '../cipher/fs.ts'
import { chmod, mkdir, open, rm } from '../cipher/fs-promises.ts'
import { renameInto, syncFolder } from '../file.ts'
import { digestOf } from '../hex.ts'
import { announce } from './announced.ts'
import { objectPath } from './lease.ts'
import { SNIFF_BYTES, sniffMime } from './mime.ts'

export interface PutObject {
  readonly digest: Uint8Array
  readonly size: number
  readonly mime: string
}

/** What becomes of bytes: an object, one that is announced until whoever brings it settles it (`announced.ts`), or nothing but a digest. */
export type Putting = 'kept' | 'announced' | 'digested'

/**
 * Stores bytes as an object. The catalog is told afterwards: bytes without a row are harmless, a row without bytes is not.
 * @param name a name that nobody else uses in staging/
 */
export async function putObject(
  folder: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  how: Putting = 'kept',
): Promise<PutObject> {
  const aside = join(folder, 'staging', name)
  const keep = how !== 'digested'
  const hash = createHash('sha256')
  const file = keep ? await open(aside, 'w') : null
  let size = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of bytes) {
      hash.update(chunk)
      if (head.length < SNIFF_BYTES) head = Buffer.concat([head, chunk.subarray(0, SNIFF_BYTES)])
      await file?.writeFile(chunk)
      size += chunk.length
    }
    await file?.sync()
  } catch (error) {
    await file?.close()
    if (keep) await rm(aside, { force: true })
    throw error
  }
  await file?.close()
  const digest = hash.digest()
  if (keep) await place(folder, aside, digest, how)
  return { digest, size, mime: sniffMime(head) }
}

async function place(folder: string, aside: string, bytes: Uint8Array, how: Putting): Promise<void> {
  const digest = digestOf(bytes)
  const target = join(folder, objectPath(digest))
  if (existsSync(target)) return rm(aside, { force: true })
  if (how === 'announced') announce(folder, digest)
  const made = await mkdir(dirname(target), { recursive: true })
  if (made !== undefined) syncFolder(dirname(dirname(target)))
  await chmod(aside, 0o400)
  renameInto(aside, target)
}
