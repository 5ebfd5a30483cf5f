// A list of records as a workbook: texts are texts, never formulas.
import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import { COLUMNS, type Value } from './columns.ts'
import type { Listed } from './listing.ts'

/** What a cell holds at most, by the format. */
const MOST_CHARACTERS = 32_767
const CUT = ' … [cut here: a cell holds no more]'
// Characters that XML cannot hold.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g
const WIDTHS: Readonly<Record<string, number>> = { Record: 20, 'Made (City)': 26, 'Made (UTC)': 26, Text: 80 }

/** The whole file. @param zone the City's IANA zone */
export async function listingXlsx(records: AsyncIterable<Listed>, zone: string): Promise<Uint8Array> {
  const rows: Cell[][] = [COLUMNS.map(([header]) => ({ value: header, type: String, fontWeight: 'bold' }))]
  for await (const record of records) rows.push(COLUMNS.map(([, value]) => cellOf(value(record, zone))))
  const columns = COLUMNS.map(([header]) => ({ width: WIDTHS[header] ?? 16 }))
  return await writeXlsxFile(rows, { sheet: 'Records', columns, stickyRowsCount: 1 }).toBuffer()
}

/** Numbers that a spreadsheet would round are written as text. */
function cellOf(value: Value): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number' && Math.abs(value) < 1e15) return { value, type: Number }
  const text = String(value).toWellFormed().replace(NOT_XML, '\uFFFD')
  const cut = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS - CUT.length).toWellFormed() + CUT : text
  return { value: cut, type: String }
}
