// Freezing what a hold covers at the moment it is placed: the records are then held even when the search no longer finds them.
import { type Hold, holdsOver } from '../../../../shared/domain/disposition/hold.ts'
import { compileSearch, pageOfIds, type Search, strictSearch } from '../../search/find.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { freezeRecords } from '../../vault/repository/disposition/hold.ts'
import { type SubjectRow, subjectsAfter, subjectsOf } from '../../vault/repository/disposition/plan.ts'
import { dayFinder } from '../days.ts'
import { holdSubject } from '../subject.ts'

const PAGE = 5000

/**
 * Freezes every record that a hold covers now.
 * @returns how many
 * @throws MunimentError INPUT_INVALID when its search is not understood whole
 */
export function freeze(db: Driver, folder: string, hold: Hold): number {
  const { search, recordIds } = hold.scope
  const covers = holdsOver([hold])
  const dayOf = dayFinder(readVaultFile(folder).zone)
  const keep = (rows: readonly SubjectRow[], found: boolean) => {
    const covered = rows.filter((row) => covers(holdSubject(row, dayOf, () => found)).length > 0)
    return freezeRecords(
      db,
      hold.id,
      covered.map(({ id }) => id),
    )
  }
  const listed = keep(subjectsOf(db, recordIds), false)
  if (search !== null) return listed + freezeFound(db, strictSearch(db, folder, search), (rows) => keep(rows, true))
  return listed + (isListOnly(hold) ? 0 : freezeAll(db, (rows) => keep(rows, true)))
}

/** Freezes what a hold covers before it lets go of it. A search that is no longer understood covers everything of its accounts and period. */
export function freezeWidely(db: Driver, folder: string, hold: Hold): void {
  const { search } = hold.scope
  const understood = search === null || compileSearch(db, folder, search, { live: false }).problems.length === 0
  freeze(db, folder, understood ? hold : { ...hold, scope: { ...hold.scope, search: null } })
}

function isListOnly({ scope }: Hold): boolean {
  return scope.recordIds.length > 0 && scope.accounts.length === 0 && scope.from === null && scope.to === null
}

type Keep = (rows: readonly SubjectRow[]) => number

function freezeFound(db: Driver, search: Search, keep: Keep): number {
  let frozen = 0
  for (
    let ids = pageOfIds(db, search, null, PAGE);
    ids.length > 0;
    ids = pageOfIds(db, search, ids.at(-1) ?? 0, PAGE)
  ) {
    frozen += keep(subjectsOf(db, ids))
  }
  return frozen
}

function freezeAll(db: Driver, keep: Keep): number {
  let frozen = 0
  let after = Number.MIN_SAFE_INTEGER
  for (;;) {
    const rows = subjectsAfter(db, after, PAGE)
    const last = rows.at(-1)
    if (last === undefined) return frozen
    frozen += keep(rows)
    after = last.id
  }
}
