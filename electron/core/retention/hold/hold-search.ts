// The searches of holds, by the archive's own search. One that is no longer understood covers everything: a hold never shrinks unseen.

import { compileSearch, pageOfIds } from '../../search/find.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { gatherIds, type IdSet } from './id-set.ts'
import type { Finder } from './standing-holds.ts'

const PAGE = 10_000

/** Answers for single records, each time anew. */
export function findOne(db: Driver, folder: string): Finder {
  return (text, id) => {
    const search = compileSearch(db, folder, text, { live: false })
    return search.problems.length > 0 || pageOfIds(db, search, id + 1, 1)[0] === id
  }
}

/**
 * Answers for many records: each search is run once, when it is first asked for. `notUnderstood` grows with searches that cover everything.
 * @param zone of the days that searches name; the City's where none is given
 */
export function findMany(db: Driver, folder: string, signal: AbortSignal, zone?: string) {
  const found = new Map<string, IdSet | null>()
  const notUnderstood: string[] = []
  const gather = (text: string): IdSet | null => {
    const search = compileSearch(db, folder, text, { live: false, ...(zone === undefined ? {} : { zone }) })
    if (search.problems.length > 0) {
      notUnderstood.push(text)
      return null
    }
    return gatherIds((before) => {
      signal.throwIfAborted()
      return pageOfIds(db, search, before, PAGE)
    })
  }
  const finder: Finder = (text, id) => {
    const known = found.get(text)
    const ids = known === undefined ? gather(text) : known
    if (known === undefined) found.set(text, ids)
    return ids === null || ids.has(id)
  }
  return { finder, notUnderstood }
}
