// What forbids leaving anything out of an import, or taking it back: holds and requests that cover the account.
import type { LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { holdingRequests, standingHolds } from './hold.ts'

/** The City's days that records are of, both included. */
export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

interface Reach {
  readonly accounts: readonly number[]
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

/**
 * Names of the holds in force and of the open requests that cover an account, or may; a hold of listed records alone covers no export.
 * @param days what is asked about; null where that is not known, or has no time
 */
export function holdsOverAccount(db: Driver, account: number, days: Days | null = null): string[] {
  const covers = ({ accounts, from, to }: Reach) =>
    (accounts.length === 0 || accounts.includes(account)) &&
    (days === null || ((from === null || from <= days.to) && (to === null || to >= days.from)))
  const holds = standingHolds(db)
    .filter(({ hold: { scope } }) => {
      const { accounts, search, from, to, recordIds } = scope
      const listedOnly =
        recordIds.length > 0 && accounts.length === 0 && search === null && from === null && to === null
      return covers(scope) && !listedOnly
    })
    .map(({ hold, request }) => ({ label: hold.label, request }))
  const requests = holdingRequests(db)
    .filter((request) => covers(request) && !holds.some((hold) => hold.request === request.id))
    .map(({ id }) => `Public records request ${id}`)
  return [...holds.map(({ label }) => label), ...requests]
}
