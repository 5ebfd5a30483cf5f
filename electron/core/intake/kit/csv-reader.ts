// Owns reading CSV files of any platform row by row, by the names of their columns.
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { Outcome } from '../draft.ts'
import { byteWindow } from './byte-window.ts'
import { charsetOf, decoderFor } from './charset.ts'
import { failed } from './draft.ts'
import { damagedFile, itemBook } from './items.ts'
import { brokenLine, chunksFrom, leadingLines, linesIn } from './lines.ts'
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

/** How the file is written, by its first bytes. */
interface Writing {
  readonly encoding: 'latin1' | 'utf16le'
  readonly delimiter: string
  readonly decode: (cell: string) => string
}

/** Each of them is a quote that is never closed; every one costs reading the file again up to there. */
const MOST_BROKEN = 20
const MOST_ROW = 64 * 2 ** 20

/**
 * A reader of CSV files; comma, semicolon or tab, quotes as they come. The header and what stands before it are no items. A quote that is
 * never closed would swallow all that follows: its line is a failed item, and reading goes on behind it.
 */
export function csvReader<State>(spec: CsvSpec<State>): FileReader<State> {
  return async function* (reading) {
    const { tree, file, signal } = reading
    let writing: Writing | null = null
    const book = itemBook()
    let header: readonly string[] | null = spec.bare === true ? [] : null
    let [index, line, offset] = [0, 1, 0]
    for (let broken = 0; ; broken++) {
      const chunks = chunksFrom(tree.set.read(file.member, signal), offset)
      const first = await chunks.next()
      if (first.done === true) break
      writing ??= writingOf(first.value)
      const { encoding, delimiter, decode } = writing
      const window = byteWindow()
      const options = { encoding, delimiter, info: true, relax_column_count: true, relax_quotes: true } as const
      const rows = Readable.from(kept(window, first.value, chunks)).pipe(
        parse({ ...options, skip_empty_lines: true, max_record_size: MOST_ROW }),
      )
      let from = 0
      try {
        for await (const { record, info } of rows as AsyncIterable<{ record: string[]; info: { bytes: number } }>) {
          signal.throwIfAborted()
          const bytes = window.take(from, info.bytes)
          const start = offset + from
          const place = { index, line: line + leadingLines(bytes) }
          line += linesIn(bytes)
          from = info.bytes
          const cells = record.map(decode)
          if (start === 0 && cells[0] !== undefined)
            cells[0] = cells[0].replace(/^\ufeff/, '').replace(/^"(.*)"$/s, '$1')
          if (header === null) {
            if (spec.isHeader?.(cells) ?? true) header = cells
            continue
          }
          if (cells.every((cell) => cell.trim() === '')) continue
          book.add({ pointer: `/${index}`, start, bytes }, spec.make(rowOf(header, cells), place, reading))
          index += 1
          if (book.full) yield book.take()
        }
        break
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))) throw error
        yield book.take()
        if (broken >= MOST_BROKEN)
          throw damagedFile(file, 'has rows that cannot be told apart from here on; what follows was not read.')
      } finally {
        rows.destroy()
        await chunks.return()
      }
      const bad = await brokenLine(chunksFrom(tree.set.read(file.member, signal), offset + from), MOST_ROW)
      const where = line + leadingLines(bad)
      const outcome = failed('row-malformed', `(line ${where}) opens a quotation that is never closed`)
      book.add({ pointer: `/${index}`, start: offset + from, bytes: bad }, outcome)
      index += 1
      line += linesIn(bad)
      offset += from + bad.length
    }
    yield book.take()
  }
}

/** Rows are parsed byte for byte, so that places are bytes, and cells are decoded afterwards; but for two bytes a character, as spreadsheets write “Unicode text”. */
function writingOf(head: Buffer): Writing {
  const wide = head[0] === 0xff && head[1] === 0xfe
  const encoding = wide ? 'utf16le' : 'latin1'
  const decode = decoderFor(charsetOf(head))
  return {
    encoding,
    delimiter: delimiterOf(head.toString(encoding, 0, 16_384)),
    decode: wide ? (cell) => cell : (cell) => decode(Buffer.from(cell, 'latin1')),
  }
}

async function* kept(
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
