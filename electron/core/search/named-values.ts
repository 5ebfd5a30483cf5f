// What the values of filters stand for in this vault: accounts by handle, series by code, holds by label, requests by number.
import type { Driver } from '../vault/catalog/driver.ts'
import type { NamedFilter } from './query-ast.ts'

/** Which of some values a filter means: the one that it names, or, while it may go on, those that begin with it. */
function meant<Row extends { readonly name: string }>(rows: readonly Row[], { value, unfinished }: NamedFilter): Row[] {
  const wanted = value.toLowerCase()
  const named = rows.filter(({ name }) => name.toLowerCase() === wanted)
  if (named.length > 0 || !unfinished) return named
  return rows.filter(({ name }) => name.toLowerCase().startsWith(wanted))
}

/** Ids of the accounts of a handle. */
export function accountsNamed(db: Driver, filter: NamedFilter): number[] {
  return meant(allAccounts(db), filter).map(({ id }) => id)
}

/** Ids of the accounts on a platform. */
export function accountsOn(db: Driver, filter: NamedFilter): number[] {
  const rows = allAccounts(db).map(({ id, platform }) => ({ id, name: platform }))
  return meant(rows, filter).map(({ id }) => id)
}

/** Every account. */
export function allAccounts(db: Driver) {
  return db.all<{ id: number; platform: string; name: string; title: string }>(
    'SELECT id, platform, handle AS name, name AS title FROM account ORDER BY platform, handle',
  )
}

// From code to code by the index: SQLite would otherwise read every record that has one.
const CODES = `WITH RECURSIVE code (name) AS (
    SELECT min(series) FROM record WHERE series IS NOT NULL
    UNION ALL
    SELECT (SELECT min(series) FROM record WHERE series IS NOT NULL AND series > code.name) FROM code WHERE code.name IS NOT NULL
  ) SELECT name FROM code WHERE name IS NOT NULL`

/** The series that records are in now. */
export function seriesInUse(db: Driver): string[] {
  return db.all<{ name: string }>(CODES).map(({ name }) => name)
}

/** Codes of the series of a code, however it is capitalised. */
export function seriesNamed(db: Driver, filter: NamedFilter): string[] {
  const rows = seriesInUse(db).map((name) => ({ name }))
  return meant(rows, filter).map(({ name }) => name)
}

/** Numbers of the holds of a label or number. */
export function holdsNamed(db: Driver, filter: NamedFilter): number[] {
  const rows = allHolds(db)
  const byNumber = rows.filter(({ id }) => String(id) === filter.value)
  return [...byNumber, ...meant(rows, filter)].map(({ id }) => id)
}

/** Every hold, newest first. */
export function allHolds(db: Driver) {
  return db.all<{ id: number; name: string }>('SELECT id, label AS name FROM hold ORDER BY id DESC')
}

/** Numbers of the requests of a number. */
export function requestsNamed(db: Driver, filter: NamedFilter): string[] {
  return meant(allRequests(db), filter).map(({ name }) => name)
}

/** Every request, newest first. */
export function allRequests(db: Driver) {
  return db.all<{ name: string; receivedOn: string }>(
    'SELECT id AS name, received_on AS receivedOn FROM request ORDER BY received_on DESC, id DESC',
  )
}
