// A remark that stands out: a bar and a tint behind a paragraph, and a word that says which kind it is.

import type { Setting, Span, Text } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { type Paint, SIZE } from './theme.ts'

const KINDS = {
  note: { word: 'Note', bar: 'line', tint: 'noteTint', paint: 'ink' },
  warning: { word: 'Warning', bar: 'warning', tint: 'warningTint', paint: 'warning' },
} as const satisfies Record<string, { word: string; bar: Paint; tint: Paint; paint: Paint }>

const PADDING = { x: 12, y: 7 } as const
const BAR = 2.5

/** Draws a banner across the page. */
export function drawBanner(setting: Setting, kind: 'note' | 'warning', text: Text): void {
  const { canvas } = setting
  const { word, bar, tint, paint } = KINDS[kind]
  const spans: readonly Span[] = typeof text === 'string' ? [{ text }] : text
  const label: Span = { text: `${word}: `, bold: true, colour: paint }
  const width = canvas.page.measure - 2 * PADDING.x
  const lines = setting.lay([label, ...spans], PLAIN, SIZE.body, width)
  canvas.need((lines[0]?.leading ?? 0) * Math.min(lines.length, 3) + 2 * PADDING.y)
  canvas.y += PADDING.y
  const element = canvas.structure.open(canvas.structure.root, 'P')
  setting.flow(lines, element, { x: canvas.page.left + PADDING.x, width }, (top, height) => {
    canvas.fill(canvas.page.left, top - PADDING.y, canvas.page.measure, height + 2 * PADDING.y, tint)
    canvas.fill(canvas.page.left, top - PADDING.y, BAR, height + 2 * PADDING.y, bar)
  })
  canvas.structure.close(element)
  canvas.y += PADDING.y
  canvas.space(9)
}
