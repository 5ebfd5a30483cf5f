// Owns reading CSV files of any platform row by row, by the names of their columns.
import type { Outcome } from '../draft.ts'
import { charsetOf, decoderFor } from './charset.ts'
import { CsvUnreadable, csvRows } from './csv-rows.ts'
import { failed } from './draft.ts'
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

/** Enough to tell the charset and the delimiter by. */
const HEAD = 16_384

/** A reader of CSV files; comma, semicolon or tab, quotes as they come. The header and what stands before it are no items. */
export function csvReader<State>(spec: CsvSpec<State>): FileReader<State> {
  return async function* (reading) {
    const { tree, file, signal } = reading
    const source = await begun(tree.set.read(file.member, signal))
    // The parser knows one order of two bytes only; rows are kept as they lie in the file.
    const turned = source.head[0] === 0xfe && source.head[1] === 0xff
    const head = turned ? swapped(source.head) : source.head
    const chunks = turned ? inPairs(source.chunks) : source.chunks
    // As spreadsheets write “Unicode text”: two bytes a character, which the parser itself must tell apart.
    const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf16le' : 'latin1'
    const decode = encoding === 'latin1' ? decoderFor(charsetOf(head)) : null
    const form = { delimiter: delimiterOf(head.toString(encoding)), encoding } as const
    const book = itemBook()
    let header: readonly string[] | null = spec.bare === true ? [] : null
    let index = 0
    let line = 1
    try {
      for await (const row of csvRows(chunks, form)) {
        signal.throwIfAborted()
        const place = { index, line: line + blankLines(row.bytes) }
        line += linesIn(row.bytes)
        const cells = row.cells?.map((cell) => decode?.(Buffer.from(cell, 'latin1')) ?? cell) ?? null
        if (row.start === 0 && cells?.[0] !== undefined)
          cells[0] = cells[0].replace(/^\ufeff/, '').replace(/^"(.*)"$/s, '$1')
        if (header === null && cells !== null) {
          if (spec.isHeader?.(cells) ?? true) header = cells
          continue
        }
        if (cells?.every((cell) => cell.trim() === '')) continue
        const outcome =
          cells === null || header === null || (row.doubtful && cells.length !== header.length)
            ? failed('row-malformed', `(line ${place.line}) is a row, or a piece of one, whose quotes do not close`)
            : spec.make(rowOf(header, cells), place, reading)
        const bytes = turned ? swapped(row.bytes) : row.bytes
        book.add({ pointer: `/${index}`, start: row.start, bytes }, outcome)
        index += 1
        if (book.full) yield book.take()
      }
    } catch (error) {
      yield book.take()
      if (!(error instanceof CsvUnreadable)) throw error
      throw damagedFile(file, 'has rows that cannot be told apart from here on; what follows was not read.')
    }
    yield book.take()
  }
}

/** The beginning of a file, and the whole of it. */
async function begun(
  chunks: AsyncGenerator<Buffer>,
): Promise<{ readonly head: Buffer; readonly chunks: AsyncGenerator<Buffer> }> {
  const first: Buffer[] = []
  let size = 0
  let error: { readonly thrown: unknown } | null = null
  try {
    while (size < HEAD) {
      const next = await chunks.next()
      if (next.done === true) break
      first.push(next.value)
      size += next.value.length
    }
  } catch (thrown) {
    error = { thrown }
  }
  return {
    head: Buffer.concat(first).subarray(0, HEAD),
    chunks: (async function* () {
      try {
        yield* first
        if (error !== null) throw error.thrown
        yield* chunks
      } finally {
        await chunks.return(undefined)
      }
    })(),
  }
}

/** The bytes of each pair in the other order; one without a fellow is left out. */
function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16()
}

/** Chunks of whole pairs, each pair in the other order. */
async function* inPairs(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([left, chunk])
    left = bytes.subarray(bytes.length & ~1)
    yield swapped(bytes)
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
