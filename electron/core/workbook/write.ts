// A workbook of one sheet: texts are texts, never formulas.
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { codeOf } from '../../../shared/text/controls.ts'
import { markedCells, markingOf } from '../../../shared/text/marking.ts'
import { withZipComment } from './zip-comment.ts'

/** What a cell holds at most, by the format. */
const MOST_CHARACTERS = 32_767
/** Characters of a sheet's name, by the format. */
const MOST_NAMED = 31
/** What XML cannot hold, and the replacement character, which the library leaves out without a word: each is written as its code point. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_IN_CELLS = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFD-\uFFFF]|\p{Cs}/gu
const CUT = ' … [cut here: a cell holds no more]'

/** A column: what stands over it, and its width in characters. */
export interface SheetColumn {
  readonly header: string
  readonly width: number
}

/** The whole file; its head stays in sight. In a practice vault, and of a draft, its sheet, its first column and the comment of its archive say so. */
export async function writeSheet(
  sheet: string,
  columns: readonly SheetColumn[],
  rows: Iterable<readonly (string | number | null)[]> | AsyncIterable<readonly (string | number | null)[]>,
  practice: boolean,
  draft = false,
): Promise<Uint8Array> {
  const marking = markingOf({ practice, draft })
  const heads = columns.map(({ header }) => header)
  const head = markedCells(marking?.word, heads)
  const cells: Cell[][] = [head.map((header) => ({ value: header, type: String, fontWeight: 'bold' }))]
  for await (const row of rows) cells.push(markedCells<string | number | null>(marking?.cell, row).map(cellOf))
  const widths = [...(marking === null ? [] : [{ width: 28 }]), ...columns.map(({ width }) => ({ width }))]
  const name = marking === null ? sheet : `${marking.word} ${sheet}`.slice(0, MOST_NAMED)
  const bytes = await writeXlsxFile(cells, { sheet: name, columns: widths, stickyRowsCount: 1 }).toBuffer()
  return marking === null ? bytes : withZipComment(bytes, marking.comment)
}

/** Numbers that a spreadsheet would round are written as text. */
function cellOf(value: string | number | null): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number' && Math.abs(value) < 1e15) return { value, type: Number }
  return { value: escaped(cellText(String(value))), type: String }
}

/** In a workbook `_x000D_` stands for a carriage return (ECMA-376-1, 22.9.2.19); of a text that says so itself the underscore is coded. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}

/** What a cell says of a text: as much as the format can hold, and that it was cut where it was. */
export function cellText(value: string): string {
  const text = value.replace(NOT_IN_CELLS, (character) => `[${codeOf(character)}]`)
  return text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS - CUT.length).toWellFormed() + CUT : text
}
