// What a support file counts: rows, sums and codes; no column that a person wrote is selected, but to be counted by.
import type { Driver } from '../catalog/driver.ts'

const NEWEST = 50
/** Of tables that Muniment makes. */
const TABLE_NAME = /^[a-z][a-z0-9_]{0,60}$/

/** How many rows each table has. */
export function rowsByTable(db: Driver): (readonly [table: string, rows: number])[] {
  return db
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .filter(({ name }) => TABLE_NAME.test(name))
    .map(({ name }) => [name, db.get<{ rows: number }>(`SELECT count(*) AS rows FROM "${name}"`)?.rows ?? 0] as const)
}

/** The names of the migrations that were applied, oldest first. */
export function migrationNames(db: Driver): string[] {
  return db.all<{ name: string }>('SELECT name FROM migration ORDER BY name').map(({ name }) => name)
}

/** Reads the newest records, to see how long that takes. */
export function newestRecords(db: Driver): number {
  return db.all('SELECT id FROM record ORDER BY id DESC LIMIT ?', NEWEST).length
}

/** Bytes of the catalog that nothing stands in. */
export function freeBytes(db: Driver): number {
  return Number(db.pragma('freelist_count')) * Number(db.pragma('page_size'))
}

interface Sums {
  readonly files: number
  readonly bytes: number
}

/** How many objects and packages there are, and how large they are together. */
export function storedSums(db: Driver): { readonly objects: Sums; readonly packages: Sums } {
  const sums = (sql: string) => db.get<Sums>(sql) ?? { files: 0, bytes: 0 }
  return {
    objects: sums('SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM object'),
    packages: sums('SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM package'),
  }
}

interface Tally {
  readonly word: string
  readonly count: number
}

/** Accounts by platform. */
export function accountsByPlatform(db: Driver): Tally[] {
  return db.all<Tally>('SELECT platform AS word, count(*) AS count FROM account GROUP BY platform')
}

/** Imports by state. */
export function accessionsByState(db: Driver): Tally[] {
  return db.all<Tally>('SELECT state AS word, count(*) AS count FROM accession GROUP BY state')
}

/** Jobs by kind, state and the code of their problem; `mean` and `most` in ms, of those that ended. */
export function jobTallies(db: Driver) {
  return db.all<{
    kind: string
    state: string
    code: string | null
    jobs: number
    mean: number | null
    most: number | null
  }>(
    `SELECT kind, state, CASE WHEN json_valid(problem) THEN problem ->> '$.code' END AS code, count(*) AS jobs,
       avg(ended_at - started_at) AS mean, max(ended_at - started_at) AS most
     FROM job GROUP BY kind, state, code ORDER BY kind, state, code`,
  )
}
