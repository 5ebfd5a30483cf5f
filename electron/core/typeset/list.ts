// Lists with bullets or numbers (ISO 32000-1, 14.8.4.3.3): the label stands out at the left, the lines of the item below one another.

import { languageEntry } from './language.ts'
import { heightOf, paintLines } from './paint.ts'
import { plainText, type Setting, type Text } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

const BULLET = '•'
const INDENT = { bullet: 11, number: 18 } as const
const SPACE_BETWEEN = 3
const SPACE_AFTER = 4

/** How a list is set. `size`: of its text, in points; `numbered`: with a number before each item instead of a bullet. */
export interface ListOptions {
  readonly size?: number
  readonly numbered?: boolean
}

/** Draws a list; nothing where it has no items. */
export function drawList(
  setting: Setting,
  items: Iterable<Text>,
  { size = SIZE.body, numbered = false }: ListOptions = {},
): void {
  const { canvas } = setting
  const { structure } = canvas
  const indent = numbered ? INDENT.number : INDENT.bullet
  const laid = Array.from(items, (text) => ({
    text,
    lines: setting.lay(text, PLAIN, size, canvas.page.measure - indent),
  }))
  const [first] = laid
  if (!first) return
  canvas.need(heightOf(first.lines.slice(0, 2)))
  const list = structure.open(structure.root, 'L', `/A<</O/List/ListNumbering/${numbered ? 'Decimal' : 'Disc'}>>`)
  for (const [place, { text, lines }] of laid.entries()) {
    canvas.need(heightOf(lines.slice(0, 2)))
    const item = structure.open(list, 'LI')
    const label = structure.open(item, 'Lbl')
    const mark = setting.lay(numbered ? `${place + 1}.` : BULLET, PLAIN, size, indent)
    paintLines(canvas, mark, { x: canvas.page.left, y: canvas.y, width: indent, align: 'start' }, label)
    structure.close(label)
    const body = structure.open(item, 'LBody', languageEntry(plainText(text), undefined))
    setting.flow(lines, body, { x: canvas.page.left + indent, width: canvas.page.measure - indent })
    structure.close(body)
    structure.close(item)
    canvas.space(SPACE_BETWEEN)
  }
  structure.close(list)
  canvas.space(SPACE_AFTER)
}
