// Every object read again, loose or in place; and every file that lies about unknown.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { existsSync, readdirSync } from '../cipher/fs.ts'
import { createReadStream } from '../cipher/streams.ts'
import { digestOf } from '../hex.ts'
import { leaseOf } from '../objects/lease.ts'
import { type Check, finding } from './check.ts'

/** Objects that a record names, or that are attached, and the vault has never heard of. */
const UNKNOWN = `SELECT DISTINCT object_digest AS digest FROM (SELECT object_digest FROM media UNION SELECT object_digest FROM attachment)
  WHERE object_digest IS NOT NULL AND NOT EXISTS (SELECT 1 FROM object WHERE digest = object_digest)`

export const checkObjects: Check = {
  name: 'objects',
  async *run({ db, folder, signal, total, counted }) {
    total(db.get<{ n: number }>('SELECT count(*) AS n FROM object')?.n ?? 0)
    for (const { digest } of db.iterate<{ digest: Uint8Array }>(UNKNOWN)) yield finding('V010', hex(digest))
    for (const { digest: bytes } of db.iterate<{ digest: Uint8Array }>('SELECT digest FROM object')) {
      signal.throwIfAborted()
      counted()
      if (bytes.length !== 32) {
        yield finding('V011', hex(bytes), 'this is no SHA-256')
        continue
      }
      const digest = digestOf(bytes)
      const lease = leaseOf(db, folder, digest)
      if (lease === null || !existsSync(lease.file)) {
        yield finding('V010', digest)
        continue
      }
      const hash = createHash('sha256')
      if (lease.length > 0) {
        const range = { start: lease.offset, end: lease.offset + lease.length - 1, signal, highWaterMark: 1 << 20 }
        for await (const chunk of createReadStream(lease.file, range)) hash.update(chunk)
      }
      if (hash.digest('hex') !== digest) yield finding('V011', digest)
    }
  },
}

export const checkStrays: Check = {
  name: 'files',
  *run({ db, folder, total, counted }) {
    const known = new Set<string>(
      db.all<{ digest: Uint8Array }>('SELECT digest FROM object WHERE member_id IS NULL').map((row) => hex(row.digest)),
    )
    const found = entries(join(folder, 'objects')).map((path) => ({ path, digest: path.replace(/[\\/]/g, '') }))
    total(found.length)
    for (const { path, digest } of found) {
      counted()
      if (!known.has(digest)) yield finding('V012', join('objects', path))
    }
    const packages = new Set(db.all<{ id: string }>('SELECT id FROM package').map((row) => row.id))
    for (const name of existsSync(join(folder, 'packages')) ? readdirSync(join(folder, 'packages')) : []) {
      counted()
      if (!packages.has(name)) yield finding('V012', join('packages', name))
    }
  },
}

/** A digest as found: the catalog may hold one that is none. */
function hex(digest: Uint8Array): string {
  return Buffer.from(digest).toString('hex')
}

function entries(folder: string): string[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}
