// Why a list is empty or shorter than one thinks: names that the vault does not know, and what everyday searches leave out.
import type { Driver } from '../vault/catalog/driver.ts'
import {
  accountsNamed,
  accountsOn,
  allAccounts,
  allHolds,
  allRequests,
  holdsNamed,
  requestsNamed,
  seriesInUse,
  seriesNamed,
} from './named-values.ts'
import { nearest } from './nearest.ts'
import { type NamedFilter, namedFilters, type QueryNode } from './query-ast.ts'

/** A sentence for each value of a query that stands for nothing in the vault, with the one that may have been meant. */
export function unknownNames(db: Driver, query: QueryNode | null): string[] {
  const sentences = namedFilters(query).flatMap((filter) => sentenceOn(db, filter) ?? [])
  return [...new Set(sentences)]
}

function sentenceOn(db: Driver, filter: NamedFilter): string | null {
  const { name, value } = filter
  const say = (found: readonly unknown[], what: string, names: () => readonly string[]) =>
    found.length > 0 ? null : `There is no ${what} “${value}” in this vault.${meant(value, names())}`
  switch (name) {
    case 'account':
      return say(accountsNamed(db, filter), 'account', () => allAccounts(db).map((one) => one.name))
    case 'platform':
      return say(accountsOn(db, filter), 'account on the platform', () => allAccounts(db).map((one) => one.platform))
    case 'series':
      return say(seriesNamed(db, filter), 'record in the series', () => seriesInUse(db))
    case 'hold':
      return say(holdsNamed(db, filter), 'hold', () => allHolds(db).map((one) => one.name))
    case 'request':
      return say(requestsNamed(db, filter), 'request', () => allRequests(db).map((one) => one.name))
    case 'author':
      return null
  }
}

function meant(typed: string, names: readonly string[]): string {
  const best = nearest(typed, names)
  return best === null ? '' : ` Did you mean “${best}”?`
}
