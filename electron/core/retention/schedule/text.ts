// The text of a schedule file, and its rows: whatever the encoding and the separator, content is never a reason to throw.
import { parse } from 'csv-parse/sync'

/** A remark about the file or one of its rows (`row` counts from 1 as a spreadsheet does; null: the whole file). */
export interface ScheduleFinding {
  row: number | null
  code:
    | 'empty'
    | 'not-csv'
    | 'encoding'
    | 'quote-not-closed'
    | 'line-joined'
    | 'no-header'
    | 'duplicate-code'
    | 'retention-blank'
    | 'code-not-in-legend'
    | 'flag-not-understood'
    | 'value-not-understood'
    | 'row-refused'
  message: string
}

/** Decoded text with what had to be said about it. */
export interface DecodedText {
  text: string
  findings: ScheduleFinding[]
}

/** Decodes UTF-8 (with or without BOM), UTF-16 with BOM, and otherwise Windows-1252, as spreadsheets save it. */
export function decodeText(input: Uint8Array | string): DecodedText {
  if (typeof input === 'string') return withoutBinary(input.replace(/^\uFEFF/, ''), [])
  const [first, second] = input
  if (first === 0xff && second === 0xfe) return withoutBinary(new TextDecoder('utf-16le').decode(input), [])
  if (first === 0xfe && second === 0xff) return withoutBinary(new TextDecoder('utf-16be').decode(input), [])
  try {
    return withoutBinary(new TextDecoder('utf-8', { fatal: true }).decode(input), [])
  } catch {
    const message = 'The file is not UTF-8; it was read as Windows-1252. Check accents and dashes.'
    return withoutBinary(new TextDecoder('windows-1252').decode(input), [{ row: null, code: 'encoding', message }])
  }
}

/** The cells of every row, blank rows included, trimmed. A quotation mark that is never closed is told, and quoting given up. */
export function splitRows(text: string, delimiter: string): { rows: string[][]; findings: ScheduleFinding[] } {
  try {
    return { rows: parseRows(text, delimiter, '"'), findings: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `The quotation marks of this file do not match (${reason}); it was read as if it had none.`
    return {
      rows: parseRows(text, delimiter, null),
      findings: [{ row: null, code: 'quote-not-closed', message }],
    }
  }
}

function withoutBinary(text: string, findings: ScheduleFinding[]): DecodedText {
  if (!text.startsWith('PK\u0003\u0004') && !text.includes('\0')) return { text, findings }
  const message = 'This is not a CSV file (perhaps a workbook). Open it in the spreadsheet program and save it as CSV.'
  return { text: '', findings: [{ row: null, code: 'not-csv', message }] }
}

function parseRows(text: string, delimiter: string, quote: string | null): string[][] {
  const rows: string[][] = parse(text, {
    delimiter,
    quote,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    trim: true,
  })
  return rows.map((cells) => cells.map((cell) => cell.trim()))
}
