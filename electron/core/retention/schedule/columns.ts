// Finds the header of a schedule and which canonical field each of its columns is (law.md §3.5).
import { type ColumnMapping, isEnough, type ScheduleField } from '../../../../shared/domain/schedule/column.ts'
import { ambiguousHeaders, fieldOf, plainHeader } from './headers.ts'

/** A column of the file: its header as published and the field that it was taken for, null where none. */
export interface ScheduleColumn {
  header: string
  field: ScheduleField | null
}

/** The header found: its first row and the row after it (0-based), and the columns. */
export interface ScheduleHeader {
  start: number
  end: number
  columns: ScheduleColumn[]
}

const rowsSearched = 100

/** The header of a table: the row (or two rows, one above the other) that names most fields, among them a title and a retention. */
export function findHeader(rows: readonly string[][]): ScheduleHeader | null {
  let best: ScheduleHeader | null = null
  for (let start = 0; start < Math.min(rows.length, rowsSearched); start++) {
    const row = rows[start] ?? []
    const below = rows[start + 1] ?? []
    for (const found of [header(start, start + 1, row), header(start, start + 2, stacked(row, below))]) {
      if (found && fieldsIn(found) > (best ? fieldsIn(best) : 0)) best = found
    }
  }
  return best
}

/** The header that a person pointed out; null where the table has no such row, or fewer columns in it than were named. */
export function headerAsSaid(rows: readonly string[][], { headerRow, fields }: ColumnMapping): ScheduleHeader | null {
  const row = rows[headerRow - 1]
  if (row === undefined || row.length < fields.length) return null
  const columns = row.map((header, at) => ({ header, field: fields[at] ?? null }))
  return { start: headerRow - 1, end: headerRow, columns }
}

/** How many fields a header names. */
export function fieldsIn({ columns }: ScheduleHeader): number {
  return columns.filter(({ field }) => field !== null).length
}

function header(start: number, end: number, cells: readonly string[]): ScheduleHeader | null {
  const columns = columnsOf(cells)
  return isEnough(columns.map(({ field }) => field)) ? { start, end, columns } : null
}

// A field is given once, to the first column that bears its name; a second one stays unmapped and is shown.
function columnsOf(cells: readonly string[]): ScheduleColumn[] {
  const taken = new Set<ScheduleField>()
  const columns: ScheduleColumn[] = cells.map((cell) => {
    const field = fieldOf(cell)
    if (field === null || taken.has(field)) return { header: cell, field: null }
    taken.add(field)
    return { header: cell, field }
  })
  for (const { name, fields } of ambiguousHeaders) {
    for (const column of columns) {
      const field = fields.find((one) => !taken.has(one))
      if (column.field !== null || plainHeader(column.header) !== name || !field) continue
      column.field = field
      taken.add(field)
    }
  }
  return columns
}

function stacked(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => lower[at] || upper[at] || '')
}
