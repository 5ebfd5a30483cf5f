// records.xlsx: the rows of records.csv as a workbook, packed so that the same production gives the same bytes.
import { writeSheet } from '../../workbook/write.ts'
import { repacked } from '../letter/repack.ts'
import { COLUMN_HEADERS, type Value, valuesOf } from './csv.ts'
import type { Packet } from './packet.ts'
import type { PageSpan } from './pdf-number.ts'
import type { Released } from './released.ts'

/** A workbook is made in memory, and of more rows than this nobody can use one. */
export const MOST_ROWS = 100_000
/** Widths in characters: a number, a moment, a text. */
const WIDE: ReadonlyMap<string, number> = new Map([
  ['Text', 60],
  ['Details (JSON)', 30],
  ['Source', 30],
])

export interface RecordsSheet {
  add(released: Released, pages: PageSpan): void
  /** The whole file. */
  bytes(): Promise<Uint8Array>
}

/** Begins one; null where it would have too many rows. */
export function recordsSheet({ production, document, zone, practice }: Packet): RecordsSheet | null {
  if (production.items > MOST_ROWS) return null
  const draft = document.draft !== null
  const rows: (readonly Value[])[] = []
  const columns = COLUMN_HEADERS.map((header) => ({ header, width: WIDE.get(header) ?? 20 }))
  return {
    add: (released, pages) => void rows.push(valuesOf(released, zone, pages)),
    bytes: async () => {
      const bytes = await writeSheet('Records', columns, rows, practice, draft)
      return repacked(Buffer.from(bytes), new Date(production.frozenAt), practice, draft)
    },
  }
}
