// One conversation with a vault, opened here or attached to: calls as the contract has them.
import { setTimeout } from 'node:timers/promises'
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Granted } from '../../../shared/contract/message.ts'
import type { Credential } from '../../../shared/domain/account/credential.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import { openArchive } from '../../core/archive.ts'
import type { Answering } from '../../core/serve/answering.ts'
import { attachArchive } from '../../core/serve/socket-client.ts'
import type { VaultFile } from '../../core/vault/about.ts'
import { hasPassphrase } from '../../core/vault/cipher/key-file.ts'
import { keyFor } from '../../core/vault/cipher/keyring.ts'
import { vaultSecret } from '../input/passphrase.ts'
import type { Surroundings } from '../surroundings.ts'

export interface Connection extends Pick<Answering, 'call'> {
  readonly about: VaultFile
  readonly warnings: readonly string[]
  grant(path: string, mode: 'read' | 'write'): Promise<Granted>
  /** Holds a log-in for captures; null forgets it. Tells whether an app that has the vault open keeps it; else it ends with this command. */
  credential(account: AccountId, credential: Credential | null, keep: boolean): Promise<boolean>
  /** Tells when something may have changed. */
  subscribe(listener: () => void): () => void
  close(): Promise<void>
}

const TRIES = 40
const PAUSE_MS = 100
/** How long an owner lets those attached go on before it says that it waits for them. */
const PATIENCE_MS = 1500

/**
 * Opens a vault, or attaches to the Muniment that has it open. Its owner may just be opening or ending: both are tried for four seconds.
 * @param say told that this command waits for others which attached to it
 * @param passphraseFile holds the passphrase of the vault; where none is named it is asked for, once, and only if no other has the vault open
 * @throws MunimentError VAULT_IN_USE when the owner does not answer, and whatever opening throws
 */
export async function connectVault(
  folder: string,
  surroundings: Surroundings,
  say: (sentence: string) => void,
  passphraseFile?: string,
): Promise<Connection> {
  const attached = hasPassphrase(folder) ? await attachTo(folder) : null
  if (attached) return attached
  await unlock(folder, surroundings, passphraseFile)
  for (let tries = 1; ; tries++) {
    const connection = (await openHere(folder, surroundings, say)) ?? (await attachTo(folder))
    if (connection) return connection
    if (tries === TRIES) throw unanswered(folder)
    await setTimeout(PAUSE_MS)
  }
}

/**
 * Opens the key of a vault under a passphrase; does nothing with any other.
 * @throws UsageError where no passphrase is given; MunimentError KEY_REFUSED, VAULT_DAMAGED
 */
export async function unlock(folder: string, surroundings: Surroundings, file: string | undefined): Promise<void> {
  if (!hasPassphrase(folder) || keyFor(folder) !== null) return
  // What stretches a passphrase is loaded for such a vault alone.
  const { unlockVault } = await import('../../core/vault/cipher/sealed-key.ts')
  await unlockVault(folder, await vaultSecret(surroundings, file))
}

async function openHere(
  folder: string,
  surroundings: Surroundings,
  say: (sentence: string) => void,
): Promise<Connection | null> {
  try {
    const archive = await openArchive(folder, surroundings)
    return {
      about: archive.about,
      warnings: archive.reading === null ? archive.warnings : [archive.reading, ...archive.warnings],
      call: archive.call,
      grant: async (path, mode) => archive.grant(path, mode),
      credential: async (account, credential) => {
        archive.credential(account, credential, false)
        return false
      },
      subscribe: (listener) => archive.subscribe(listener),
      close: async () => {
        const stop = new AbortController()
        const forget = surroundings.onInterrupt(() => stop.abort())
        const waiting = setTimeout(PATIENCE_MS, null, { signal: stop.signal }).then(
          () => say('Another command uses the vault through this one; waiting for it. Ctrl-C stops both.'),
          () => {},
        )
        await Promise.race([archive.drain(), aborted(stop.signal)])
        stop.abort()
        forget()
        await waiting
        await archive.close()
      },
    }
  } catch (error) {
    if (error instanceof MunimentError && error.code === 'VAULT_IN_USE') return null
    throw error
  }
}

async function attachTo(folder: string): Promise<Connection | null> {
  const attached = await attachArchive(folder)
  if (!attached) return null
  return {
    ...attached,
    warnings: [],
    credential: async (account, credential, keep) => {
      await attached.credential(account, credential, keep)
      return true
    },
    subscribe: (listener) => attached.subscribe(listener),
    close: async () => attached.close(),
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

function unanswered(folder: string): MunimentError {
  return new MunimentError(
    'VAULT_IN_USE',
    `Another Muniment has ${folder} open and does not answer. Nothing was done; close it, or try again when it is done.`,
  )
}
