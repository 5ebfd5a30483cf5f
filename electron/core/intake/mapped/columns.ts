// Owns what stands in the columns of a table, from its first rows: what a person is shown, and what a suggestion goes by.
import type { MappedRow } from './mapped-row.ts'
import { joined } from './value-text.ts'

export interface ColumnSample {
  readonly path: string
  /** Of each row looked at that has something here, in order. */
  readonly values: readonly unknown[]
  readonly texts: readonly string[]
}

const MOST_COLUMNS = 300

/** The columns of rows, in the order in which they first appear. */
export function columnsOf(rows: readonly MappedRow[]): ColumnSample[] {
  const paths = new Set<string>()
  for (const row of rows) {
    if (row.broken !== null) continue
    for (const column of row.columns) if (paths.size < MOST_COLUMNS) paths.add(column)
  }
  // A list of one here and of several there is one column.
  for (const path of paths) if (path.includes('[*]')) paths.delete(path.replaceAll('[*]', '[0]'))
  return [...paths].map((path) => {
    const found = rows.flatMap((row) => {
      const values = row.broken === null ? row.values(path) : []
      return values.length > 0 ? [values] : []
    })
    return { path, values: found.map(([value]) => value), texts: found.map(joined) }
  })
}
