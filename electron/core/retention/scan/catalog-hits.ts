// Where in the catalog traces stand, row by row: what stays of other records explains them, anything else is told.
import type { Found } from '../../../../shared/domain/disposition/destruction.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { strayPostings, tablesOf, valuesOf } from '../../vault/catalog/looking.ts'
import { everyFragment } from '../../vault/record/frame.ts'
import type { Seeker } from '../../vault/trace/seek.ts'

/** Traces that were met in files, by path. */
export type Hits = Map<string, Set<number>>

/** Traces that stand in rows, by table; and what the index has of records that are gone. */
export interface CatalogHits {
  readonly byTable: ReadonlyMap<string, ReadonlySet<number>>
  readonly stray: readonly Found[]
}

/** Looks for the traces that were met somewhere in every text and blob of every table. */
export function catalogHits(db: Driver, seek: Seeker, signal: AbortSignal): CatalogHits {
  const byTable = new Map<string, Set<number>>()
  if (seek.count > 0) {
    for (const table of tablesOf(db)) {
      signal.throwIfAborted()
      const met = new Set<number>()
      for (const value of valuesOf(db, table)) {
        seek.begin()
        seek.read(typeof value === 'string' ? Buffer.from(value) : value, (number) => met.add(number))
      }
      if (met.size > 0) byTable.set(table.table, met)
    }
  }
  const postings = strayPostings(db)
  const sentence = `The full-text index still has words of ${postings} records that are gone.`
  return { byTable, stray: postings === 0 ? [] : [{ place: 'catalog.sqlite', sentence }] }
}

/**
 * Looks into the sources that the catalog keeps: those of records that stay explain what is met there, any other is left.
 * @returns the traces that were met in either, and how many bytes were unpacked
 */
export function sourcesSeen(db: Driver, seek: Seeker) {
  const [kept, left] = [new Set<number>(), new Set<number>()]
  let unpacked = 0
  for (const { bytes, used } of everyFragment(db)) {
    seek.begin()
    seek.read(bytes, (trace) => (used ? kept : left).add(trace))
    unpacked += bytes.length
  }
  return { kept, left: new Set([...left].filter((trace) => !kept.has(trace))), unpacked }
}
