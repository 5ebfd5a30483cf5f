// Objects of the later vault that a restored copy needs: papers, plans and certificates.
import { dirname, join } from 'node:path'
import type { Digest } from '../../../../shared/domain/id.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { copyFileSync, existsSync, mkdirSync, statSync } from '../../vault/cipher/fs.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { objectPath } from '../../vault/objects/lease.ts'
import { insertObject } from '../../vault/repository/object.ts'

/** The vault as it was last. */
export interface Later {
  readonly db: Driver
  readonly folder: string
}

/** Copies an object of the later vault. Returns whether it was there. */
export function bring({ db, folder, now }: WriteContext, later: Later, object: Digest, mime: string): boolean {
  const from = join(later.folder, objectPath(object))
  const to = join(folder, objectPath(object))
  if (!existsSync(from)) return false
  if (!existsSync(to)) {
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(from, to)
  }
  insertObject(db, { digest: digestBytes(object), size: statSync(to).size, mime, member: null }, now)
  return true
}
