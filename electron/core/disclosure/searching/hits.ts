// The ids that the searches of a request find, with their families and what stands by hand.
import type { AccountId } from '../../../../shared/domain/id.ts'
import { queryOfSearch, type SearchDraft } from '../../../../shared/domain/request/request-search.ts'
import { countFound } from '../../search/count.ts'
import { familyIds } from '../../search/family.ts'
import { pageOfIds, type Search, strictSearch } from '../../search/find.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { ofAccounts } from '../../vault/repository/record/found-set.ts'

const PAGE = 200

/** A search that was understood whole. */
export interface Understood {
  readonly draft: SearchDraft
  readonly found: Search
}

/**
 * Understands a search whole.
 * @throws MunimentError INPUT_INVALID
 */
export function understood(db: Driver, folder: string, draft: SearchDraft): Understood {
  strictSearch(db, folder, draft.search)
  return { draft, found: strictSearch(db, folder, queryOfSearch(draft)) }
}

/** Ids that one search finds in its accounts, without families, newest first, a page at a time. */
export function* idsOf(db: Driver, { draft, found }: Understood): Generator<number[]> {
  for (let before: number | null = null; ; ) {
    const ids: number[] = pageOfIds(db, found, before, PAGE)
    const last = ids.at(-1)
    if (last === undefined) return
    before = last
    yield within(db, ids, draft.accounts)
  }
}

/** Ids that one search finds with its families, in no order, a page at a time; a page may repeat what another has. */
export function* idsWithFamilies(db: Driver, one: Understood): Generator<number[]> {
  const { families, accounts } = one.draft
  const seen = new Set<number>()
  for (const ids of idsOf(db, one)) {
    yield ids
    if (families.length === 0) continue
    for (const id of ids) {
      if (seen.has(id)) continue
      for (const family of families) {
        const members = within(db, familyIds(db, id, family), accounts)
        // A thread that is known whole need not be walked for each of its posts.
        if (family === 'thread' && families.length === 1) for (const member of members) seen.add(member)
        yield members
      }
    }
  }
}

function within(db: Driver, ids: readonly number[], accounts: readonly AccountId[]): number[] {
  return accounts.length === 0 ? [...ids] : ofAccounts(db, ids, accounts)
}

/** How many records one search finds in its accounts, without families. */
export function countOf(db: Driver, { draft, found }: Understood): number {
  return countFound(db, found, draft.accounts)
}
