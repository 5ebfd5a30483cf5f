// Rows as a table of plain text.
import { oneLine } from './printable.ts'
import { cutTo, padTo, widthOf } from './width.ts'

export interface Column<Row> {
  readonly title: string
  readonly value: (row: Row) => string
  /** Numbers stand on the right. */
  readonly side?: 'left' | 'right'
  /** Most columns of the terminal that it takes; longer texts are cut. */
  readonly most?: number
}

const GAP = '  '

/** A table's lines: titles, then rows. Cells are kept to one line and made safe for a terminal. Nothing for no rows. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string[] {
  if (rows.length === 0) return []
  const cells = rows.map((row) => columns.map(({ value, most }) => cutTo(oneLine(value(row)), most ?? 200)))
  const widths = columns.map(({ title }, at) => Math.max(widthOf(title), ...cells.map((row) => widthOf(row[at] ?? ''))))
  const line = (texts: readonly string[]) =>
    texts
      .map((text, at) => padTo(text, widths[at] ?? 0, columns[at]?.side ?? 'left'))
      .join(GAP)
      .trimEnd()
  return [line(columns.map(({ title }) => title)), ...cells.map(line)]
}

/** Names with their values, the values in one column. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): string[] {
  const width = Math.max(0, ...pairs.map(([name]) => widthOf(name)))
  return pairs.map(([name, value]) => `${padTo(name, width, 'left')}${GAP}${oneLine(value)}`.trimEnd())
}
