// Where a vault lies: folders that are synchronised or shared damage databases, so the clerk is told.
import { realpathSync } from 'node:fs'
import { statfs } from 'node:fs/promises'

const SYNCED: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/[\\/]Dropbox([\\/ (]|$)/i, 'Dropbox'],
  [/[\\/]OneDrive([\\/ -]|$)/i, 'OneDrive'],
  [/[\\/](Google ?Drive|GoogleDrive-[^\\/]*|My Drive)([\\/]|$)/i, 'Google Drive'],
  [/[\\/]Mobile Documents[\\/]|[\\/]iCloud ?Drive([\\/]|$)/i, 'iCloud Drive'],
  [/[\\/](Nextcloud|ownCloud|Box|Box Sync|Syncthing|pCloudDrive)([\\/]|$)/i, 'a synchronised folder'],
]

/** File system types of shares, as `statfs` numbers them: NFS, SMB (three kinds), 9P, AFS, Ceph, FUSE's sshfs apart. */
const SHARES: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400,
])

/**
 * What is wrong with the place of a vault, in words, or null.
 * @param folder the vault's folder
 */
export async function warnOfPlace(folder: string): Promise<string | null> {
  const place = realpathSync(folder)
  const synced = SYNCED.find(([pattern]) => pattern.test(place))?.[1]
  if (synced)
    return `This vault lies in ${synced}, which can damage it by copying it while it is in use. Move it to a folder of this computer.`
  const share = /^\\\\[^?.]/.test(place) || SHARES.has((await statfs(place)).type)
  return share
    ? 'This vault lies on a network share, where a database is easily damaged. Move it to a disk of this computer.'
    : null
}
