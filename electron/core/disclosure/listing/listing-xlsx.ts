// A list of records as a workbook: texts are texts, never formulas.
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { TRAINING, TRAINING_CELL, TRAINING_COMMENT, trainingCells } from '../../../../shared/text/practice.ts'
import { COLUMNS, type Value } from './columns.ts'
import type { Listed, Listing } from './listing.ts'
import { withZipComment } from './zip-comment.ts'

/** What a cell holds at most, by the format. */
const MOST_CHARACTERS = 32_767
const CUT = ' … [cut here: a cell holds no more]'
// Characters that XML cannot hold.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g
const WIDTHS: Readonly<Record<string, number>> = {
  Record: 20,
  [TRAINING]: 28,
  'Made (City)': 26,
  'Made (UTC)': 26,
  Text: 80,
}

/** The whole file. In a practice vault its sheet, its first column and the comment of its archive say so. */
export async function listingXlsx(
  records: AsyncIterable<Listed>,
  { zone, practice }: Pick<Listing, 'zone' | 'practice'>,
): Promise<Uint8Array> {
  const headers = COLUMNS.map(([header]) => header)
  const head = trainingCells(practice, TRAINING, headers)
  const rows: Cell[][] = [head.map((header) => ({ value: header, type: String, fontWeight: 'bold' }))]
  for await (const record of records) {
    const values = COLUMNS.map(([, value]) => value(record, zone))
    rows.push(trainingCells(practice, TRAINING_CELL, values).map(cellOf))
  }
  const columns = head.map((header) => ({ width: WIDTHS[header] ?? 16 }))
  const sheet = practice ? `${TRAINING} Records` : 'Records'
  const bytes = await writeXlsxFile(rows, { sheet, columns, stickyRowsCount: 1 }).toBuffer()
  return practice ? withZipComment(bytes, TRAINING_COMMENT) : bytes
}

/** Numbers that a spreadsheet would round are written as text. */
function cellOf(value: Value): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number' && Math.abs(value) < 1e15) return { value, type: Number }
  const text = String(value).toWellFormed().replace(NOT_XML, '\uFFFD')
  const cut = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS - CUT.length).toWellFormed() + CUT : text
  return { value: cut, type: String }
}
