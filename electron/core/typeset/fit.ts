// How wide the columns of a table must be, so that no word in it is torn apart where there is room to keep it whole.

import type { Align } from './paint.ts'
import { CELL_PADDING, type Cell } from './row.ts'
import type { Style } from './run.ts'
import { plainText, type Setting } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

/** A column of a table. */
export interface Column {
  readonly header: string
  /** Share of the width; the shares are taken relative to their sum. */
  readonly width: number
  readonly align?: Align
}

/** A word so many times as wide as the type is high may be broken: an address, a digest. */
const WIDEST_WORD = 11.5
/** Of a long text so many words are looked at. */
const WORDS = 24
/** Sizes of the type, the largest first: many columns are set smaller. */
const SIZES: readonly number[] = [SIZE.table, 7.5, 6.5]
const STRONG: Style = { ...PLAIN, bold: true }

interface Wanted {
  /** As wide as its widest word. */
  readonly least: number
  /** As wide as its widest cell on one line. */
  readonly whole: number
}

/**
 * Columns whose shares are their widths, and the size of type at which they fit: each has room for its widest word, and what is left goes
 * to those that would fill it.
 * @param rows the rows by which they are measured
 */
export function fittedColumns(
  setting: Setting,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): { readonly columns: readonly Column[]; readonly size: number } {
  const { measure } = setting.canvas.page
  let size: number = SIZE.table
  let wanted: readonly Wanted[] = []
  for (size of SIZES) {
    wanted = columns.map(({ header }, i) =>
      wantedBy(
        setting,
        header,
        rows.map((row) => plainText(row[i] ?? '')),
        size,
      ),
    )
    // Long texts are read best when they get a good part of the page.
    const texts = wanted.filter(({ least, whole }) => whole > 3 * least).length
    if (sum(wanted.map(({ least }) => least)) + texts * 10 * size <= measure) break
  }
  const room = Math.max(0, measure - sum(wanted.map(({ least }) => least)))
  const more = sum(wanted.map(({ least, whole }) => whole - least))
  const share = more === 0 ? 0 : Math.min(1, room / more)
  return {
    size,
    columns: columns.map((column, i) => {
      const { least = 0, whole = 0 } = wanted[i] ?? {}
      return { ...column, width: least + (whole - least) * share }
    }),
  }
}

function wantedBy(setting: Setting, header: string, cells: readonly string[], size: number): Wanted {
  const padding = 2 * CELL_PADDING.x + 0.5
  const heading = widths(setting, [header], STRONG, Math.min(SIZE.small, size))
  const body = widths(setting, cells, PLAIN, size)
  const least = Math.min(WIDEST_WORD * size, Math.max(heading.word, body.word)) + padding
  return { least, whole: Math.max(least, Math.max(heading.line, body.line) + padding) }
}

function widths(setting: Setting, texts: readonly string[], style: Style, size: number) {
  const known = new Map<string, number>()
  const blank = setting.widthOf('x x', style, size) - 2 * setting.widthOf('x', style, size)
  let word = 0
  let line = 0
  for (const text of texts.flatMap((one) => one.split(/\r\n?|\n/))) {
    const words = text.split(/[ \t]+/).filter((one) => one !== '')
    let whole = 0
    for (const one of words.slice(0, WORDS)) {
      const width = known.get(one) ?? setting.widthOf(one, style, size)
      known.set(one, width)
      word = Math.max(word, width)
      whole += width + blank
    }
    line = Math.max(line, whole - blank)
  }
  return { word, line }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
