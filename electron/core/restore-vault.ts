// Restoring a backup into a new folder, never over a vault: what was destroyed or held since is taken over before anybody can search in it.

import { join, relative, resolve } from 'node:path'
import { MunimentError } from '../../shared/contract/error.ts'
import { destroyAgain } from './retention/restore/again.ts'
import { nothingLater, type Reapplied, reapplyLater } from './retention/restore/reapply.ts'
import { readTold, type Told, type ToldFiles } from './retention/restore/told.ts'
import { readLedger, type Witnessed, witness } from './retention/restore/witness.ts'
import { readVaultFile, type VaultFile } from './vault/about.ts'
import { copyCatalog, openReader } from './vault/catalog/open.ts'
import { settleCatalog } from './vault/catalog/settle.ts'
import { existsSync, readdirSync, rmdirSync, statSync } from './vault/cipher/fs.ts'
import { copyReadable, refuseLocked, shareKey } from './vault/cipher/key-file.ts'
import { makeAside } from './vault/copy-aside.ts'
import { copyFiles, damagedFile } from './vault/copy-files.ts'
import { bandOfCopy } from './vault/copy-note.ts'
import { renameInto } from './vault/file.ts'
import { appendEntry } from './vault/ledger/ledger.ts'
import { unlinkMarked } from './vault/objects/unlink.ts'
import { type OwnMeans, withOwnVault } from './vault/own.ts'
import { finishStrikes } from './vault/packages/strike.ts'
import { filesOf, type VaultFileEntry } from './vault/repository/files.ts'
import { refuseWithoutRoom, sizeOfVault } from './vault/room.ts'
import { unpackSealedCopy } from './vault/sealed-copy/open.ts'

const UNDONE = 'Nothing was restored.'

/** What was restored. */
export interface Restored extends Reapplied {
  readonly files: number
  readonly bytes: number
  /** What the ledger of the lost vault says was done since the backup; null where none was given. */
  readonly witnessed: Witnessed | null
}

interface Places {
  /** A folder, or a file that a passphrase opens. */
  readonly backup: string
  /** The passphrase of such a file. */
  readonly passphrase?: string
  /** The folder of the restored vault; not there yet, or empty. */
  readonly target: string
  /** The vault as it was last, from which later destructions and holds are taken over; null where there is none any more. */
  readonly later: string | null
  /** Where that vault is lost: what else tells of it. */
  readonly told?: ToldFiles
  /** Stops it; what was unpacked is cleared away then. */
  readonly signal?: AbortSignal
}

/**
 * Restores a backup.
 * @throws MunimentError PASSPHRASE_NEEDED, TARGET_EXISTS, VAULT_NOT_FOUND, VAULT_DAMAGED, VAULT_READ_ONLY, KEY_REFUSED, DISK_FULL; nothing is left behind then
 */
export async function restoreVault(places: Places, means: OwnMeans): Promise<Restored> {
  const { backup, target, later, passphrase, signal = new AbortController().signal } = places
  if (passphrase === undefined) refuseOther(readVaultFile(backup), places)
  for (const vault of [backup, later]) if (vault !== null) refuseLocked(vault)
  refuseTarget(backup, target)
  const aside = `${target}.part`
  // What is restored from a vault under a passphrase is under the same one.
  shareKey(backup, aside, target)
  return makeAside(aside, ['objects', 'packages'], async (whole) => {
    const copied = await (passphrase === undefined
      ? copyFolder(backup, aside, signal)
      : copyFile(backup, passphrase, aside, signal))
    const about = readVaultFile(aside)
    if (passphrase !== undefined) refuseOther(about, places)
    const told = readTold(places.told, about.vaultId)
    const witnessed = witnessedIn(aside, told)
    signal.throwIfAborted()
    const taken = await takeOver(aside, later, told, means)
    signal.throwIfAborted()
    if (existsSync(target)) rmdirSync(target)
    whole()
    renameInto(aside, target)
    return { ...copied, ...taken, witnessed }
  })
}

/** Refuses what is no backup, and a vault that it is no backup of. */
function refuseOther({ vaultId, zone }: VaultFile, { backup, later }: Places): void {
  if (existsSync(backup) && bandOfCopy(backup, zone) !== null) {
    throw new MunimentError('VAULT_READ_ONLY', `${backup} is a copy for reading, not a backup. Nothing was restored.`)
  }
  if (later === null || readVaultFile(later).vaultId === vaultId) return
  const sentence = `${later} is not the vault that ${backup} is a backup of. Nothing was restored.`
  throw new MunimentError('VAULT_NOT_FOUND', sentence)
}

function refuseTarget(backup: string, target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0) {
    const sentence = `${target} is not empty. Nothing was restored; a backup goes into a new folder, never over a vault.`
    throw new MunimentError('TARGET_EXISTS', sentence)
  }
  if (relative(resolve(backup), resolve(target)).startsWith('..')) return
  throw new MunimentError('TARGET_EXISTS', `${target} lies in the backup itself. Nothing was restored.`)
}

async function copyFolder(backup: string, aside: string, signal: AbortSignal) {
  copyCatalog(join(backup, 'catalog.sqlite'), join(aside, 'catalog.sqlite'))
  copyReadable(backup, aside)
  const entries = namedIn(aside)
  await refuseWithoutRoom(aside, sizeOfVault(backup, entries), UNDONE)
  const bytes = await copyFiles(backup, entries, aside, signal, () => {})
  return { files: entries.length, bytes }
}

/** Every file is held against what the catalog in the copy says of it. */
async function copyFile(backup: string, passphrase: string, aside: string, signal: AbortSignal) {
  await refuseWithoutRoom(aside, statSync(backup).size, UNDONE)
  const { digests, bytes } = await unpackSealedCopy(backup, passphrase, aside, signal)
  const entries = namedIn(aside)
  for (const { path, digest } of entries) {
    const found = digests.get(path.replaceAll('\\', '/'))
    if (found === undefined || (digest !== null && !Buffer.from(found).equals(digest))) throw damagedFile(path)
  }
  return { files: entries.length, bytes }
}

function namedIn(folder: string): VaultFileEntry[] {
  const copied = openReader(join(folder, 'catalog.sqlite'))
  try {
    return filesOf(copied)
  } finally {
    copied.close()
  }
}

/** What the ledger of the lost vault says of the time since the backup, before anything is taken over from elsewhere. */
function witnessedIn(folder: string, told: Told): Witnessed | null {
  if (told.ledger === null) return null
  const copied = openReader(join(folder, 'catalog.sqlite'))
  try {
    return witness(copied, readLedger(told.ledger), told)
  } finally {
    copied.close()
  }
}

function takeOver(folder: string, later: string | null, told: Told, means: OwnMeans): Promise<Reapplied> {
  return withOwnVault(folder, means, async (db, now) => {
    const source = later === null ? null : openReader(join(later, 'catalog.sqlite'))
    try {
      const note = (payload: Readonly<Record<string, unknown>>) =>
        appendEntry(db, {
          at: now,
          kind: 'vault.restored',
          payload: { actor: null, notes: [payload] },
          salt: means.random(16),
        })
      const actor = { person: null, osUser: '', machine: means.machine }
      const acts = { revoke: () => undefined, afterwards: () => undefined, random: means.random, note }
      const taken = db.transaction(() => {
        const context = { db, folder, now, actor, ...acts }
        const reapplied: Reapplied =
          source === null || later === null
            ? { ...nothingLater, destructions: told.destructions.map((one) => destroyAgain(context, one)) }
            : reapplyLater(context, { db: source, folder: later }, means.random(32))
        const { destructions, holds, removed, locked, restricted } = reapplied
        const files = destructions.reduce((sum, one) => sum + one.files, 0)
        const counts = { destructions: destructions.length, files, holds: holds.length, removed, locked, restricted }
        note({ ...counts, later: later !== null, certificates: told.destructions.length })
        return reapplied
      })
      unlinkMarked(db, folder)
      finishStrikes(db, folder, now)
      settleCatalog(db, true)
      return taken
    } finally {
      source?.close()
    }
  })
}
