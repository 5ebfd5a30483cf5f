// Notes at the foot of what they belong to (ISO 32000-1, 14.8.4.4.1): the number stands out at the left, as in the text.

import { languageEntry } from './language.ts'
import { heightOf, paintLines } from './paint.ts'
import type { Style } from './run.ts'
import { plainText, type Setting, type Text } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

const INDENT = 16
const RULE = 72
const SPACE = { before: 5, between: 2, after: 5 } as const
const STYLE: Style = PLAIN
const LABEL: Style = { ...PLAIN, bold: true }

/** Draws notes below a short rule; nothing where there are none. */
export function drawNotes(setting: Setting, notes: Iterable<readonly [number: string, text: Text]>): void {
  const { canvas } = setting
  const { structure, page } = canvas
  const laid = Array.from(notes, ([number, text]) => ({
    number,
    text,
    lines: setting.lay(text, STYLE, SIZE.small, page.measure - INDENT),
  }))
  const [first] = laid
  if (!first) return
  canvas.need(SPACE.before + heightOf(first.lines.slice(0, 2)))
  if (!canvas.fresh) canvas.rule(page.left, canvas.y, RULE, 'line', 0.5)
  canvas.space(SPACE.before)
  for (const { number, text, lines } of laid) {
    canvas.need(heightOf(lines.slice(0, 2)))
    canvas.destinations.settle(number, page.left, canvas.y)
    const note = structure.openIdentified(structure.root, 'Note')
    const label = structure.open(note, 'Lbl')
    const drawn = setting.lay(number, LABEL, SIZE.small, INDENT)
    paintLines(canvas, drawn, { x: page.left, y: canvas.y, width: INDENT, align: 'start' }, label)
    structure.close(label)
    const body = structure.open(note, 'P', languageEntry(plainText(text), undefined))
    setting.flow(lines, body, { x: page.left + INDENT, width: page.measure - INDENT })
    structure.close(body)
    structure.close(note)
    canvas.space(SPACE.between)
  }
  canvas.space(SPACE.after)
}
