// A new vault: one folder, readable without Muniment.
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MunimentError } from '../../shared/contract/error.ts'
import type { VaultLocks } from '../../shared/contract/key.ts'
import type { Instant, Zone } from '../../shared/domain/time.ts'
import { FORMAT_VERSION, type VaultFile } from './vault/about.ts'
import { holdKey } from './vault/cipher/keyring.ts'
import type { KeyFile } from './vault/cipher/sealed-key.ts'
import FORMAT from './vault/FORMAT.md?raw'
import { renameInto, syncFolder } from './vault/file.ts'
import { refuseGuessed } from './vault/key/guessed.ts'

interface Settings {
  readonly city: string
  readonly zone: Zone
  /** Whether it is for practice: all that it makes says so, for ever. */
  readonly practice?: boolean
  /** The sealed key of a vault under a passphrase; whoever makes it holds the key itself. */
  readonly keyFiles?: readonly KeyFile[]
}

interface Means {
  readonly clock: () => Instant
  readonly random: (bytes: number) => Uint8Array
}

/**
 * Makes a vault in a folder that does not exist or is empty.
 * @param options the clock, and random bytes for the vault's id
 * @throws MunimentError TARGET_EXISTS, DISK_FULL, FILE_UNREADABLE; nothing is left behind
 */
export function createVault(folder: string, settings: Settings, options: Means): void {
  refuseTaken(folder)
  const aside = `${folder}.part`
  try {
    rmSync(aside, { recursive: true, force: true })
    write(aside, settings, options)
    if (existsSync(folder)) rmdirSync(folder)
    renameInto(aside, folder)
  } catch (error) {
    throw notMade(folder, aside, error)
  }
}

/**
 * Makes a vault under a passphrase, and holds its key in this thread.
 * @param cost as of `sealedText`; tests alone say it
 * @throws MunimentError as {@link createVault}, and KEY_REFUSED where the recovery key is none; nothing is left behind
 */
export async function createLockedVault(
  folder: string,
  settings: Omit<Settings, 'keyFiles'>,
  locks: VaultLocks,
  options: Means,
  cost?: number,
): Promise<void> {
  refuseTaken(folder)
  refuseGuessed(locks.passphrase, settings.city, 'No vault was made.')
  // What stretches a passphrase is loaded for such a vault alone.
  const { makeVaultKey, sealedKeyFiles } = await import('./vault/cipher/sealed-key.ts')
  const key = makeVaultKey(options.random)
  createVault(folder, { ...settings, keyFiles: await sealedKeyFiles(key, locks, cost) }, options)
  holdKey(folder, key)
}

/** A vault takes the place of nothing. @throws MunimentError TARGET_EXISTS */
export function refuseTaken(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found || (found.isDirectory() && readdirSync(folder).length === 0)) return
  throw new MunimentError(
    'TARGET_EXISTS',
    `${folder} is ${found.isDirectory() ? 'not empty' : 'a file'}. Nothing was changed; choose an empty folder or a new name.`,
  )
}

function write(aside: string, settings: Settings, options: Means): void {
  for (const part of ['', 'objects', 'packages', 'staging']) mkdirSync(join(aside, part), { recursive: true })
  const file: VaultFile = {
    format: 'muniment-vault',
    formatVersion: FORMAT_VERSION,
    vaultId: Buffer.from(options.random(16)).toString('hex'),
    city: settings.city,
    zone: settings.zone,
    createdAt: new Date(options.clock()).toISOString(),
    practice: settings.practice ?? false,
  }
  for (const { name, text } of settings.keyFiles ?? [])
    writeFileSync(join(aside, name), text, { flush: true, mode: 0o600 })
  writeFileSync(join(aside, 'FORMAT.md'), FORMAT, { flush: true })
  writeFileSync(join(aside, 'vault.json'), `${JSON.stringify(file, null, 2)}\n`, { flush: true })
  syncFolder(aside)
}

/** Takes away what was begun, and says why the vault could not be made. */
function notMade(folder: string, aside: string, error: unknown): Error {
  try {
    rmSync(aside, { recursive: true, force: true })
  } catch {
    // Where nothing can be written nothing was begun either.
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC') {
    return new MunimentError(
      'DISK_FULL',
      `The disk is full. No vault was made in ${folder}; free some space and try again.`,
      {
        cause: error,
      },
    )
  }
  const why = error instanceof Error ? error.message : String(error)
  return new MunimentError(
    'FILE_UNREADABLE',
    `No vault could be made in ${folder} (${why}). Nothing was changed; choose a folder that you may write to.`,
    { cause: error },
  )
}
