// Every file that the catalog names, with the digest it must have.
import { join } from 'node:path'
import type { Driver } from '../catalog/driver.ts'
import { objectPath } from '../objects/lease.ts'

export interface VaultFileEntry {
  /** Relative to the vault. */
  readonly path: string
  /** Null where the file was struck since: its members are checked one by one. */
  readonly digest: Uint8Array | null
}

/** Packages and loose objects. A package that is not a ZIP is its files, whose digests its members hold. */
export function filesOf(db: Driver): VaultFileEntry[] {
  const packages = db.all<{ id: string; state: string; digest: Uint8Array }>(
    `SELECT id, state, coalesce(package_kept.digest, package.digest) AS digest
     FROM package LEFT JOIN package_kept ON package_id = id WHERE form = 'zip' AND state <> 'unlinked' ORDER BY id`,
  )
  const folders = db.all<{ id: string; name: string; digest: Uint8Array | null }>(
    `SELECT package_id AS id, member.name, member.digest FROM member JOIN package ON package.id = package_id
     WHERE form <> 'zip' AND state <> 'unlinked' AND struck_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM left_out WHERE member_id = member.id) ORDER BY package_id, position`,
  )
  const objects = db.all<{ digest: Uint8Array }>('SELECT digest FROM object WHERE member_id IS NULL ORDER BY digest')
  return [
    ...packages.map(({ id, state, digest }) => ({
      path: join('packages', id, 'package.zip'),
      digest: state === 'struck' ? null : digest,
    })),
    ...folders.map(({ id, name, digest }) => ({ path: join('packages', id, 'files', name), digest })),
    ...objects.map(({ digest }) => ({ path: objectPath(Buffer.from(digest).toString('hex')), digest })),
  ]
}
