// What is to be unlinked: written down with what forgets it, so that a crash leaves no bytes behind.
import type { Driver } from '../catalog/driver.ts'

/** Writes down that nothing names some files or folders any more. @param paths relative to the vault */
export function markUnlinking(db: Driver, paths: readonly string[]): void {
  for (const path of paths) db.run('INSERT INTO unlinking VALUES (?) ON CONFLICT DO NOTHING', path)
}

/** The paths that are still to be unlinked. */
export function toUnlink(db: Driver): string[] {
  return db.all<{ path: string }>('SELECT path FROM unlinking ORDER BY path').map(({ path }) => path)
}

/** Forgets that a path was to be unlinked. */
export function forgetUnlinking(db: Driver, path: string): void {
  db.run('DELETE FROM unlinking WHERE path = ?', path)
}
