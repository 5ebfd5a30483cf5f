// Log-ins for captures, kept on this desk.
import type { Held } from '../../shared/contract/host.ts'
import type { CredentialPlace } from '../../shared/contract/shell.ts'
import { Credential } from '../../shared/domain/account/credential.ts'
import type { AccountId } from '../../shared/domain/id.ts'
import { openDeskSecrets, type Sealing } from './desk-secrets.ts'

export interface CredentialFile {
  /** How well this computer keeps them. */
  readonly place: CredentialPlace
  /** The log-ins of a vault. What can no longer be unsealed is as good as forgotten. */
  heldFor(vault: string): readonly Held[]
  /** When the account's log-in was set, ms since 1970 UTC; null where none is kept. */
  savedAt(vault: string, account: AccountId): number | null
  /** Keeps a log-in, null forgets it. Where there is no keychain nothing is written: it is held in memory alone. */
  keep(vault: string, held: Held, now: number): Promise<void>
}

/** @param path a JSON file; where it is missing or unreadable, nothing is kept */
export async function openCredentials(path: string, sealing: Sealing): Promise<CredentialFile> {
  const kept = await openDeskSecrets(path, Credential, sealing)
  return {
    get place() {
      return kept.place
    },
    heldFor: (vault) => kept.all(vault).map(({ account, secret }) => ({ account, credential: secret })),
    savedAt: kept.savedAt,
    keep: (vault, { account, credential }, now) => kept.keep(vault, account, credential, now),
  }
}
