// Owns cutting a CSV file into rows with their bytes; a row whose quotes never close costs that row and no other.
import { parse } from 'csv-parse'
import { MemberError } from '../archive/archive.ts'
import { byteWindow } from './byte-window.ts'
import { swallows } from './csv-swallow.ts'

/** One row. */
export interface CsvRow {
  readonly start: number
  readonly bytes: Buffer
  /** As the parser decoded them (latin1, so that places are bytes, unless the file is UTF-16); null where the row cannot be told apart from what follows it. */
  readonly cells: readonly string[] | null
  /** True behind a row without an end: what looks like a row may be a piece of a cell. */
  readonly doubtful: boolean
}

interface Cut {
  readonly cells: string[]
  /** Of the file, behind the row. */
  readonly end: number
}

/** After so many rows without an end nothing can be told apart any more. */
const MOST_BROKEN = 200
/** Bytes that are read anew for rows without an end: each costs the rest of what is held. */
const MOST_AGAIN = 256 * 2 ** 20
const NEWLINE = 10

/** How the parser tells characters apart: UTF-16 it must know, everything else is read byte for byte. */
export interface CsvForm {
  readonly delimiter: string
  readonly encoding: 'latin1' | 'utf16le'
}

/** Thrown behind the last row that can be told apart. */
export class CsvUnreadable extends Error {}

/**
 * Rows in order, the header and what stands before it among them.
 * @throws MemberError what the input throws, behind the rows that stand before the damage
 * @throws CsvUnreadable
 */
export async function* csvRows(chunks: AsyncIterable<Buffer>, form: CsvForm): AsyncGenerator<CsvRow, void, undefined> {
  const window = byteWindow()
  let cutter = rowCutter(form, 0)
  let from = 0
  let size = 0
  let broken = 0
  let again = 0
  let width = 0

  const taken = (end: number, cells: readonly string[] | null): CsvRow => {
    const row = { start: from, bytes: window.take(from, end), cells, doubtful: broken > 0 }
    from = end
    return row
  }

  /** Rows as far as they go; a row without an end is given up at its first line, and what follows is read anew. */
  async function* advance(chunk: Buffer | null): AsyncGenerator<CsvRow, void, undefined> {
    for (let feed = chunk; ; ) {
      await (feed === null ? cutter.end() : cutter.write(feed))
      let whole = !cutter.failed
      for (const { cells, end } of cutter.take()) {
        const inLines = cells.some((cell) => cell.includes('\n'))
        if (inLines && swallows(window.peek(from, end).toString(form.encoding), form.delimiter, width)) {
          whole = false
          break
        }
        width = Math.max(width, cells.length)
        yield taken(end, cells)
      }
      if (whole) return
      const left = window.peek(from, size)
      broken += 1
      again += left.length
      if (broken > MOST_BROKEN || again > MOST_AGAIN) throw new CsvUnreadable()
      const line = left.indexOf(NEWLINE)
      const wide = form.encoding === 'utf16le' ? 1 : 0
      yield taken(line < 0 ? size : Math.min(size, from + line + 1 + wide), null)
      cutter = rowCutter(form, from)
      if (chunk !== null) {
        feed = window.peek(from, size)
        continue
      }
      await cutter.write(window.peek(from, size))
      feed = null
    }
  }

  try {
    for await (const chunk of chunks) {
      window.add(chunk)
      size += chunk.length
      yield* advance(chunk)
    }
  } catch (error) {
    // Where the file breaks off in a row, that row is none.
    if (error instanceof MemberError) cutter.abandon()
    throw error
  }
  yield* advance(null)
}

/** Rows of what is written, at once: rows that stand before an error are not lost with it. */
function rowCutter({ delimiter, encoding }: CsvForm, base: number) {
  let rows: Cut[] = []
  let failed = false
  const parser = parse({
    encoding,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 64 * 2 ** 20,
    on_record: (cells: string[], { bytes }: { bytes: number }) => {
      rows.push({ cells, end: base + bytes })
      return null
    },
  })
  const closed = new Promise<void>((done) => parser.once('close', done))
  parser.on('error', () => {
    failed = true
  })
  parser.resume()
  return {
    write: (chunk: Buffer) =>
      new Promise<void>((done) =>
        parser.write(chunk, (error) => {
          failed ||= error != null
          done()
        }),
      ),
    end: async () => {
      parser.end()
      await closed
    },
    /** Rows cut since the last call. */
    take: () => {
      const taken = rows
      rows = []
      return taken
    },
    get failed() {
      return failed
    },
    abandon: () => parser.destroy(),
  }
}
