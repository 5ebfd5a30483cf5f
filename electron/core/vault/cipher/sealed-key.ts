// A vault's key as it lies in the vault: sealed by a passphrase, and by a recovery key where one was given, as files of age that other programs open, too.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { VaultLocks } from '../../../../shared/contract/key.ts'
import { renameInto } from '../file.ts'
import { isSealedText, openedText, sealedText } from '../key/age.ts'
import { KEY_FILES } from './key-file.ts'
import { holdKey, VaultKey } from './keyring.ts'

/** What stands before the key's hexadecimal digits in the opened file, for whoever opens it without Muniment. */
const WORDS = 'muniment-vault-key-1 '

/** Makes a key. @param random cryptographically strong bytes */
export function makeVaultKey(random: (bytes: number) => Uint8Array): VaultKey {
  return VaultKey.parse(new Uint8Array(random(32)))
}

/** A file that holds the key, sealed. */
export interface KeyFile {
  readonly name: string
  readonly text: string
}

/**
 * A vault's key sealed by each of its locks, in the order in which the files are written.
 * @param cost as of {@link sealedText}
 * @throws MunimentError KEY_REFUSED where the recipient is none
 */
export async function sealedKeyFiles(key: VaultKey, locks: VaultLocks, cost?: number): Promise<readonly KeyFile[]> {
  const words = `${WORDS}${Buffer.from(key).toString('hex')}\n`
  const { passphrase, recipient } = locks
  const recovery = recipient === null ? null : await sealedText(words, { recipient }).catch(() => null)
  if (recipient !== null && recovery === null) {
    throw new MunimentError(
      'KEY_REFUSED',
      'The recovery key is no public key of age (age1…). Nothing was changed; give the line that “age-keygen” prints as “public key”.',
    )
  }
  return [
    ...(recovery === null ? [] : [{ name: KEY_FILES.recovery, text: recovery }]),
    { name: KEY_FILES.passphrase, text: await sealedText(words, { passphrase }, cost) },
  ]
}

/** Writes the sealed key beside vault.json, each file whole or not at all. @throws as {@link sealedKeyFiles}; nothing is written then */
export async function writeKeyFiles(folder: string, key: VaultKey, locks: VaultLocks, cost?: number): Promise<void> {
  for (const { name, text } of await sealedKeyFiles(key, locks, cost)) writeWhole(folder, name, text)
}

/**
 * Takes the key of a vault out of its sealed file.
 * @param secret the passphrase, or the recovery key's secret half (`AGE-SECRET-KEY-…`)
 * @throws MunimentError VAULT_DAMAGED where the file is none, KEY_REFUSED where the secret is another
 */
export async function openKey(folder: string, secret: string): Promise<VaultKey> {
  const byRecovery = secret.startsWith('AGE-SECRET-KEY-')
  const name = byRecovery ? KEY_FILES.recovery : KEY_FILES.passphrase
  const path = join(folder, name)
  if (!existsSync(path) && byRecovery) {
    throw new MunimentError('KEY_REFUSED', `${folder} has no recovery key. Nothing was opened; say the passphrase.`)
  }
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  if (!isSealedText(text)) throw damaged(name, folder)
  const opened = await openedText(text, secret)
  if (opened === null) {
    const what = byRecovery ? 'the recovery key' : 'the passphrase'
    throw new MunimentError(
      'KEY_REFUSED',
      `This is not ${what} of ${folder}. Nothing was opened or changed; try again: small and capital letters, blanks and hyphens count.`,
    )
  }
  const hex = opened.startsWith(WORDS) ? opened.slice(WORDS.length).trim() : ''
  const key = VaultKey.safeParse(new Uint8Array(Buffer.from(hex, 'hex')))
  if (!key.success) throw damaged(name, folder)
  return key.data
}

/** Opens a vault's key and holds it in this thread. @throws as {@link openKey} */
export async function unlockVault(folder: string, secret: string): Promise<VaultKey> {
  const key = await openKey(folder, secret)
  holdKey(folder, key)
  return key
}

/** Takes the sealed key away: only from a vault in which nothing is encrypted any more. */
export function removeKeyFiles(folder: string): void {
  for (const name of Object.values(KEY_FILES)) rmSync(join(folder, name), { force: true })
}

function writeWhole(folder: string, name: string, text: string): void {
  const path = join(folder, name)
  writeFileSync(`${path}.part`, text, { flush: true, mode: 0o600 })
  renameInto(`${path}.part`, path)
}

function damaged(name: string, folder: string): MunimentError {
  return new MunimentError(
    'VAULT_DAMAGED',
    `${name} in ${folder} is not as it was written, and without it the vault cannot be opened. Nothing was changed; take ${name} from a backup of this vault: the same passphrase opens it.`,
  )
}
