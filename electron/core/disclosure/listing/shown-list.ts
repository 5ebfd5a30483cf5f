// A list of a room as a file: the cells as they are shown, numbers as numbers where a spreadsheet can count with them.
import type { Writable } from 'node:stream'
import type { z } from 'zod'
import type { listWrite } from '../../../../shared/contract/list.ts'
import { type Instant, readableInstant } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import { csvLine } from '../../../../shared/text/csv.ts'
import { TRAINING, TRAINING_CELL, trainingCells } from '../../../../shared/text/practice.ts'
import { createDocument } from '../../typeset/document.ts'
import { writeSheet } from '../../workbook/write.ts'

type ShownList = Pick<z.output<typeof listWrite.input>, 'title' | 'columns' | 'rows'>

/** What a printed list says of itself. */
interface Facts {
  readonly city: string
  readonly zone: string
  readonly writtenAt: Instant
  readonly writtenBy: string
  readonly practice: boolean
}

/** More columns than these need the width of the page. */
const UPRIGHT = 5
const NUMBER = /^-?\d{1,3}(,?\d{3})*(\.\d+)?$/

/** CSV (RFC 4180, UTF-8 with a byte order mark); nothing in it runs in a spreadsheet. In a practice vault every row says so. */
export function shownCsv({ columns, rows }: ShownList, practice: boolean): string {
  const cells = (row: readonly string[]) => columns.map((column, place) => cellValue(row[place] ?? '', column.number))
  const heads = columns.map(({ title }) => title)
  const lines = rows.map((row) => csvLine(trainingCells<string | number>(practice, TRAINING_CELL, cells(row))))
  return `\uFEFF${csvLine(trainingCells(practice, TRAINING, heads))}${lines.join('')}`
}

/** A workbook of one sheet. */
export function shownXlsx({ columns, rows }: ShownList, practice: boolean): Promise<Uint8Array> {
  const widest = (place: number, title: string) =>
    Math.min(60, Math.max(title.length, ...rows.slice(0, 200).map((row) => row[place]?.length ?? 0)) + 3)
  const heads = columns.map(({ title }, place) => ({ header: title, width: widest(place, title) }))
  const cells = rows.map((row) => columns.map((column, place) => cellValue(row[place] ?? '', column.number)))
  return writeSheet('List', heads, cells, practice)
}

/** A tagged PDF, to print. Ends `out`; rejects with its error. */
export async function shownPdf(out: Writable, list: ShownList, facts: Facts): Promise<void> {
  const { title, columns, rows } = list
  const written = readableInstant(facts.writtenAt, facts.zone)
  const doc = createDocument(out, {
    title: `${title} – ${facts.city}`,
    lang: 'en-US',
    author: facts.city,
    createdAt: new Date(facts.writtenAt),
    page: columns.length > UPRIGHT ? 'lying' : 'upright',
    footer: `${facts.city} · ${title} · ${written}`,
    practice: facts.practice,
  })
  await doc.heading(1, title)
  await doc.paragraph(facts.city, { size: 12, colour: 'muted', spaceAfter: 12 })
  await doc.facts([
    ['Holds', amount(rows.length, 'row')],
    ['Written', `${written}, by ${facts.writtenBy}`],
  ])
  await doc.table({
    caption: title,
    columns: columns.map(({ title: header, number }) => ({ header, width: 1, ...(number ? { align: 'end' } : {}) })),
    fitted: true,
    rows: rows.map((row) => columns.map((_, place) => row[place] ?? '')),
  })
  await doc.finish()
}

/** A figure as a number; all else as it is shown. */
function cellValue(shown: string, number: boolean): string | number {
  return number && NUMBER.test(shown) ? Number(shown.replaceAll(',', '')) : shown
}
