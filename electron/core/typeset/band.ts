// The band at the head of every page that nobody may take for a released one.
import type { Marking } from '../../../shared/text/marking.ts'
import { heightOf, paintLines } from './paint.ts'
import type { Setting } from './setting.ts'
import { PLAIN } from './shaper.ts'
import { SIZE } from './theme.ts'

/** Height of the band, in points: it lies in the upper margin, from edge to edge. */
const HEIGHT = 26

/** Draws it on the current page, as an artifact. */
export function drawBand(setting: Setting, { word, sentence }: Marking): void {
  const { canvas } = setting
  const lines = setting.lay(`${word} · ${sentence}`, { ...PLAIN, bold: true }, SIZE.small, canvas.page.width)
  canvas.fill(0, 0, canvas.page.width, HEIGHT, 'training')
  const place = { x: 0, y: (HEIGHT - heightOf(lines)) / 2, width: canvas.page.width, align: 'center' } as const
  paintLines(canvas, lines, place, undefined)
}
