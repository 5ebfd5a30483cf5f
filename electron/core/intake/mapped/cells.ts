// Owns rows of tables whose cells stand under headings: CSV and workbooks.
import { columnNames } from '../../../../shared/domain/intake/column-path.ts'
import type { Layout, MappedRow } from './mapped-row.ts'

export interface Heading {
  readonly names: readonly string[]
  readonly places: ReadonlyMap<string, number>
}

/** The columns of a row of headings. */
export function headingOf(header: readonly string[]): Heading {
  const names = columnNames(header)
  return { names, places: new Map(names.map((name, place) => [name, place])) }
}

/** The columns of a table without headings, as many as its first row has cells. */
export function placesOf(cells: number): Heading {
  return headingOf(Array.from({ length: cells }, () => ''))
}

/** Whether a row of cells is the row of headings: it has the columns that are known, or, where none are, enough cells. */
export function isHeading(cells: readonly string[], { known, least = 2 }: Pick<Layout, 'known' | 'least'>): boolean {
  if (known === null) return cells.filter((cell) => cell.trim() !== '').length >= least
  return hasColumns(columnNames(cells), known)
}

/** Whether columns are those of a table that a mapping was made for. */
export function hasColumns(columns: readonly string[], { all, any }: NonNullable<Layout['known']>): boolean {
  const names = new Set(columns)
  return all.every((column) => names.has(column)) && (any.length === 0 || any.some((column) => names.has(column)))
}

/** A row under its headings. Cells beyond the last heading make it unsure which cell stands under which. */
export function cellRow({ names, places }: Heading, cells: readonly unknown[], where: string): MappedRow {
  const beyond = cells.slice(names.length).some((cell) => !isBlank(cell))
  return {
    where,
    columns: names,
    values: (column) => {
      const place = places.get(column)
      const cell = place === undefined ? null : unguarded(cells[place])
      return isBlank(cell) ? [] : [cell]
    },
    broken: beyond
      ? `has ${cells.length} cells under ${names.length} headings, so which belongs where cannot be told`
      : null,
    inside: rowInside(cells, names.length),
    reach: cells.length - 1,
  }
}

/** Whether a row says the headings once more, as tables do that were printed page by page or put together. */
export function isHeadingAgain({ names }: Heading, cells: readonly string[]): boolean {
  const again = columnNames(cells)
  return again.length >= names.length && again.every((name, place) => name === (names[place] ?? `Column ${place + 1}`))
}

/** What a cell says without the marks that keep a spreadsheet from rounding it: `="1790011223344556677"`, `'1790011223344556677`. */
function unguarded(cell: unknown): unknown {
  if (typeof cell !== 'string') return cell
  return /^="([^"]*)"$/.exec(cell.trim())?.[1] ?? /^'(\d{8,})$/.exec(cell.trim())?.[1] ?? cell
}

/** A line of a cell that has as many delimiters as a whole row. Tables of two columns are not judged: any line with a comma has as many. */
function rowInside(cells: readonly unknown[], columns: number): string | null {
  if (columns < 3) return null
  for (const cell of cells) {
    if (typeof cell !== 'string' || !cell.includes('\n')) continue
    const [, ...lines] = cell.split(/\r?\n/)
    for (const line of lines) for (const mark of [',', ';', '\t']) if (line.split(mark).length === columns) return line
  }
  return null
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}
