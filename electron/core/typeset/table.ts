// Tables: a header that comes again on every page, and rows asked for only as fast as the document is taken.

import { type Column, fittedColumns } from './fit.ts'
import { heightOf, paintLines } from './paint.ts'
import { CELL_PADDING, type Cell, drawRow, layRow, leastOf, type Row, type Track } from './row.ts'
import type { Line, Style } from './run.ts'
import type { Setting } from './setting.ts'
import { PLAIN } from './shaper.ts'
import type { Element } from './structure.ts'
import { type Page, SIZE } from './theme.ts'

/** A table. */
export interface TableOptions {
  readonly columns: readonly Column[]
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>
  readonly caption?: string
  /** Whether the columns are as wide as what stands in the first rows asks for; their shares are then not looked at. */
  readonly fitted?: boolean
}

const COLUMN_SCOPE = '/A<</O/Table/Scope/Column>>'
const STRONG: Style = { ...PLAIN, bold: true }
const CAPTION_GAP = 3
/** Rows by which the columns of a fitted table are measured. */
const LOOKED_AT = 60

/**
 * Draws a table.
 * @param ready awaited after each page, so that rows are asked for only as fast as the document is taken
 * @throws RangeError where a row has more cells than the table has columns
 */
export async function drawTable(setting: Setting, options: TableOptions, ready: () => Promise<void>): Promise<void> {
  const { canvas } = setting
  const waiting: (readonly Cell[])[] = []
  let tracks = options.fitted ? undefined : tracksOf(canvas.page, options.columns, SIZE.table)
  let table: Begun | undefined
  let page = 0
  const draw = async (cells: readonly Cell[], tracks: readonly Track[]) => {
    const row = layRow(setting, tracks, cells)
    table ??= begin(setting, tracks, options, row)
    drawRow(setting, tracks, row, table.body, table.onNewPage)
    if (page !== canvas.pages) await ready()
    page = canvas.pages
  }
  const widen = async () => {
    const { columns, size } = fittedColumns(setting, options.columns, waiting)
    tracks = tracksOf(canvas.page, columns, size)
    for (const row of waiting.splice(0)) await draw(row, tracks)
    return tracks
  }
  const { rows } = options
  const take = async (row: readonly Cell[]) => {
    if (tracks) return draw(row, tracks)
    if (waiting.push(row) === LOOKED_AT) await widen()
  }
  if (Symbol.asyncIterator in rows) for await (const row of rows) await take(row)
  else for (const row of rows) await take(row)
  tracks ??= await widen()
  table ??= begin(setting, tracks, options, undefined)
  canvas.structure.close(table.body)
  canvas.structure.close(table.table)
  canvas.space(12)
}

/** A table whose header is drawn. */
interface Begun {
  readonly table: Element
  readonly body: Element
  readonly onNewPage: () => void
}

/** Draws caption and header, on the page on which the first row begins. */
function begin(
  setting: Setting,
  tracks: readonly Track[],
  { columns, caption }: TableOptions,
  first: Row | undefined,
): Begun {
  const { canvas } = setting
  const { structure } = canvas
  const title = caption ? setting.lay(caption, STRONG, SIZE.table, canvas.page.measure) : []
  const header = tracks.map((track, i) =>
    setting.lay(columns[i]?.header ?? '', STRONG, Math.min(SIZE.small, track.size), track.width - 2 * CELL_PADDING.x),
  )
  const headerHeight = Math.max(0, ...header.map(heightOf)) + 2 * CELL_PADDING.y
  canvas.need(heightOf(title) + CAPTION_GAP + headerHeight + (first ? leastOf(first) : 0))
  const table = structure.open(structure.root, 'Table')
  if (title.length > 0) {
    const element = structure.open(table, 'Caption')
    setting.flow(title, element, { x: canvas.page.left, width: canvas.page.measure })
    structure.close(element)
    canvas.y += CAPTION_GAP
  }
  const head = structure.open(table, 'THead')
  const row = structure.open(head, 'TR')
  drawHeader(setting, tracks, header, headerHeight, row)
  structure.close(row)
  structure.close(head)
  const onNewPage = () => {
    canvas.newPage()
    drawHeader(setting, tracks, header, headerHeight, undefined)
  }
  return { table, body: structure.open(table, 'TBody'), onNewPage }
}

function tracksOf(page: Page, columns: readonly Column[], size: number): Track[] {
  const sum = columns.reduce((total, column) => total + column.width, 0)
  let x: number = page.left
  return columns.map((column) => {
    const width = (column.width / sum) * page.measure
    const track: Track = { x, width, align: column.align ?? 'start', role: 'TD', entries: '', style: PLAIN, size }
    x += width
    return track
  })
}

/** Draws the header as cells of a row, or as an artifact where it comes again. */
function drawHeader(
  { canvas }: Setting,
  tracks: readonly Track[],
  header: readonly Line[][],
  height: number,
  row: Element | undefined,
): void {
  tracks.forEach((track, i) => {
    const lines = header[i] ?? []
    const cell = row && canvas.structure.open(row, 'TH', COLUMN_SCOPE)
    const y = canvas.y + height - CELL_PADDING.y - heightOf(lines)
    paintLines(
      canvas,
      lines,
      { x: track.x + CELL_PADDING.x, y, width: track.width - 2 * CELL_PADDING.x, align: track.align },
      cell,
    )
    if (cell) canvas.structure.close(cell)
  })
  canvas.y += height
  canvas.rule(canvas.page.left, canvas.y, canvas.page.measure, 'line', 0.75)
}
