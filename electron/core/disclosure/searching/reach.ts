// How far a request's searches reach, and how far the exports of their accounts do.

import type { Account } from '../../../../shared/domain/account/account.ts'
import { addDays, later, readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { Accession } from '../../../../shared/domain/intake/accession.ts'
import type { PublicRequest } from '../../../../shared/domain/request/request.ts'
import type { SearchDraft } from '../../../../shared/domain/request/request-search.ts'
import { Instant, type LocalDate, localDate, startOfDay } from '../../../../shared/domain/time.ts'
import { platformName } from '../../../../shared/text/names.ts'
import type { Reach } from '../../vault/repository/record/found-set.ts'

/** Where each search looks, as spans of time in the City's zone. */
export function reachesOf(searches: readonly SearchDraft[], zone: string): Reach[] {
  return searches.map(({ accounts, from, to }) => ({
    accounts,
    from: from === null ? null : startOfDay(from, zone),
    until: to === null ? null : startOfDay(addDays(to, 1), zone),
  }))
}

/** Accounts that are searched, in the order of the register. */
export function accountsIn(searches: readonly SearchDraft[], register: readonly Account[]): Account[] {
  return register.filter(({ id }) => searches.some((one) => one.accounts.length === 0 || one.accounts.includes(id)))
}

/**
 * The last day that is asked of an account. A search without an end goes as far as the request can: to the day of its receipt.
 */
export function askedUntil(
  account: Account,
  searches: readonly SearchDraft[],
  { receivedOn }: Pick<PublicRequest, 'receivedOn'>,
): LocalDate {
  const ends = searches
    .filter(({ accounts }) => accounts.length === 0 || accounts.includes(account.id))
    .map(({ to }) => to ?? receivedOn)
  return ends.reduce(later, ends[0] ?? receivedOn)
}

/** How far the complete exports of an account reach. `covers`: the newest was made after the last day that is asked. */
export function reached(
  account: Account,
  accessions: readonly Accession[],
  until: LocalDate,
  zone: string,
): { readonly covers: boolean; readonly facts: string } {
  const complete = accessions.filter((one) => one.account === account.id && one.state === 'complete')
  const name = accountName(account)
  if (complete.length === 0)
    return {
      covers: false,
      facts: `${name}: no complete export or capture of this account is in the vault. Nothing of it was searched.`,
    }
  const made = Math.max(...complete.map(({ generatedAt, receivedAt }) => generatedAt ?? receivedAt))
  const day = localDate(Instant.parse(made), zone)
  const numbers = complete.map(({ id }) => id).sort((one, other) => one - other)
  const where = `${numbers.length === 1 ? 'import' : 'imports'} ${numbers.join(', ')}`
  if (day > until)
    return { covers: true, facts: `${name}: searched in ${where}; the newest export is of ${readableDay(day)}.` }
  return {
    covers: false,
    facts: `${name}: searched in ${where}; the newest export is of ${readableDay(day)}. What was published or received from then until ${readableDay(until)} is not in it.`,
  }
}

/** An account as statements name it. */
export function accountName({ handle, platform }: Pick<Account, 'handle' | 'platform'>): string {
  return `@${handle} (${platformName(platform)})`
}
