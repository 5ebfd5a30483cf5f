// What a table on the screen shows, as text: its headings and its cells, without what is only there to be pressed.
import type { ShownColumn } from '../../shared/contract/list.ts'

export interface ShownTable {
  readonly columns: readonly ShownColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** Marks what is left out of files, such as a column of buttons. Links and buttons that look like them carry words. */
const PRESSED = 'button:not(.link), input, select, textarea, svg, [aria-hidden="true"]'

/** Reads a table; a column that holds nothing but buttons is left out. */
export function shownTable(table: HTMLTableElement): ShownTable {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
  const all = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap((part) => [...part.rows])
  const rows = all.map((row) => [...row.cells].flatMap(cellTexts))
  const kept = [...heads.keys()].filter(
    (place) =>
      rows.some((row) => (row[place] ?? '') !== '') || !all.every((row) => row.cells[place]?.querySelector(PRESSED)),
  )
  return {
    columns: kept.map((place) => ({
      title: heads[place] ? textOf(heads[place]) : '',
      number: heads[place]?.classList.contains('number') ?? false,
    })),
    rows: rows.map((row) => kept.map((place) => row[place] ?? '')),
  }
}

/** A cell over several columns is written in the first of them. */
function cellTexts(cell: HTMLTableCellElement): string[] {
  return [textOf(cell), ...Array.from({ length: cell.colSpan - 1 }, () => '')]
}

function textOf(cell: Element): string {
  return collected(cell)
    .split('\n')
    .map((line) => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
}

function collected(node: Node): string {
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ')
  if (!(node instanceof Element) || node.matches(PRESSED)) return ''
  const { display } = getComputedStyle(node)
  if (display === 'none') return ''
  const inner = [...node.childNodes].map(collected).join('')
  // Words that stand apart on the screen stay apart in the file.
  return display.startsWith('inline') || display === 'contents' ? `${inner} ` : `\n${inner}\n`
}
