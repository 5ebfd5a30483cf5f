// What a hold would let go because its days begin at other moments: found, so that it can be kept. A hold never shrinks.
import { type Hold, holdsOver } from '../../../../shared/domain/disposition/hold.ts'
import type { HoldId, RecordId } from '../../../../shared/domain/id.ts'
import type { Zone } from '../../../../shared/domain/time.ts'
import { mentions } from '../../search/query-ast.ts'
import { parseQuery } from '../../search/query-parser.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { standingHolds } from '../../vault/repository/disposition/hold.ts'
import { type SubjectRow, subjectsAfter } from '../../vault/repository/disposition/plan.ts'
import { dayFinder } from '../days.ts'
import { findMany } from '../hold/hold-search.ts'
import { holdSubject } from '../subject.ts'

const PAGE = 5000

export interface Kept {
  readonly hold: HoldId
  readonly records: RecordId[]
}

/** The standing holds whose cover depends on where days begin. */
export function holdsByDay(db: Driver): Hold[] {
  return standingHolds(db)
    .map(({ hold }) => hold)
    .filter(({ scope }) => scope.from !== null || scope.to !== null || namesDays(scope.search))
}

function namesDays(search: string | null): boolean {
  if (search === null) return false
  const { ast } = parseQuery(search, { live: false })
  return (['on', 'before', 'after'] as const).some((name) => mentions(ast, name))
}

/**
 * The records that holds cover in the one zone and not in the other.
 * @param told hears how many records were looked at
 */
export async function lostTo(
  db: Driver,
  folder: string,
  zones: { readonly from: Zone; readonly to: Zone },
  signal: AbortSignal,
  told: (looked: number) => void,
): Promise<Kept[]> {
  const holds = holdsByDay(db)
  if (holds.length === 0) return []
  const over = holdsOver(holds)
  const [before, after] = [zones.from, zones.to].map((zone) => {
    const dayOf = dayFinder(zone)
    const { finder } = findMany(db, folder, signal, zone)
    return (row: SubjectRow) => over(holdSubject(row, dayOf, (search) => finder(search, row.id)))
  })
  const kept = new Map<HoldId, RecordId[]>(holds.map(({ id }) => [id, []]))
  let looked = 0
  let last = Number.MIN_SAFE_INTEGER
  for (let rows = subjectsAfter(db, last, PAGE); rows.length > 0; rows = subjectsAfter(db, last, PAGE)) {
    signal.throwIfAborted()
    for (const row of rows) {
      const still = new Set(after?.(row))
      for (const hold of before?.(row) ?? []) if (!still.has(hold)) kept.get(hold.id)?.push(row.id)
    }
    last = rows.at(-1)?.id ?? last
    looked += rows.length
    told(looked)
    await new Promise(setImmediate)
  }
  return [...kept].map(([hold, records]) => ({ hold, records })).filter(({ records }) => records.length > 0)
}
