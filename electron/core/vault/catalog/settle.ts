// Leaving nothing behind in the catalog's files: the catalog written anew, its log emptied into it and cut.
import { existsSync, statfsSync, statSync } from 'node:fs'
import { freemem } from 'node:os'
import { join } from 'node:path'
import type { Driver } from './driver.ts'

/** Writing it anew needs as much memory again (temp_store), and as much again on the disk for the log. */
const SPARE = 2

/** Whether there is room to write the catalog anew. */
export function hasRoomToVacuum(folder: string): boolean {
  const size = statSync(join(folder, 'catalog.sqlite')).size * SPARE
  const { bavail, bsize } = statfsSync(folder)
  return freemem() > size && bavail * bsize > size
}

/** Writes the catalog anew, if asked to, and empties its log as far as nobody reads in it. */
export function settleCatalog(db: Driver, vacuum: boolean): void {
  if (vacuum) db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Whether the log is empty: a reader that has not ended keeps it. */
export function isLogEmpty(folder: string): boolean {
  const log = join(folder, 'catalog.sqlite-wal')
  return !existsSync(log) || statSync(log).size === 0
}
