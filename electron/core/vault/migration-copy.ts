// The copy of the catalog that was taken before a migration holds what has been destroyed since: it is destroyed, too (design §4).
import { join } from 'node:path'
import { destroyFile } from './file.ts'

/** Overwrites and removes the copy, and one that was left half made. */
export function destroyMigrationCopy(folder: string): void {
  for (const name of ['catalog-before-migration.sqlite', 'catalog-before-migration.sqlite.part'])
    destroyFile(join(folder, name))
}
