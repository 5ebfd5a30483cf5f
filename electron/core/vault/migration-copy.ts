// The copy of the catalog that was taken before a migration holds what has been destroyed since: it is destroyed, too (design §4).
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const ZEROS = Buffer.alloc(1 << 20)

/** Overwrites and removes the copy, and one that was left half made. */
export function destroyMigrationCopy(folder: string): void {
  for (const name of ['catalog-before-migration.sqlite', 'catalog-before-migration.sqlite.part']) {
    const path = join(folder, name)
    if (!existsSync(path)) continue
    const file = openSync(path, 'r+')
    try {
      const { size } = fstatSync(file)
      for (let done = 0; done < size; done += ZEROS.length)
        writeSync(file, ZEROS, 0, Math.min(ZEROS.length, size - done), done)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    rmSync(path)
  }
}
