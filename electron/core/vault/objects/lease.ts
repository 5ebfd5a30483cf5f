// Where an object's bytes lie: in objects/, or in place in a package.
import { join, sep } from 'node:path'
import { Digest } from '../../../../shared/domain/id.ts'
import type { Driver } from '../catalog/driver.ts'
import { ownKeyOf } from '../cipher/descriptors.ts'
import { digestBytes } from '../hex.ts'
import { packageFile } from '../packages/place.ts'

/** A range of a file that holds exactly one object. */
export interface Lease {
  readonly file: string
  readonly offset: number
  readonly length: number
  readonly mime: string
}

/** A lease for another process: `key` is the key of that one file in base64 where it is sealed, and null where it is plain. */
export interface KeyedLease extends Lease {
  readonly key: string | null
}

interface Row {
  readonly size: number
  readonly mime: string
  readonly package_id: string | null
  readonly form: string | null
  readonly name: string | null
  readonly data_offset: number | null
}

/** Path of a loose object: objects/ab/cdef…, relative to the vault. */
export function objectPath(digest: string): string {
  return join('objects', digest.slice(0, 2), digest.slice(2))
}

/** The digest of a loose object by its path relative to the vault, or null where the path is another. */
export function digestOfPath(path: string): Digest | null {
  const [folder, first, rest, ...more] = path.split(sep)
  return folder === 'objects' && more.length === 0 ? (Digest.safeParse(`${first}${rest}`).data ?? null) : null
}

/** The range that holds an object, or null where the vault has none (or has it no longer). */
export function leaseOf(db: Driver, folder: string, digest: Digest): Lease | null {
  const row = db.get<Row>(
    `SELECT object.size, mime, package_id, form, member.name, data_offset
     FROM object LEFT JOIN member ON member.id = object.member_id LEFT JOIN package ON package.id = member.package_id
     WHERE object.digest = ?`,
    digestBytes(digest),
  )
  if (row === undefined) return null
  const { size: length, mime } = row
  if (row.package_id === null || row.form === null || row.name === null) {
    return { file: join(folder, objectPath(digest)), offset: 0, length, mime }
  }
  const file = packageFile(folder, row.package_id, row.form, row.name)
  return { file, offset: row.data_offset ?? 0, length, mime }
}

/** The lease of an object with what another process needs to read it. */
export function keyedLeaseOf(db: Driver, folder: string, digest: Digest): KeyedLease | null {
  const lease = leaseOf(db, folder, digest)
  if (lease === null) return null
  const key = ownKeyOf(lease.file)
  return { ...lease, key: key === null ? null : Buffer.from(key).toString('base64') }
}
