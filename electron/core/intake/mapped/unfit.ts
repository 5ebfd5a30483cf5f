// Owns saying why a table is none of a mapping: which columns it has not, which sheet, or what is wrong with its workbook.
import { columnNames } from '../../../../shared/domain/intake/column-path.ts'
import { MemberError } from '../archive/archive.ts'
import { shown } from '../archive/finding.ts'
import type { ExportTree } from '../platform.ts'
import type { Layout } from './mapped-row.ts'
import type { TableFile } from './table.ts'
import { readSheets } from './xlsx.ts'

const NO_ROWS = 'No row of it can be read.'
const UNFIT = 'Its columns are not those of the mapping'
/** Headings stand among the first rows. */
const FIRST = 20
const NAMED = 5

/** In a sentence. @param columns what was found in its first rows */
export async function whyUnfit(
  tree: ExportTree,
  table: TableFile,
  layout: Layout,
  columns: readonly string[],
  signal: AbortSignal,
): Promise<string> {
  const known = layout.known?.all ?? []
  if (table.form === 'csv') return lacking(layout.header ? table.heads.map(columnNames) : [columns], known) ?? NO_ROWS
  if (table.form !== 'xlsx') return columns.length === 0 ? NO_ROWS : (lacking([columns], known) ?? `${UNFIT}.`)
  try {
    const sheets = await readSheets(tree, table, signal)
    const sheet = layout.sheet === null ? sheets[0] : sheets.find(({ name }) => name === layout.sheet)
    if (sheet === undefined) return `It has no sheet “${shown(layout.sheet ?? '')}”.`
    const heads = sheet.rows.slice(0, FIRST).map((cells) => columnNames(cells.map((cell) => String(cell ?? ''))))
    return lacking(layout.header ? heads : [columns], known) ?? NO_ROWS
  } catch (error) {
    if (!(error instanceof MemberError)) throw error
    return error.finding.sentence.replace(`“${shown(table.name)}” `, 'It ')
  }
}

/** By the row that has most of the columns: it was meant to be the row of headings. Null where it lacks none. */
function lacking(rows: readonly (readonly string[])[], known: readonly string[]): string | null {
  const missing = rows
    .map((names) => known.filter((column) => !names.includes(column)))
    .reduce((one, other) => (other.length < one.length ? other : one), known)
  if (missing.length === known.length) return `${UNFIT}.`
  if (missing.length === 0) return null
  const more = missing.length > NAMED ? ` and ${missing.length - NAMED} more` : ''
  const named = missing.slice(0, NAMED).map((column) => `“${shown(column)}”`)
  return `${UNFIT}: it has no ${named.join(', ')}${more}.`
}
