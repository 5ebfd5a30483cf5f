// A word across the whole page, behind all that stands on it.
import { heightOf, paintLines } from './paint.ts'
import type { Setting } from './setting.ts'
import { PLAIN } from './shaper.ts'

const SIZE = 150
const DEGREES = 50

/** Draws it on the current page, as an artifact, before anything else is drawn there. */
export function drawWatermark(setting: Setting, word: string): void {
  const { canvas } = setting
  const { width, height } = canvas.page
  const lines = setting.lay(word, { ...PLAIN, bold: true, paint: 'watermark' }, SIZE, height)
  canvas.turned(width / 2, height / 2, DEGREES, () => {
    const place = { x: -height / 2, y: -heightOf(lines) / 2, width: height, align: 'center' } as const
    paintLines(canvas, lines, place, undefined)
  })
}
