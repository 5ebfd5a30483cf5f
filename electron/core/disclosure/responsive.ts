// The responsive set of a request: what its searches find, with their families and what stands by hand, in complete imports.
import { setImmediate } from 'node:timers/promises'
import { readableDay } from '../../../shared/domain/calendar/day.ts'
import type { PublicRequest } from '../../../shared/domain/request/request.ts'
import { queryOfSearch, type SearchDraft, searchAsked } from '../../../shared/domain/request/request-search.ts'
import { strictSearch } from '../search/find.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { type Candidate, candidates } from '../vault/repository/packet/production.ts'
import { lockedAmong } from '../vault/repository/record/lock.ts'
import { picksOf, savedSearches } from '../vault/repository/request/request-search.ts'
import { idsOf, idsWithFamilies, type Understood, understood } from './searching/hits.ts'
import { FAMILY_WORDS } from './searching/words.ts'

const PAGE = 200

type Wanted = Pick<PublicRequest, 'id' | 'search' | 'accounts' | 'from' | 'to'>

/** The searches of a request: those that somebody settled, else the one that it asks for. */
export function searchesOf(db: Driver, request: Wanted): readonly SearchDraft[] {
  return savedSearches(db, request.id)?.searches ?? [searchAsked(request)]
}

/** The searches of a request as queries, one after another. */
export function queryOf(db: Driver, request: Wanted): string {
  const queries = searchesOf(db, request).map(queryOfSearch)
  return queries.length === 1
    ? (queries[0] ?? '')
    : queries.map((one) => (one === '' ? '(everything)' : `(${one})`)).join(' OR ')
}

/** What a request is searched for: its searches, understood, and what stands by hand. */
export interface Searching {
  readonly searches: readonly Understood[]
  readonly added: ReadonlySet<number>
  readonly removed: ReadonlySet<number>
}

/**
 * The searches of a request, understood whole.
 * @throws MunimentError INPUT_INVALID
 */
export function searchOf(db: Driver, folder: string, request: Wanted): Searching {
  const picks = picksOf(db, request.id)
  const byHand = (act: string) => new Set<number>(picks.filter((one) => one.act === act).map(({ record }) => record))
  return {
    searches: searchesOf(db, request).map((draft) => understood(db, folder, draft)),
    added: byHand('added'),
    removed: byHand('removed'),
  }
}

/**
 * What one search looks for, when and where, in a sentence without its end.
 * @param handles the register's handles by account
 * @throws MunimentError INPUT_INVALID
 */
export function searchInWords(
  db: Driver,
  folder: string,
  { search, accounts, from, to, kinds, families }: SearchDraft,
  handles: ReadonlyMap<number, string>,
): string {
  const names = accounts.map((id) => handles.get(id) ?? `account ${id}`)
  const where = names.length === 0 ? 'in every account in the register' : `in ${names.join(', ')}`
  const what = kinds.length === 0 ? '' : `, only ${kinds.join(', ')}`
  const since = from === null ? '' : `, from ${readableDay(from)}${to === null ? ' on' : ''}`
  const until = to === null ? '' : `${from === null ? ',' : ''} until ${readableDay(to)}`
  const more = families.map((family) => `, ${FAMILY_WORDS[family]}`).join('')
  return `${strictSearch(db, folder, search).explained}, ${where}${what}${since}${until}${more}`
}

/**
 * What is searched for, when and where, in sentences.
 * @param handles the register's handles by account
 * @throws MunimentError INPUT_INVALID
 */
export function inWords(db: Driver, folder: string, request: Wanted, handles: ReadonlyMap<number, string>): string {
  const sentences = searchesOf(db, request).map((draft) => `${searchInWords(db, folder, draft, handles)}.`)
  const picks = picksOf(db, request.id)
  const count = (act: string) => picks.filter((one) => one.act === act).length
  const [added, removed] = [count('added'), count('removed')]
  if (added > 0) sentences.push(`Added by hand: ${added}.`)
  if (removed > 0) sentences.push(`Left out by hand: ${removed}.`)
  return sentences.join(' ')
}

/** A record found, its newest version as far as complete imports show it. */
export type Found = Candidate & { readonly number: number }

/**
 * Walks over the responsive set, newest first.
 * @param accessions JSON array of the accessions that count; records that only others hold, and those that are locked, are handed to `left`
 */
export async function* responsive(
  db: Driver,
  searching: Searching,
  accessions: string,
  signal: AbortSignal,
  left: (record: Candidate, why: 'incomplete' | 'locked') => void = () => undefined,
): AsyncGenerator<Found[]> {
  for await (const ids of pages(db, searching, signal)) {
    const found: Found[] = []
    const locked = lockedAmong(db, ids)
    for (const candidate of candidates(db, ids, accessions)) {
      const { number } = candidate
      if (locked.has(candidate.id)) left(candidate, 'locked')
      else if (number === null) left(candidate, 'incomplete')
      else found.push({ ...candidate, number })
    }
    yield found
    await setImmediate()
  }
}

/** Ids of all that is found, newest first. One search alone is read as it comes; several are gathered first. */
async function* pages(db: Driver, searching: Searching, signal: AbortSignal): AsyncGenerator<number[]> {
  const { searches, added, removed } = searching
  const [only] = searches
  if (only !== undefined && searches.length === 1 && only.draft.families.length === 0 && added.size === 0) {
    for (const ids of idsOf(db, only)) {
      signal.throwIfAborted()
      yield removed.size === 0 ? ids : ids.filter((id) => !removed.has(id))
    }
    return
  }
  const all = new Set<number>(added)
  for (const search of searches) {
    for (const ids of idsWithFamilies(db, search)) {
      signal.throwIfAborted()
      for (const id of ids) all.add(id)
      await setImmediate()
    }
  }
  const ordered = Float64Array.from([...all].filter((id) => !removed.has(id)))
    .toSorted()
    .toReversed()
  for (let at = 0; at < ordered.length; at += PAGE) yield [...ordered.subarray(at, at + PAGE)]
}

/** How many records answer a request now. */
export async function countResponsive(
  db: Driver,
  searching: Searching,
  accessions: string,
  signal: AbortSignal,
): Promise<number> {
  let count = 0
  for await (const page of responsive(db, searching, accessions, signal)) count += page.length
  return count
}
