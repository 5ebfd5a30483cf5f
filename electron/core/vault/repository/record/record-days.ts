// Records by when they were made, counted on their ids alone.
import type { Driver } from '../../catalog/driver.ts'
import { FIRST_DATED } from '../../record/record-id.ts'

/** The ids of the first and the last record whose time is known; null where there is none. */
export function datedRange(db: Driver): { readonly first: number; readonly last: number } | null {
  const sql = 'SELECT min(id) AS first, max(id) AS last FROM record WHERE id >= ?'
  const { first, last } = db.get<{ first: number | null; last: number | null }>(sql, FIRST_DATED) ?? {}
  return first == null || last == null ? null : { first, last }
}

/** How many records have an id from `first` up to `until`, which is exclusive. */
export function countIds(db: Driver, first: number, until: number): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM record WHERE id >= ? AND id < ?', first, until)?.n ?? 0
}
