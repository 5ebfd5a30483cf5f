// Owns reading CSV files of any platform row by row, by the names of their columns.
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Outcome } from '../draft.ts'
import { byteWindow } from './byte-window.ts'
import { charsetOf, decoderFor } from './charset.ts'
import { damagedFile, itemBook } from './items.ts'
import { delimiterOf } from './peek.ts'
import { type Row, rowOf } from './row.ts'
import type { FileReader, Reading } from './spec.ts'

interface CsvSpec<State> {
  /** Finds the header among the first rows; rows before it are preamble. By default the first row is the header. */
  readonly isHeader?: (cells: readonly string[]) => boolean
  /** True where the table has no header: all rows are items. */
  readonly bare?: boolean
  readonly make: (row: Row, place: CsvPlace, reading: Reading<State>) => Outcome | readonly Outcome[]
}

/** Where a row stands: its place among the items, and the line of the file in which it begins, from 1. */
export interface CsvPlace {
  readonly index: number
  readonly line: number
}

const LF = 10
const CR = 13

/** A reader of CSV files; comma, semicolon or tab, quotes as they come. The header and what stands before it are no items. */
export function csvReader<State>(spec: CsvSpec<State>): FileReader<State> {
  return async function* (reading) {
    const { tree, file, signal } = reading
    const window = byteWindow()
    const chunks = tree.set.read(file.member, signal)
    const first = await chunks.next()
    if (first.done === true) return
    const head = first.value
    // As spreadsheets write “Unicode text”: two bytes a character, which the parser itself must tell apart.
    const wide = head[0] === 0xff && head[1] === 0xfe
    const decode = wide ? null : decoderFor(charsetOf(head))
    const rows = Readable.from(latin(window, head, chunks)).pipe(
      parse({
        // Read byte for byte, so that places are bytes; cells are decoded afterwards.
        encoding: wide ? 'utf16le' : 'latin1',
        info: true,
        delimiter: delimiterOf(head.toString(wide ? 'utf16le' : 'latin1', 0, 16_384)),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: 64 * 2 ** 20,
      }),
    )
    const book = itemBook()
    let header: readonly string[] | null = spec.bare === true ? [] : null
    let index = 0
    let from = 0
    let line = 1
    try {
      for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { bytes: number } }>) {
        signal.throwIfAborted()
        const bytes = window.take(from, info.bytes)
        const start = from
        const place = { index, line: line + blankLines(bytes) }
        line += linesIn(bytes)
        from = info.bytes
        const cells = decode === null ? record : record.map((cell) => decode(Buffer.from(cell, 'latin1')))
        if (start === 0 && cells[0] !== undefined) cells[0] = cells[0].replace(/^\ufeff/, '').replace(/^"(.*)"$/s, '$1')
        if (header === null) {
          if (spec.isHeader?.(cells) ?? true) header = cells
          continue
        }
        if (cells.every((cell) => cell.trim() === '')) continue
        book.add({ pointer: `/${index}`, start, bytes }, spec.make(rowOf(header, cells), place, reading))
        index += 1
        if (book.full) yield book.take()
      }
    } catch (error) {
      yield book.take()
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error
      throw damagedFile(file, 'has rows that cannot be told apart from here on; what follows was not read.')
    }
    yield book.take()
  }
}

async function* latin(
  window: ReturnType<typeof byteWindow>,
  head: Buffer,
  rest: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  window.add(head)
  yield head
  for await (const chunk of rest) {
    window.add(chunk)
    yield chunk
  }
}

/** Line ends among bytes: CR LF and LF, or CR alone where there is no other. */
function linesIn(bytes: Buffer): number {
  const end = bytes.includes(LF) ? LF : CR
  let count = 0
  for (let at = bytes.indexOf(end); at >= 0; at = bytes.indexOf(end, at + 1)) count += 1
  return count
}

/** Empty lines are passed over by the parser and stand before the row that follows. */
function blankLines(bytes: Buffer): number {
  let first = 0
  while (bytes[first] === LF || bytes[first] === CR) first += 1
  return first === 0 ? 0 : linesIn(bytes.subarray(0, first))
}
