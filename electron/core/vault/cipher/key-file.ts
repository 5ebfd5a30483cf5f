// The files beside vault.json that hold a vault's key, sealed; and whether a vault is locked here. Light: every opening asks.
import { copyFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { PersonId } from '../../../../shared/domain/id.ts'
import { holdKey, keyFor, type VaultKey } from './keyring.ts'

/** The key as the passphrase opens it, and as the recovery key does where there is one. */
export const KEY_FILES = { passphrase: 'vault-key.age', recovery: 'vault-key-recovery.age' } as const

/** There while a vault is brought under its passphrase, or out from under it. */
export const CONVERTING = 'converting.json'

const Converting = z.strictObject({ to: z.enum(['sealed', 'plain']), person: PersonId })
/** To what a vault is being converted, and who began it. */
export type Converting = z.infer<typeof Converting>

/** Whether a vault has a passphrase. */
export function hasPassphrase(folder: string): boolean {
  return existsSync(join(folder, KEY_FILES.passphrase))
}

/** Whether a recovery key opens a vault, too. */
export function hasRecoveryKey(folder: string): boolean {
  return existsSync(join(folder, KEY_FILES.recovery))
}

/** What a vault is being converted to; null where it is not. */
export function converting(folder: string): Converting | null {
  const path = join(folder, CONVERTING)
  return existsSync(path) ? Converting.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/**
 * Lets only a vault be opened that is whole and whose key is at hand in this thread.
 * @returns the key; null of a vault without a passphrase
 * @throws MunimentError PASSPHRASE_NEEDED, VAULT_CONVERTING
 */
export function refuseLocked(folder: string): VaultKey | null {
  const begun = converting(folder)
  if (begun !== null) {
    const what = begun.to === 'sealed' ? 'put under a passphrase' : 'freed of its passphrase'
    throw new MunimentError(
      'VAULT_CONVERTING',
      `${folder} is being ${what}, and that did not come to its end. Nothing is lost. Go on with it: “muniment --vault ${folder} vault passphrase ${begun.to === 'sealed' ? 'set' : 'remove'}”.`,
    )
  }
  const key = keyFor(folder)
  if (!hasPassphrase(folder) || key !== null) return key
  throw new MunimentError(
    'PASSPHRASE_NEEDED',
    `${folder} is under a passphrase. Nothing was opened; say the passphrase, or the recovery key.`,
  )
}

/** Copies what stays readable of a vault beside a copy of it, as it lies: what opens it, how it is read, and, without which a folder is no vault, what it is. */
export function copyReadable(from: string, to: string): void {
  for (const name of Object.values(KEY_FILES))
    if (existsSync(join(from, name))) copyFileSync(join(from, name), join(to, name))
  for (const name of ['FORMAT.md', 'vault.json']) copyFileSync(join(from, name), join(to, name))
}

/** Gives copies of a vault, in this thread, the key of that vault, where it has one. */
export function shareKey(from: string, ...copies: readonly string[]): void {
  const key = keyFor(from)
  if (key !== null) for (const copy of copies) holdKey(copy, key)
}
