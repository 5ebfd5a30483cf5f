// A vault under a passphrase in the vault process: opened, and its passphrase set, changed, taken off.
import { realpath } from 'node:fs/promises'
import type { LocksChange } from '../../shared/contract/key.ts'
import { hasPassphrase } from '../core/vault/cipher/key-file.ts'
import type { OwnMeans } from '../core/vault/own.ts'

/** Nobody stops it, and how far it is stands on no screen: the files of an office take minutes. */
const quietly = () => ({ signal: new AbortController().signal, progress: () => {} })

/**
 * Opens a vault's key and holds it; a change that was cut off comes to its end first.
 * @throws MunimentError KEY_REFUSED, VAULT_DAMAGED, and what a change throws
 */
export async function unlock(folder: string, secret: string, means: OwnMeans): Promise<void> {
  // Loaded for such a vault alone.
  const [{ finishPassphrase }, { unlockVault }] = await Promise.all([
    import('../core/vault-passphrase.ts'),
    import('../core/vault/cipher/sealed-key.ts'),
  ])
  await finishPassphrase(folder, secret, quietly(), means)
  if (hasPassphrase(folder)) await unlockVault(folder, secret)
}

/**
 * Sets, changes or takes off the passphrase of a vault that is closed; after it its key is held where it has one.
 * @throws MunimentError as the change throws
 */
export async function changeLocks(named: string, change: LocksChange, means: OwnMeans): Promise<void> {
  const { changePassphrase, removePassphrase, setPassphrase } = await import('../core/vault-passphrase.ts')
  const order = { ...quietly(), person: change.person }
  // As it is held when it is opened.
  const folder = await realpath(named)
  if (change.act === 'set') await setPassphrase(folder, change.locks, order, means)
  else if (change.act === 'change') await changePassphrase(folder, change.secret, change.locks, order, means)
  else await removePassphrase(folder, change.secret, order, means)
}
