// The office's own files that were destroyed since a backup, destroyed again in the vault that is restored from it.
import type { DestroyedFile } from '../../../../shared/domain/disposition/destruction.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { WriteContext } from '../../vault/handler.ts'
import { forgetAnswers } from '../../vault/repository/disposition/office-content.ts'
import { officeFile, packetsOf } from '../../vault/repository/disposition/office-file.ts'
import { destroyFile, type Proving } from '../office/destroy-file.ts'

/**
 * Destroys those of them that the backup holds. A file is known by its number and by when it was begun: another of the same number stays.
 * @param proving the destruction as it was taken over; null where its certificate alone is known
 * @returns how many went
 */
export function destroyFilesAgain(
  context: WriteContext,
  proving: Proving | null,
  files: readonly Pick<DestroyedFile, 'kind' | 'id' | 'openedAt'>[],
): number {
  const { db, folder, now } = context
  const { zone } = readVaultFile(folder)
  let gone = 0
  for (const { kind, id, openedAt } of files) {
    if (officeFile(db, { kind, id }, zone)?.openedAt !== openedAt) continue
    // A request goes after its packets: those that the backup has yet were destroyed, or taken back, before it went.
    const packets = kind === 'request-file' ? packetsOf(db, id) : []
    for (const packet of packets) destroyFile(context, proving, { kind: 'packet', id: packet })
    destroyFile(context, proving, { kind, id })
    gone += packets.length + 1
  }
  // What commands answered before the backup may say what a destroyed file was about, and nobody repeats them in a new folder.
  if (gone > 0) forgetAnswers(db, now)
  return gone
}
