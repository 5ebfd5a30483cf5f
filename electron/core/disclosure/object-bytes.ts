// Objects of the vault as the packet needs them: whole in memory where small, streamed where not, and always checked.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Digest } from '../../../shared/domain/id.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { createReadStream } from '../vault/cipher/streams.ts'
import { digestOf } from '../vault/hex.ts'
import { leaseOf, objectPath } from '../vault/objects/lease.ts'
import type { NewObject } from '../vault/repository/object.ts'

const CHUNK = 1 << 18

/** An object about to be read. */
export interface StoredObject {
  readonly size: number
  readonly mime: string
  /** Its bytes. Throws MunimentError VAULT_DAMAGED at the end where they are not what they were when stored. */
  bytes(): AsyncIterable<Uint8Array>
}

/** Finds an object; null where the vault has none, or has it no longer. */
export function findObject(db: Driver, folder: string, digest: Digest): StoredObject | null {
  const lease = leaseOf(db, folder, digest)
  if (lease === null) return null
  const { file, offset, length: size, mime } = lease
  return { size, mime, bytes: () => checked(file, offset, size, digest) }
}

/** An object that lies loose in a folder, whether the catalog knows it or not. */
export function looseObject(folder: string, { digest, size, mime }: NewObject): StoredObject {
  const of = digestOf(digest)
  return { size, mime, bytes: () => checked(join(folder, objectPath(of)), 0, size, of) }
}

/** The bytes of an object, or null. @throws MunimentError VAULT_DAMAGED */
export async function readObject(db: Driver, folder: string, digest: Digest): Promise<Uint8Array | null> {
  const object = findObject(db, folder, digest)
  if (object === null) return null
  return wholeOf(object)
}

/** All bytes of an object that is known to be small. @throws MunimentError VAULT_DAMAGED */
export async function wholeOf(object: StoredObject): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of object.bytes()) chunks.push(chunk)
  return Buffer.concat(chunks)
}

async function* checked(file: string, offset: number, size: number, digest: Digest): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let read = 0
  try {
    if (size > 0) {
      for await (const chunk of createReadStream(file, {
        start: offset,
        end: offset + size - 1,
        highWaterMark: CHUNK,
      })) {
        if (!(chunk instanceof Uint8Array)) continue
        hash.update(chunk)
        read += chunk.length
        yield chunk
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw damaged(digest, error)
    throw error
  }
  if (read !== size || hash.digest('hex') !== digest) throw damaged(digest, undefined)
}

function damaged(digest: Digest, cause: unknown): MunimentError {
  return new MunimentError(
    'VAULT_DAMAGED',
    `A media file (SHA-256 ${digest}) is no longer as it was received. No packet was made. Verify the vault and restore the file from a backup.`,
    { cause },
  )
}

/** Bytes that are there already, as what reads a stream takes them. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
