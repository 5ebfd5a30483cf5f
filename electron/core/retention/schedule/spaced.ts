// Text as it is pasted from a PDF that keeps its layout: columns stand under their headings, with two spaces or more between cells.
import { fieldsIn, findHeader } from './columns.ts'
import type { ScheduleFinding } from './text.ts'

/** A cell may begin this many signs before its heading. */
const SHIFT = 2
/** A line that goes on with the one above begins with a small letter. */
const GOES_ON = /^\p{Ll}/u

interface Cell {
  readonly at: number
  readonly text: string
}

/**
 * The rows of such a text, one a line, so that rows count as lines do. Cells go under the heading that stands above them; where a page
 * repeats its headings in other places, those count from there. A line that only goes on with the row above is joined to it and told.
 * @param headerLine where a person pointed the headings out, from 1; null where known headings shall say it
 */
export function splitSpaced(
  text: string,
  headerLine: number | null,
): { rows: string[][]; findings: ScheduleFinding[] } {
  const findings: ScheduleFinding[] = []
  const rows: string[][] = []
  const lines = text.split(/\r\n|[\r\n\f]/).map(cellsOf)
  let starts: readonly number[] | null = null
  let last: number | null = null
  let finer = -1
  lines.forEach((cells, at) => {
    const heading = headerLine === null || headerLine === at + 1 ? headingsOf(cells, lines[at + 1] ?? []) : null
    if (heading !== null || headerLine === at + 1) starts = heading?.starts ?? cells.map((cell) => cell.at)
    if (heading?.isTwoLines) finer = at + 1
    const row = starts === null ? cells.map((cell) => cell.text) : placed(cells, starts)
    const above: string[] | undefined = last === null ? undefined : rows[last]
    if (heading === null && above !== undefined && goesOn(row, above)) {
      row.forEach((cell, column) => {
        if (cell !== '') above[column] = `${above[column] ?? ''} ${cell}`.trim()
      })
      const words = cells.map((cell) => cell.text).join(' ')
      const message = `Line ${at + 1}, “${words.slice(0, 80)}”, was read as the rest of line ${(last ?? 0) + 1}.`
      findings.push({ row: at + 1, code: 'line-joined', message })
      rows.push([])
      return
    }
    const isRow = heading === null && starts !== null && row.filter((cell) => cell !== '').length > 1
    last = isRow && at !== finer && headerLine !== at + 1 ? at : null
    rows.push(row)
  })
  return { rows, findings }
}

function cellsOf(line: string): Cell[] {
  const plain = line.replaceAll('\t', '    ')
  return [...plain.matchAll(/\S+(?: \S+)*/g)].map((found) => ({ at: found.index, text: found[0] }))
}

interface Headings {
  readonly starts: readonly number[]
  readonly isTwoLines: boolean
}

/** Where the columns begin under a line of headings, alone or with the line of finer headings below it; null where it is none. */
function headingsOf(cells: readonly Cell[], below: readonly Cell[]): Headings | null {
  const alone = findHeader([cells.map(({ text }) => text)])
  if (alone === null) return null
  const finer = new Map([...cells, ...below].map((cell) => [cell.at, cell.text]))
  const sorted = [...finer].sort(([one], [other]) => one - other)
  const together = findHeader([sorted.map(([, text]) => text)])
  const better = together !== null && fieldsIn(together) > fieldsIn(alone)
  const starts = better ? sorted.map(([at]) => at) : cells.map(({ at }) => at)
  return { starts, isTwoLines: better }
}

function placed(cells: readonly Cell[], starts: readonly number[]): string[] {
  const row = starts.map(() => '')
  for (const { at, text } of cells.flatMap((cell) => parted(cell, starts))) {
    const column = Math.max(
      0,
      starts.findLastIndex((start) => start <= at + SHIFT),
    )
    row[column] = `${row[column] ?? ''} ${text}`.trim()
  }
  return row
}

// A cell that fills its column has but one space before the next one, which begins right under its heading.
function parted({ at, text }: Cell, starts: readonly number[]): Cell[] {
  const start = starts.find((one) => one > at + SHIFT && one < at + text.length && text[one - at - 1] === ' ')
  if (start === undefined) return [{ at, text }]
  return [
    { at, text: text.slice(0, start - at).trim() },
    ...parted({ at: start, text: text.slice(start - at) }, starts),
  ]
}

// What begins a row has its first cell; a lone first cell is a heading unless it goes on in small letters.
function goesOn(row: readonly string[], above: readonly string[]): boolean {
  const filled = row.filter((cell) => cell !== '')
  const [first = ''] = row
  if (filled.length === 0 || above.length === 0) return false
  return first === '' || (filled.length === 1 && GOES_ON.test(first))
}
