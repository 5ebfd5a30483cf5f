// Objects that a job brings in before the catalog knows them, announced by name: what it left when it was killed is known at the next opening,
// and taken away. Whatever else lies in objects/ unknown is nobody's to delete: an older catalog may have been put back.
import { join } from 'node:path'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { Driver } from '../catalog/driver.ts'
import { existsSync, readdirSync, rmSync, writeFileSync } from '../cipher/fs.ts'
import { syncFolder } from '../file.ts'
import { digestBytes, digestOf } from '../hex.ts'
import { hasObject } from '../repository/object.ts'
import { objectPath } from './lease.ts'

const NAME = /^announced-([0-9a-f]{64})$/

function placeOf(folder: string, digest: string): string {
  return join(folder, 'staging', `announced-${digest}`)
}

/** Announces an object that is not there yet, before it is put in its place. */
export function announce(folder: string, digest: Digest): void {
  writeFileSync(placeOf(folder, digest), '', { flush: true })
  syncFolder(join(folder, 'staging'))
}

/** The catalog knows them now. */
export function settleAnnounced(folder: string, objects: readonly { readonly digest: Uint8Array }[]): void {
  for (const { digest } of objects) rmSync(placeOf(folder, digestOf(digest)), { force: true })
}

/**
 * Takes away what was announced and never became known. For an opening alone, under the vault's lock: no job runs then.
 * @returns how many objects went
 */
export function sweepAnnounced(db: Driver, folder: string): number {
  const staging = join(folder, 'staging')
  let swept = 0
  for (const name of existsSync(staging) ? readdirSync(staging) : []) {
    const [, hex] = NAME.exec(name) ?? []
    if (hex === undefined) continue
    const digest = digestOf(Buffer.from(hex, 'hex'))
    const path = join(folder, objectPath(digest))
    if (!hasObject(db, digestBytes(digest)) && existsSync(path)) {
      rmSync(path, { force: true })
      swept += 1
    }
    rmSync(join(staging, name), { force: true })
  }
  return swept
}
