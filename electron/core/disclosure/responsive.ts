// The responsive set of a request: what its search finds in its accounts and period, in complete imports.
import { setImmediate } from 'node:timers/promises'
import { readableDay } from '../../../shared/domain/calendar-day.ts'
import type { PublicRequest } from '../../../shared/domain/request.ts'
import { pageOfIds, type Search, strictSearch } from '../search/find.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { lockedAmong } from '../vault/repository/lock.ts'
import { type Candidate, candidates } from '../vault/repository/production.ts'

const PAGE = 500

type Wanted = Pick<PublicRequest, 'search' | 'accounts' | 'from' | 'to'>

/**
 * The search of a request with its period, as a query. The period is written as what a record is not, so that records without a
 * time are found by it too: nobody can say that they lie outside.
 */
export function queryOf({ search, from, to }: Wanted): string {
  const words = search.trim()
  const parts = [from === null ? '' : `-before:${from}`, to === null ? '' : `-after:${to}`].filter(
    (part) => part !== '',
  )
  if (parts.length === 0) return words
  return [words === '' ? '' : `(${words})`, ...parts].join(' ').trim()
}

/**
 * The search of a request, understood whole.
 * @throws MunimentError INPUT_INVALID
 */
export function searchOf(db: Driver, folder: string, request: Wanted): Search {
  strictSearch(db, folder, request.search)
  return strictSearch(db, folder, queryOf(request))
}

/**
 * What is searched for, when and where, in a sentence.
 * @param handles the register's handles by account
 * @throws MunimentError INPUT_INVALID
 */
export function inWords(db: Driver, folder: string, request: Wanted, handles: ReadonlyMap<number, string>): string {
  const names = request.accounts.map((id) => handles.get(id) ?? `account ${id}`)
  const where = names.length === 0 ? 'in every account in the register' : `in ${names.join(', ')}`
  const { from, to } = request
  const since = from === null ? '' : `, from ${readableDay(from)}${to === null ? ' on' : ''}`
  const until = to === null ? '' : `${from === null ? ',' : ''} until ${readableDay(to)}`
  return `${strictSearch(db, folder, request.search).explained}, ${where}${since}${until}.`
}

/** A record found, its newest version as far as complete imports show it. */
export type Found = Candidate & { readonly number: number }

/**
 * Walks over the responsive set, newest first.
 * @param accessions JSON array of the accessions that count; records that only others hold, and those that are locked, are handed to `left`
 */
export async function* responsive(
  db: Driver,
  search: Search,
  request: Wanted,
  accessions: string,
  signal: AbortSignal,
  left: (record: Candidate, why: 'incomplete' | 'locked') => void = () => undefined,
): AsyncGenerator<Found[]> {
  const accounts = new Set<number>(request.accounts)
  for (let before: number | null = null; ; ) {
    signal.throwIfAborted()
    const ids: number[] = pageOfIds(db, search, before, PAGE)
    const last = ids.at(-1)
    if (last === undefined) return
    before = last
    const found: Found[] = []
    const locked = lockedAmong(db, ids)
    for (const candidate of candidates(db, ids, accessions)) {
      if (accounts.size > 0 && !accounts.has(candidate.account)) continue
      const { number } = candidate
      if (locked.has(candidate.id)) left(candidate, 'locked')
      else if (number === null) left(candidate, 'incomplete')
      else found.push({ ...candidate, number })
    }
    yield found
    await setImmediate()
  }
}

/** How many records answer a request now. */
export async function countResponsive(
  db: Driver,
  search: Search,
  request: Wanted,
  accessions: string,
  signal: AbortSignal,
): Promise<number> {
  let count = 0
  for await (const page of responsive(db, search, request, accessions, signal)) count += page.length
  return count
}
