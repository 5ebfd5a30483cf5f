// Unlinks what the catalog forgot, at once and again at each opening until it is done.
import { join } from 'node:path'
import type { Driver } from '../catalog/driver.ts'
import { rmSync } from '../cipher/fs.ts'
import { digestBytes } from '../hex.ts'
import { hasObject } from '../repository/object.ts'
import { forgetUnlinking, toUnlink } from '../repository/unlinking.ts'
import { digestOfPath } from './lease.ts'

/** Unlinks everything that was marked; an object that an import has brought again since stays. @returns how many paths were marked */
export function unlinkMarked(db: Driver, folder: string): number {
  const paths = toUnlink(db)
  for (const path of paths) {
    const digest = digestOfPath(path)
    if (digest === null || !hasObject(db, digestBytes(digest)))
      rmSync(join(folder, path), { recursive: true, force: true })
    forgetUnlinking(db, path)
  }
  return paths.length
}
