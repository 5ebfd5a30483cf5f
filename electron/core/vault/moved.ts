// What a move means for the opening of a vault: of two that know one move, never more than one is written in.
import { join } from 'node:path'
import type { Instant, Zone } from '../../../shared/domain/time.ts'
import { readVaultFile } from './about.ts'
import { type Driver, openDriver } from './catalog/driver.ts'
import { existsSync } from './cipher/fs.ts'
import { hasPassphrase, shareKey } from './cipher/key-file.ts'
import { appendEntry, copyNewestEntry } from './ledger/ledger.ts'
import { arrivalSalt, newestMove, setMoveState, type VaultMove } from './repository/vault-move.ts'

/** The entries of the ledger that a move makes. */
export const MOVE_ENTRY = { left: 'vault.move', arrived: 'vault.arrive', calledOff: 'vault.move-call-off' } as const

/** Why this vault is not to be written in, as a sentence; null where it may be. A move that was killed half done is finished first. */
export function whyNotWritten(db: Driver, folder: string): string | null {
  const move = newestMove(db)
  if (move === null) return null
  const { zone } = readVaultFile(folder)
  if (move.side === 'left') {
    if (move.state !== 'gone') return null
    if (hasPassphrase(move.to)) shareKey(folder, move.to)
    finishMove(db, move)
    return `This vault was moved to ${move.to} on ${day(move.at, zone)}, and goes on there. What lies here is for reading: nothing can be changed in it.`
  }
  if (move.state === 'waiting') {
    return `This is the unfinished copy of a vault that was being moved here from ${move.from}; the vault itself is still there. Nothing can be changed in this one: open the other, and move it again.`
  }
  if (move.state !== 'called-off') return null
  return `This copy was made to move the vault from ${move.from}, and the move was called off: the vault goes on there. Nothing can be changed in this one; it may be deleted.`
}

/**
 * Takes note of the first opening of a vault that was moved here.
 * @returns what the clerk is told; null where there is nothing to tell
 */
export function noteArrival(db: Driver, at: Instant): string | null {
  const move = newestMove(db)
  if (move?.side !== 'arrived' || move.state !== 'ready') return null
  const salt = arrivalSalt(db, move.id)
  if (salt === null) return null
  db.transaction(() => {
    setMoveState(db, move.id, 'opened')
    appendEntry(db, { at, kind: MOVE_ENTRY.arrived, payload: { actor: null, notes: [{ move: move.id }] }, salt })
  })
  return `This vault was moved here from ${move.from}. The old folder can be read, and is written in no more; delete it once you have made a backup of this one.`
}

/**
 * Lets the vault that was moved to go on, once the one that was left is retired. Where the new place is not at hand nothing is done, and the
 * next opening of the old one tries again.
 * @param db the catalog of the vault that was left
 */
export function finishMove(db: Driver, { id, to }: VaultMove): void {
  const catalog = join(to, 'catalog.sqlite')
  if (!existsSync(catalog)) return
  const arrived = openDriver(catalog, { readonly: false })
  try {
    arrived.pragma('synchronous = FULL')
    const move = newestMove(arrived)
    if (move?.id !== id || move.side !== 'arrived' || move.state !== 'waiting') return
    arrived.transaction(() => {
      // Its ledger goes on from the last entry of the old one, which is the move.
      copyNewestEntry(db, arrived)
      setMoveState(arrived, id, 'ready')
    })
  } catch (error) {
    // It was opened since, and given another passphrase or none: nothing is left to finish.
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_NOTADB')) throw error
  } finally {
    arrived.close()
  }
}

function day(at: Instant, zone: Zone): string {
  return new Intl.DateTimeFormat('en-US', { timeZone: zone, dateStyle: 'long' }).format(at)
}
