// What every room wants to know of the vault: its summary, zone, accounts and people.
import { createContext, useContext, useMemo } from 'react'
import { accountList, type ListedPerson, personList } from '../../shared/contract/people.ts'
import { type VaultSummary, vaultSummary } from '../../shared/contract/vault.ts'
import type { Account } from '../../shared/domain/account/account.ts'
import type { AccountId, PersonId } from '../../shared/domain/id.ts'
import { useQuery } from './query.ts'

export interface VaultFacts {
  readonly summary: VaultSummary
  readonly accounts: ReadonlyMap<AccountId, Account>
  readonly people: ReadonlyMap<PersonId, ListedPerson>
}

const Facts = createContext<VaultFacts | null>(null)

/** Hands the facts to every room below. */
export const VaultProvider = Facts.Provider

/**
 * The facts of the open vault.
 * @throws outside an open vault, which is a defect
 */
export function useVault(): VaultFacts {
  const facts = useContext(Facts)
  if (!facts) throw new Error('useVault outside an open vault')
  return facts
}

/** The people who act here still: nobody who has left signs, decides or stands behind anything. */
export function usePeopleHere(): readonly ListedPerson[] {
  const { people } = useVault()
  return useMemo(() => [...people.values()].filter(({ endedAt }) => endedAt === undefined), [people])
}

/** Asks for the facts and keeps them up to date; null until all have come. */
export function useVaultFacts(): VaultFacts | null {
  const summary = useQuery(
    vaultSummary,
    {},
    ['vault', 'accessions', 'accounts', 'holds', 'people', 'records', 'requests', 'schedule', 'jobs', 'ledger'],
    1000,
  ).data
  const accounts = useQuery(accountList, {}, ['accounts', 'accessions'], 1000).data
  const people = useQuery(personList, {}, ['people']).data
  return useMemo(() => {
    if (!summary || !accounts || !people) return null
    return {
      summary,
      accounts: new Map(accounts.map((account) => [account.id, account])),
      people: new Map(people.map((person) => [person.id, person])),
    }
  }, [summary, accounts, people])
}
