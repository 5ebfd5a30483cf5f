// Log-ins for captures, held in memory while the vault is open: given by the shell or by a command line, handed to captures alone.
import type { Credential } from '../../../shared/domain/credential.ts'
import type { AccountId } from '../../../shared/domain/id.ts'

export type CredentialTable = Readonly<Record<string, Credential>>

export interface CredentialBook {
  /** Holds a log-in; null forgets it. */
  hold(account: AccountId, credential: Credential | null): void
  /** What a job may use: captures everything, every other job nothing. */
  tableFor(operation: string): CredentialTable
}

const CAPTURES = /^(?:capture|credential|snapshot)\./

/** A book that holds nothing yet. */
export function credentialBook(): CredentialBook {
  const held = new Map<AccountId, Credential>()
  return {
    hold: (account, credential) => {
      if (credential === null) held.delete(account)
      else held.set(account, credential)
    },
    tableFor: (operation) => (CAPTURES.test(operation) ? Object.fromEntries(held) : {}),
  }
}
