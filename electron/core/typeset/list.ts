// Lists with bullets (ISO 32000-1, 14.8.4.3.3): the bullet stands out at the left, the lines of the item below one another.

import { languageEntry } from './language.ts'
import { heightOf, paintLines } from './paint.ts'
import { plainText, type Setting, type Text } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

const BULLET = '•'
const INDENT = 11
const SPACE_BETWEEN = 3
const SPACE_AFTER = 4

/** Draws a list; nothing where it has no items. @param size of its text, in points */
export function drawList(setting: Setting, items: Iterable<Text>, size: number = SIZE.body): void {
  const { canvas } = setting
  const { structure } = canvas
  const laid = Array.from(items, (text) => ({
    text,
    lines: setting.lay(text, PLAIN, size, canvas.page.measure - INDENT),
  }))
  const [first] = laid
  if (!first) return
  canvas.need(heightOf(first.lines.slice(0, 2)))
  const list = structure.open(structure.root, 'L', '/A<</O/List/ListNumbering/Disc>>')
  for (const { text, lines } of laid) {
    canvas.need(heightOf(lines.slice(0, 2)))
    const item = structure.open(list, 'LI')
    const label = structure.open(item, 'Lbl')
    const bullet = setting.lay(BULLET, PLAIN, size, INDENT)
    paintLines(canvas, bullet, { x: canvas.page.left, y: canvas.y, width: INDENT, align: 'start' }, label)
    structure.close(label)
    const body = structure.open(item, 'LBody', languageEntry(plainText(text), undefined))
    setting.flow(lines, body, { x: canvas.page.left + INDENT, width: canvas.page.measure - INDENT })
    structure.close(body)
    structure.close(item)
    canvas.space(SPACE_BETWEEN)
  }
  structure.close(list)
  canvas.space(SPACE_AFTER)
}
