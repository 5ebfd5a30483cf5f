// A row of a table: cells side by side that wrap, and that go on over the page where they must.

import { languageEntry } from './language.ts'
import { type Align, heightOf, paintLines } from './paint.ts'
import type { Line, Style } from './run.ts'
import { fitting, plainText, type Setting, type Text } from './setting.ts'
import type { Element } from './structure.ts'

/** What stands in one cell. */
export type Cell = Text

/** A column as laid out. */
export interface Track {
  readonly x: number
  readonly width: number
  readonly align: Align
  readonly role: 'TH' | 'TD'
  readonly entries: string
  readonly style: Style
  /** In points. */
  readonly size: number
}

/** A row as laid out, a cell a track. `height` in points. */
export interface Row {
  readonly cells: readonly { readonly lines: readonly Line[]; readonly language: string }[]
  readonly height: number
}

/** Between the edge of a cell and its text, in points. */
export const CELL_PADDING = { x: 5, y: 3.2 } as const
/** A row taller than this may go on over the page, if so much of it fits before. */
const WHOLE = 240
const WORTH_BEGINNING = 60

/**
 * Lays out a row.
 * @throws RangeError where it has more cells than there are tracks
 */
export function layRow(setting: Setting, tracks: readonly Track[], cells: readonly Cell[]): Row {
  if (cells.length > tracks.length)
    throw new RangeError(`A row has ${cells.length} cells, its table ${tracks.length} columns.`)
  const laid = tracks.map((track, i) => {
    const cell = cells[i] ?? ''
    return {
      lines: setting.lay(cell, track.style, track.size, track.width - 2 * CELL_PADDING.x),
      language: languageEntry(plainText(cell), undefined),
    }
  })
  return { cells: laid, height: tallest(laid.map(({ lines }) => lines)) + 2 * CELL_PADDING.y }
}

/** How much of a row must stand on the page on which it begins, in points. */
export function leastOf({ height }: Row): number {
  return height <= WHOLE ? height : WORTH_BEGINNING
}

/**
 * Draws a row as the next child of an element.
 * @param onNewPage begins a page, with whatever comes again at its top
 */
export function drawRow(
  setting: Setting,
  tracks: readonly Track[],
  row: Row,
  parent: Element,
  onNewPage: () => void,
): void {
  const { canvas } = setting
  const { structure } = canvas
  if (leastOf(row) > canvas.room) onNewPage()
  const rowElement = structure.open(parent, 'TR')
  const elements = tracks.map((track, i) =>
    structure.open(rowElement, track.role, track.entries + (row.cells[i]?.language ?? '')),
  )
  const done = row.cells.map(() => 0)
  for (let more = true; more; ) {
    more = false
    const room = canvas.room - 2 * CELL_PADDING.y
    const parts = row.cells.map(({ lines }, i) => fitting(lines, done[i] ?? 0, room))
    tracks.forEach((track, i) => {
      const part = parts[i] ?? []
      const place = {
        x: track.x + CELL_PADDING.x,
        y: canvas.y + CELL_PADDING.y,
        width: track.width - 2 * CELL_PADDING.x,
        align: track.align,
      }
      paintLines(canvas, part, place, elements[i])
      done[i] = (done[i] ?? 0) + part.length
      more ||= (done[i] ?? 0) < (row.cells[i]?.lines.length ?? 0)
    })
    canvas.y += tallest(parts) + 2 * CELL_PADDING.y
    canvas.rule(canvas.page.left, canvas.y, canvas.page.measure, 'hairline', 0.5)
    if (more) onNewPage()
  }
  for (const element of elements) structure.close(element)
  structure.close(rowElement)
}

function tallest(cells: readonly (readonly Line[])[]): number {
  let height = 0
  for (const lines of cells) height = Math.max(height, heightOf(lines))
  return height
}
