// Bringing bytes that are in memory into objects/, synchronously: for a command, which runs inside its transaction.
import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from '../cipher/fs.ts'
import { renameInto } from '../file.ts'
import { digestOf } from '../hex.ts'
import { announce } from './announced.ts'
import { objectPath } from './lease.ts'
import { sniffMime } from './mime.ts'
import type { PutObject, Putting } from './put.ts'

/** Stores bytes as an object, synced before this returns. The catalog is told afterwards: bytes without a row are harmless. */
export function putBytes(folder: string, bytes: Uint8Array, how: Exclude<Putting, 'digested'> = 'kept'): PutObject {
  const digest = createHash('sha256').update(bytes).digest()
  const name = digest.toString('hex')
  const target = join(folder, objectPath(name))
  if (!existsSync(target)) {
    const aside = join(folder, 'staging', `paper-${name}`)
    writeFileSync(aside, bytes, { flush: true })
    chmodSync(aside, 0o400)
    mkdirSync(dirname(target), { recursive: true })
    if (how === 'announced') announce(folder, digestOf(digest))
    renameInto(aside, target)
  }
  return { digest, size: bytes.length, mime: sniffMime(bytes) }
}
