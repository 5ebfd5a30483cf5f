// Calls a move off: the copy is made unusable first, then the old vault may be written in again.
import { join, resolve } from 'node:path'
import { MunimentError } from '../../shared/contract/error.ts'
import type { PersonId } from '../../shared/domain/id.ts'
import { readVaultFile } from './vault/about.ts'
import { openDriver } from './vault/catalog/driver.ts'
import { existsSync } from './vault/cipher/fs.ts'
import { hasPassphrase, shareKey } from './vault/cipher/key-file.ts'
import { inUse, readHolder } from './vault/holder.ts'
import { lockOf, type OwnMeans, withOwnVault, writeMoveEntry } from './vault/own.ts'
import { refuseStranger } from './vault/repository/account/people.ts'
import { endMove, newestMove, setMoveState } from './vault/repository/vault-move.ts'

export interface CallOff {
  readonly person: PersonId
  readonly reason: string
  /** The person signs that the copy is lost or destroyed and was never opened. */
  readonly lost: boolean
}

/**
 * Calls the move of a vault off, in the folder that it left. Killed between its two steps, neither can be written in, and calling off again
 * goes on from there.
 * @throws MunimentError INPUT_INVALID where it was not moved, VAULT_READ_ONLY where the new one was opened already, VAULT_IN_USE,
 * FILE_UNREADABLE where the copy is not at hand, PERSON_UNKNOWN
 */
export async function callOffMove(folder: string, { person, reason, lost }: CallOff, means: OwnMeans): Promise<void> {
  await withOwnVault(
    resolve(folder),
    means,
    async (db, now) => {
      const move = newestMove(db)
      if (move?.side !== 'left' || move.state !== 'gone') {
        throw new MunimentError('INPUT_INVALID', 'This vault was not moved away. Nothing was done.')
      }
      refuseStranger(db, person)
      // A copy that was never opened has its key from this vault, or none as this has none.
      if (hasPassphrase(move.to)) shareKey(resolve(folder), move.to)
      const there = killCopy(move.id, move.to)
      if (!there && !lost) {
        throw new MunimentError(
          'FILE_UNREADABLE',
          `The copy in ${move.to} is not at hand, and only with it can be seen that it was never opened. Nothing was done. Connect its disk and try again; if it is lost or destroyed, say so: you sign that with your name.`,
        )
      }
      db.transaction(() => {
        endMove(db, move.id, { at: now, by: person, reason })
        writeMoveEntry(
          db,
          'calledOff',
          person,
          { move: move.id, copy: there ? 'made unusable' : 'said to be lost' },
          now,
          means,
        )
      })
    },
    true,
  )
}

/** Makes the copy unusable. Returns false where it is not there. @throws MunimentError VAULT_READ_ONLY where it was opened */
function killCopy(id: string, to: string): boolean {
  const catalog = join(to, 'catalog.sqlite')
  if (!existsSync(catalog)) return false
  const lock = lockOf(to, () => inUse(readHolder(to), readVaultFile(to).zone))
  const copy = openDriver(catalog, { readonly: false })
  try {
    copy.pragma('synchronous = FULL')
    const move = newestMove(copy)
    if (move?.id !== id) return false
    if (move.state === 'opened') {
      throw new MunimentError(
        'VAULT_READ_ONLY',
        `The vault in ${to} was opened since it was moved, and goes on there. The move can be called off no more; nothing was done. Move it back from there instead.`,
      )
    }
    setMoveState(copy, id, 'called-off')
    return true
  } finally {
    copy.close()
    lock.release()
  }
}
