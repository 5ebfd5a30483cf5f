// Owns reading a table's rows in any form: CSV, JSON, JSON Lines, workbook.
import { pathSteps } from '../../../../shared/domain/intake/column-path.ts'
import type { Cell } from '../../workbook/sheets.ts'
import type { Outcome } from '../draft.ts'
import { csvReader } from '../kit/csv-reader.ts'
import { passedOver } from '../kit/draft.ts'
import { damagedFile, itemBook } from '../kit/items.ts'
import { jsonLinesReader } from '../kit/json-lines-reader.ts'
import { jsonReader } from '../kit/json-reader.ts'
import type { FileReader, Reading } from '../kit/spec.ts'
import { cellRow, type Heading, headingOf, isHeading, isHeadingAgain, placesOf } from './cells.ts'
import { jsonRow } from './json-row.ts'
import type { Layout, MappedRow } from './mapped-row.ts'
import type { TableForm } from './table.ts'
import { readSheets } from './xlsx.ts'

const AGAIN = 'the headings once more'

export type MakeRow<State> = (row: MappedRow, reading: Reading<State>) => Outcome

/** A reader of the rows of one table; each row is one item. */
export function rowReader<State>(form: TableForm, layout: Layout, make: MakeRow<State>): FileReader<State> {
  if (form === 'csv') return csvRows(layout, make)
  if (form === 'xlsx') return sheetRows(layout, make)
  if (form === 'json-lines') {
    return jsonLinesReader({ make: (value, { line }, reading) => make(jsonRow(value, `line ${line}`), reading) })
  }
  const keys = layout.list === null ? null : (pathSteps(layout.list) ?? []).map(String)
  const item = ({ index }: { readonly index: number }) => `item ${index + 1}`
  return jsonReader({
    ...(keys === null ? {} : { root: false, lists: (path) => sameKeys(path, keys) }),
    make: (value, place, reading) => make(jsonRow(value, item(place)), reading),
  })
}

function sameKeys(path: readonly string[], keys: readonly string[]): boolean {
  return path.length === keys.length && path.every((key, place) => key === keys[place])
}

function csvRows<State>(layout: Layout, make: MakeRow<State>): FileReader<State> {
  const { header } = layout
  const headings = new WeakMap<readonly string[], Heading>()
  let bare: Heading | null = null
  const named = csvReader<State>({
    bare: !header,
    isHeader: (cells) => isHeading(cells, layout),
    make: (row, { line }, reading) => {
      let heading = header ? headings.get(row.header) : bare
      if (!heading) {
        heading = header ? headingOf(row.header) : placesOf(row.cells.length)
        if (header) headings.set(row.header, heading)
        else bare = heading
      }
      if (header && isHeadingAgain(heading, row.cells)) return passedOver(AGAIN)
      return make(cellRow(heading, row.cells, `line ${line}`), reading)
    },
  })
  return (reading) => {
    bare = null
    return named(reading)
  }
}

/** A row of a workbook has no bytes of its own: its cells as JSON stand for them. */
function sheetRows<State>(layout: Layout, make: MakeRow<State>): FileReader<State> {
  const { sheet, header } = layout
  return async function* (reading) {
    const sheets = await readSheets(reading.tree, reading.file, reading.signal)
    const chosen = sheet === null ? sheets[0] : sheets.find(({ name }) => name === sheet)
    if (chosen === undefined) throw damagedFile(reading.file, `has no sheet “${sheet ?? ''}”.`)
    const book = itemBook()
    let heading: Heading | null = null
    for (const [place, cells] of chosen.rows.entries()) {
      if (place % 256 === 0) reading.signal.throwIfAborted()
      if (cells.every((cell) => cell === null || cell === '')) continue
      if (heading === null) {
        if (!header) heading = placesOf(cells.length)
        else {
          const texts = textsOf(cells)
          if (isHeading(texts, layout)) heading = headingOf(texts)
          continue
        }
      }
      const bytes = Buffer.from(JSON.stringify({ sheet: chosen.name, row: place + 1, cells: named(heading, cells) }))
      const again = header && isHeadingAgain(heading, textsOf(cells))
      const outcome = again ? passedOver(AGAIN) : make(cellRow(heading, cells, `row ${place + 1}`), reading)
      book.add({ pointer: `/${chosen.name}/${place + 1}`, start: 0, bytes }, outcome)
      if (book.full) yield book.take()
    }
    yield book.take()
  }
}

function named({ names }: Heading, cells: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(
    cells.flatMap((cell, at) => (cell === null ? [] : [[names[at] ?? `Column ${at + 1}`, cell]])),
  )
}

function textsOf(cells: readonly Cell[]): string[] {
  return cells.map((cell) => (cell instanceof Date ? cell.toISOString() : String(cell ?? '')))
}
