// Owns describing the tables among chosen files: their columns with samples, and a suggestion of what these are.
import type { Table } from '../../../../shared/contract/mapping.ts'
import { visibleControls } from '../../../../shared/text/controls.ts'
import { excerpt } from '../../../../shared/text/excerpt.ts'
import type { Sheet } from '../../workbook/sheets.ts'
import { MemberError } from '../archive/archive.ts'
import { shown } from '../archive/finding.ts'
import type { ExportTree } from '../platform.ts'
import { type ColumnSample, columnsOf } from './columns.ts'
import { firstRows } from './fit.ts'
import { listsIn } from './json-lists.ts'
import type { Layout, MappedRow } from './mapped-row.ts'
import { suggestRules } from './suggest.ts'
import { guessTime } from './suggest-time.ts'
import { oldWorkbooksIn, type TableFile, tablesIn } from './table.ts'
import { widthOf } from './width.ts'
import { readSheets } from './xlsx.ts'

/** Where a table lies and how it begins, as a person says it. */
export type Look = Pick<Layout, 'sheet' | 'list' | 'header'>

/** Rows from which the columns are known. */
export const LOOKED_AT = 1000
const MOST_TABLES = 20
const SAMPLES = 3
const FIRST = 20
/** A column of kinds has few words, and short ones. */
const MOST_WORDS = 12
const LONGEST_WORD = 40
const SAMPLE_LENGTH = 80

/** The tables of a tree, at most twenty. `damaged` says why some are none. Throws the signal's reason. */
export async function describeTables(
  tree: ExportTree,
  look: Look | null,
  signal: AbortSignal,
): Promise<{ tables: Table[]; damaged: string[] }> {
  const tables: Table[] = []
  const damaged = (await oldWorkbooksIn(tree, signal)).map(
    (name) =>
      `“${shown(name)}” is a workbook of before 2007, or locked with a password. Save it as XLSX or CSV without one; nothing of it can be read.`,
  )
  for (const table of (await tablesIn(tree, signal)).slice(0, MOST_TABLES)) {
    if (table.unread !== null) {
      damaged.push(`“${shown(table.name)}” cannot be read. ${table.unread}`)
      continue
    }
    try {
      const described = await describeTable(tree, table, look, signal)
      if (described !== null) tables.push(described)
    } catch (error) {
      if (!(error instanceof MemberError)) throw error
      damaged.push(error.finding.sentence)
    }
  }
  return { tables, damaged }
}

async function describeTable(
  tree: ExportTree,
  table: TableFile,
  look: Look | null,
  signal: AbortSignal,
): Promise<Table | null> {
  const sheets = table.form === 'xlsx' ? await readSheets(tree, table, signal) : []
  const lists = table.form === 'json' ? await listsIn(tree, table, signal) : []
  const biggest = sheets.toSorted((one, other) => other.rows.length - one.rows.length)[0]
  const chosen = look === null ? biggest : sheets.find(({ name }) => name === look.sheet)
  const layout: Layout = {
    sheet: look === null && biggest !== sheets[0] ? (biggest?.name ?? null) : (look?.sheet ?? null),
    list: look === null ? (lists[0]?.list ?? null) : look.list,
    header: look?.header ?? true,
    known: null,
    least: leastOf(table, chosen ?? sheets[0]),
  }
  const read = (header: boolean) => firstRows(tree, table, { ...layout, header }, LOOKED_AT, signal)
  let { header } = layout
  let rows = await read(header)
  const hasCells = table.form === 'csv' || table.form === 'xlsx'
  if (look === null && hasCells && looksBare(rows)) {
    header = false
    rows = await read(header)
  }
  const columns = columnsOf(rows)
  if (columns.length === 0) return null
  const sound = rows.filter(({ broken }) => broken === null).length
  const seen = { columns, rows: sound, sheet: layout.sheet, list: layout.list, header: hasCells ? header : true }
  const { rules, doubts } = suggestRules(seen)
  return {
    file: table.name,
    form: table.form,
    sheets: sheets.map(({ name }) => name),
    lists,
    rows: rows.length,
    columns: columns.map((column) => ({
      path: column.path,
      samples: samplesOf(column),
      words: wordsOf(column),
      filled: column.texts.length,
    })),
    suggestion: rules,
    suggestedName: nameOf(table.name),
    doubts: [...doubts],
  }
}

/** Headings stand over most of the columns; lines above them, such as a title and a date, do not. */
function leastOf({ heads }: TableFile, sheet: Sheet | undefined): number {
  const rows = sheet === undefined ? heads : sheet.rows.slice(0, FIRST)
  const least = Math.max(2, Math.ceil((widthOf(rows) ?? 2) * 0.6))
  const filled = rows.map((cells) => cells.filter((cell) => cell !== null && cell !== ''))
  const [first, second, third] = filled.slice(filled.findIndex(({ length }) => length >= least))
  // Headings of groups of columns, in merged cells, stand above those of the columns.
  const grouped = first && second && third && first.length < second.length
  return grouped && areLabels(second) && !areLabels(third) ? second.length : least
}

/** Whether cells may be headings, all of them: words, and no two alike. */
function areLabels(cells: readonly unknown[]): boolean {
  return (
    new Set(cells).size === cells.length &&
    cells.every(
      (cell) =>
        typeof cell === 'string' && cell.length <= LONGEST_WORD && /\p{L}/u.test(cell) && guessTime([cell], 1) === null,
    )
  )
}

/** Whether what was taken for headings is a row itself: headings are no times, no long numbers, no addresses. */
function looksBare(rows: readonly MappedRow[]): boolean {
  const headings = rows[0]?.columns ?? []
  return headings.some(
    (heading) =>
      /^https?:\/\//i.test(heading) ||
      /^\d{6,}$/.test(heading) ||
      (/\d{4}/.test(heading) && guessTime([heading], 1) !== null),
  )
}

function samplesOf({ texts }: ColumnSample): string[] {
  const different = new Set<string>()
  for (const text of texts) {
    if (different.size === SAMPLES) break
    const cut = excerpt(visibleControls(text).replace(/\s+/g, ' ').trim(), [], SAMPLE_LENGTH)
    different.add(cut.cutAfter ? `${cut.text}…` : cut.text)
  }
  return [...different]
}

function wordsOf({ texts }: ColumnSample): string[] {
  const words = new Set<string>()
  for (const text of texts) {
    const word = text.trim().toLowerCase()
    if (word.length > LONGEST_WORD) return []
    words.add(word)
    if (words.size > MOST_WORDS) return []
  }
  return [...words]
}

/** A name for the mapping: that of the file, without its ending. */
function nameOf(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.\w{2,6}$/, '')
  const plain = base.replace(/[\p{C}“”"]+/gu, ' ').trim()
  return plain.slice(0, 80).trim() || 'Table'
}
