// What forbids leaving anything out of an import: holds and requests that cover the account.
import type { Driver } from '../vault/catalog/driver.ts'
import { holdingRequests, standingHolds } from '../vault/repository/hold.ts'

/** Names of the holds in force and of the open requests that cover an account, or may; a hold of listed records alone covers no export. */
export function holdsOverAccount(db: Driver, account: number): string[] {
  const covers = (accounts: readonly number[]) => accounts.length === 0 || accounts.includes(account)
  const holds = standingHolds(db)
    .filter(({ hold: { scope } }) => {
      const { accounts, search, from, to, recordIds } = scope
      const listedOnly =
        recordIds.length > 0 && accounts.length === 0 && search === null && from === null && to === null
      return covers(accounts) && !listedOnly
    })
    .map(({ hold, request }) => ({ label: hold.label, request }))
  const requests = holdingRequests(db)
    .filter(({ id, accounts }) => covers(accounts) && !holds.some(({ request }) => request === id))
    .map(({ id }) => `Public records request ${id}`)
  return [...holds.map(({ label }) => label), ...requests]
}
