// Work on a whole vault that nobody has open: its lock taken, its catalog prepared as at any opening, closed in good order.
import { join } from 'node:path'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { PersonId } from '../../../shared/domain/id.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import { readVaultFile } from './about.ts'
import type { Driver } from './catalog/driver.ts'
import { openWriter } from './catalog/open.ts'
import { refuseLocked } from './cipher/key-file.ts'
import { bandOfCopy } from './copy-note.ts'
import { inUse, readHolder } from './holder.ts'
import { appendEntry } from './ledger/ledger.ts'
import { takeLock } from './lock.ts'
import { refuseLostCatalog } from './lost-catalog.ts'
import { MOVE_ENTRY, whyNotWritten } from './moved.ts'
import { prepareCatalog } from './prepare.ts'
import { saveSetting } from './repository/setting.ts'

export interface OwnMeans {
  readonly clock: () => Instant
  readonly random: (bytes: number) => Uint8Array
  readonly machine: string
}

/**
 * Takes a vault for the time of some work.
 * @param retired whether the work is on a vault that was moved away
 * @throws MunimentError PASSPHRASE_NEEDED, VAULT_CONVERTING, VAULT_IN_USE, VAULT_READ_ONLY, VAULT_NOT_FOUND, VAULT_DAMAGED, and whatever the work throws
 */
export async function withOwnVault<Result>(
  folder: string,
  means: OwnMeans,
  work: (db: Driver, now: Instant) => Promise<Result>,
  retired = false,
): Promise<Result> {
  const { zone } = readVaultFile(folder)
  refuseLocked(folder)
  const band = bandOfCopy(folder, zone)
  if (band !== null) throw new MunimentError('VAULT_READ_ONLY', `${band} Nothing was done.`)
  const lock = lockOf(folder, () => inUse(readHolder(folder), zone))
  try {
    const file = join(folder, 'catalog.sqlite')
    refuseLostCatalog(folder, file)
    const db = openWriter(file)
    try {
      const now = means.clock()
      const why = whyNotWritten(db, folder)
      if (why !== null && !retired) throw new MunimentError('VAULT_READ_ONLY', `${why} Nothing was done.`)
      if (why === null) prepareCatalog(db, folder, now)
      const result = await work(db, now)
      saveSetting(db, 'clean_close', '1')
      return result
    } finally {
      db.close()
    }
  } finally {
    lock.release()
  }
}

/** Takes a vault's lock. @param refusal what is thrown where another process has it */
export function lockOf(folder: string, refusal: () => MunimentError) {
  try {
    return takeLock(folder)
  } catch (error) {
    throw error instanceof MunimentError && error.code === 'VAULT_IN_USE' ? refusal() : error
  }
}

/** Appends the ledger's entry of a step of a move, inside the transaction of that step. */
export function writeMoveEntry(
  db: Driver,
  step: keyof typeof MOVE_ENTRY,
  actor: PersonId | null,
  note: Readonly<Record<string, unknown>>,
  at: Instant,
  means: Pick<OwnMeans, 'random'>,
): void {
  appendEntry(db, { at, kind: MOVE_ENTRY[step], payload: { actor, notes: [note] }, salt: means.random(16) })
}
