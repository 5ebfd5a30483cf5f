// Whether a whole vault has room somewhere: judged before anything is written there.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import { statIfThere } from './cipher/fs.ts'
import { statfs } from './cipher/fs-promises.ts'
import type { VaultFileEntry } from './repository/files.ts'

/** Left free on a disk that a vault is copied to. */
const ROOM_LEFT = 64 * 2 ** 20

/** How many bytes a copy of a vault takes: its catalog and what that names. */
export function sizeOfVault(folder: string, entries: readonly VaultFileEntry[]): number {
  const sizeOf = (path: string) => statIfThere(join(folder, path))?.size ?? 0
  return entries.reduce((sum, { path }) => sum + sizeOf(path), sizeOf('catalog.sqlite'))
}

/**
 * @param there a folder on the disk
 * @param bytes how many are needed
 * @param undone what then was not done, as a sentence
 * @throws MunimentError DISK_FULL
 */
export async function refuseWithoutRoom(there: string, bytes: number, undone: string): Promise<void> {
  const { bavail, bsize } = await statfs(there)
  if (bavail * bsize >= bytes + ROOM_LEFT) return
  const mb = Math.ceil((bytes + ROOM_LEFT) / 2 ** 20)
  throw new MunimentError(
    'DISK_FULL',
    `The disk of that place has too little room: about ${mb} MB are needed. ${undone} Free some space or choose another disk.`,
  )
}
