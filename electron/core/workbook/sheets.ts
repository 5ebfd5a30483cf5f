// Owns reading workbooks (XLSX): their sheets, with dates by the type of the cell and numbers as they are written.
import { refusalOfWorkbook } from './size.ts'

/** A cell: text, number as its digits, date as the wall clock read as if it were UTC; null where it is empty. */
export type Cell = string | boolean | Date | null

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** A workbook is read into memory whole. */
export const mostWorkbookBytes = 64 * 2 ** 20

/** All sheets of a workbook, in order, or why it was not opened, in the end of a sentence. Throws the signal's reason. */
export async function sheetsOf(
  bytes: Buffer,
  signal: AbortSignal,
): Promise<{ readonly sheets: readonly Sheet[] } | { readonly refused: string }> {
  if (bytes.length > mostWorkbookBytes) return { refused: tooBig }
  const refused = await refusalOfWorkbook(bytes, signal)
  if (refused !== null) return { refused }
  // Loaded here, because few need it and the library is large.
  const { default: readWorkbook } = await import('read-excel-file/node')
  try {
    const sheets = await readWorkbook<string>(bytes, { parseNumber: asWritten, trim: false })
    return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellOf)) })) }
  } catch (error) {
    return { refused: `is no workbook that can be read (${error instanceof Error ? error.message : String(error)})` }
  }
}

/** What is said of a workbook that is too big to be opened, in the end of a sentence. */
export const tooBig = `is a workbook of more than ${mostWorkbookBytes / 2 ** 20} MB and was not opened`

/** A double would lose digits of long numbers. */
function asWritten(digits: string): string {
  return digits
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Date) return value
  return null
}
