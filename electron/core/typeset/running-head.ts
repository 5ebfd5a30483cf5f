// What a page says at its head when it goes on with something that began on another.
import { paintLines } from './paint.ts'
import type { Setting } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

/** So far above what is written on the page, in points: in its upper margin, below the band of a draft. */
const ABOVE = 22

/** Draws it on the current page, as an artifact: a screen reader goes on reading without it. */
export function drawRunningHead(setting: Setting, text: string): void {
  const { page } = setting.canvas
  const lines = setting.lay(text, { ...PLAIN, paint: 'muted' }, SIZE.footer, page.measure)
  const place = { x: page.left, y: page.top - ABOVE, width: page.measure, align: 'start' } as const
  paintLines(setting.canvas, lines.slice(0, 1), place, undefined)
}
