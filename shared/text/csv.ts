// Owns the writing of one CSV cell.

/**
 * What a spreadsheet would take for a formula (law.md 6.5): = + - @ and their full-width forms, also behind blanks or
 * invisible characters, and a leading tab, carriage return or line feed. Apostrophes before it count too, so that the
 * added one can be told from the author's own.
 */
const FORMULA = /^(?:'*[\t\r\n]|[\s\p{Cf}']*[=+\-@\uff1d\uff0b\uff0d\uff20])/u
const QUOTED = /[",\r\n]/

/**
 * Writes a cell after RFC 4180. A text that a spreadsheet would run gets an apostrophe before it. Reversible: a cell that
 * begins with an apostrophe, and would be a formula without it, loses exactly that apostrophe when read; any other cell
 * is as it was. Numbers and true or false are written plain; null is an empty cell.
 *
 * @param value the value of the cell
 * @returns the cell, quoted where needed, without a separator
 */
export function csvCell(value: string | number | bigint | boolean | null): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const safe = FORMULA.test(value) ? `'${value}` : value
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A cell as it was before {@link csvCell} kept a spreadsheet from running it. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** A line of cells, ended after RFC 4180. Each cell as {@link csvCell}. */
export function csvLine(values: readonly (string | number | bigint | boolean | null)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
