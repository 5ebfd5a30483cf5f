// Reading a catalog as it is, for whoever looks for what should not be in it: every value of every table, and the index word by word.
import type { Driver, Value } from './driver.ts'
import { openDriver } from './driver.ts'

/** A table with the columns that hold text or bytes. */
interface Columns {
  readonly table: string
  readonly columns: readonly string[]
}

/** Opens a connection that reads, and can have tables of its own in memory. */
export function openLooking(file: string): Driver {
  const driver = openDriver(file, { readonly: true })
  driver.pragma('temp_store = MEMORY')
  driver.pragma('busy_timeout = 5000')
  return driver
}

/** Every table that is not an index's own, with its columns. */
export function tablesOf(db: Driver): Columns[] {
  const names = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'found%' AND name NOT LIKE 'sqlite%' ORDER BY name",
  )
  return names.map(({ name }) => ({
    table: name,
    columns: db
      .all<{ name: string }>(`SELECT name FROM pragma_table_info(?) WHERE type IN ('TEXT', 'BLOB')`, name)
      .map((column) => column.name),
  }))
}

/** What the catalog says of its own tables and indexes, comments and all. */
export function schemaTexts(db: Driver): string[] {
  return db.all<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL').map(({ sql }) => sql)
}

/** Every text and blob of a table, row by row. Names come out of the schema, never from outside. */
export function* valuesOf(db: Driver, { table, columns }: Columns): Generator<Exclude<Value, number | null>> {
  if (columns.length === 0) return
  const quoted = columns.map((column) => `"${column}"`).join(', ')
  for (const row of db.iterate<Record<string, Value>>(`SELECT ${quoted} FROM "${table}"`)) {
    for (const value of Object.values(row)) if (typeof value === 'string' || value instanceof Uint8Array) yield value
  }
}

/** Rows of the full-text index that belong to no record any more: words of what was destroyed. */
export function strayPostings(db: Driver): number {
  db.exec("CREATE VIRTUAL TABLE temp.posting USING fts5vocab('main', 'found', 'instance')")
  try {
    const sql =
      'SELECT count(*) AS n FROM (SELECT DISTINCT doc FROM temp.posting) WHERE doc NOT IN (SELECT id FROM body)'
    return db.get<{ n: number }>(sql)?.n ?? 0
  } finally {
    db.exec('DROP TABLE temp.posting')
  }
}
