// Log-ins for captures, held in memory while the vault is open: given by the shell or by a command line, handed to captures alone.
import type { Credential } from '../../../shared/domain/account/credential.ts'
import type { AccountId } from '../../../shared/domain/id.ts'

export type CredentialTable = Readonly<Record<string, Credential>>

/** Takes a log-in of an account; null: it is to be forgotten. */
export type CredentialHolder = (account: AccountId, credential: Credential | null) => void

export interface CredentialBook {
  /** Holds a log-in; null forgets it. One to be kept is told to the shell. */
  hold(account: AccountId, credential: Credential | null, keep: boolean): void
  onGiven(listener: CredentialHolder): () => void
  /** What a job may use: captures everything, every other job nothing. */
  tableFor(operation: string): CredentialTable
}

const CAPTURES = /^(?:capture|credential|snapshot)\./

/** A book that holds nothing yet. */
export function credentialBook(): CredentialBook {
  const held = new Map<AccountId, Credential>()
  const keepers = new Set<CredentialHolder>()
  return {
    hold: (account, credential, keep) => {
      if (credential === null) held.delete(account)
      else held.set(account, credential)
      if (keep) for (const keeper of keepers) keeper(account, credential)
    },
    onGiven: (listener) => {
      keepers.add(listener)
      return () => void keepers.delete(listener)
    },
    tableFor: (operation) => (CAPTURES.test(operation) ? Object.fromEntries(held) : {}),
  }
}
