// A chart of bars that lie: one bar a row, its parts side by side, each bar with its number; tagged as a figure with words in its place.

import { heightOf, paintLines } from './paint.ts'
import { number, textString } from './pdf.ts'
import { revealedPlain } from './reveal.ts'
import type { Setting } from './setting.ts'
import { PLAIN } from './shaper.ts'
import type { Element } from './structure.ts'
import { PAINT, type Paint, SIZE } from './theme.ts'

/** What a chart shows. The numbers stand in a table near it: a chart alone is not enough for anybody who cannot see it. */
export interface ChartOptions {
  readonly caption: string
  /** What the chart shows, for those who do not see it. */
  readonly alt: string
  /** What the parts of a bar are, at most four, in their order. */
  readonly parts: readonly string[]
  /** A bar each: its label, and a number for each part. */
  readonly bars: readonly { readonly label: string; readonly values: readonly number[] }[]
}

/** Told apart by lightness, not by hue alone. */
const PART_PAINTS: readonly Paint[] = ['barDark', 'barMiddle', 'barLight', 'barPale']
const BAR = { height: 11, gap: 5, apart: 1 } as const
const SHARE = { label: 0.3, value: 0.1 } as const
const STRONG = { ...PLAIN, bold: true }

/** Draws a chart on one page; more bars than a page holds go on in charts of their own. Nothing where there is no bar. */
export function drawChart(setting: Setting, options: ChartOptions): void {
  const { canvas } = setting
  const perPage = Math.floor((canvas.page.floor - canvas.page.top - HEAD) / (BAR.height + BAR.gap))
  for (let from = 0; from < options.bars.length; from += perPage)
    drawPart(setting, { ...options, bars: options.bars.slice(from, from + perPage) }, mostOf(options))
}

/** Caption and legend, in points. */
const HEAD = 40

function mostOf({ bars }: ChartOptions): number {
  return Math.max(1, ...bars.map(sumOf))
}

function sumOf({ values }: ChartOptions['bars'][number]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function drawPart(setting: Setting, { caption, alt, parts, bars }: ChartOptions, most: number): void {
  const { canvas } = setting
  const { structure, page } = canvas
  const height = HEAD + bars.length * (BAR.height + BAR.gap)
  canvas.need(height)
  const box = [page.left, page.height - canvas.y - height, page.left + page.measure, page.height - canvas.y]
  const words = textString(revealedPlain(alt))
  const figure = structure.open(
    structure.root,
    'Figure',
    `/Alt ${words}/A<</O/Layout/Placement/Block/BBox[${box.map(number).join(' ')}]>>`,
  )
  const title = setting.lay(caption, STRONG, SIZE.table, page.measure)
  paintLines(canvas, title, { x: page.left, y: canvas.y, width: page.measure, align: 'start' }, figure)
  canvas.y += heightOf(title) + 3
  drawLegend(setting, figure, parts)
  for (const bar of bars) drawBar(setting, figure, bar, most)
  structure.close(figure)
  canvas.space(10)
}

function drawLegend(setting: Setting, figure: Element, parts: readonly string[]): void {
  const { canvas } = setting
  let x = canvas.page.left
  let height = 0
  for (const [place, part] of parts.entries()) {
    const lines = setting.lay(part, { ...PLAIN, paint: 'muted' }, SIZE.small, canvas.page.measure)
    const width = Math.max(0, ...lines.map((line) => line.width))
    rectangle(setting, figure, { x, y: canvas.y + 1.5, width: 8, height: 8 }, paintOf(place))
    paintLines(canvas, lines, { x: x + 11, y: canvas.y, width: width + 1, align: 'start' }, figure)
    x += width + 26
    height = Math.max(height, heightOf(lines))
  }
  canvas.y += height + 5
}

function drawBar(setting: Setting, figure: Element, bar: ChartOptions['bars'][number], most: number): void {
  const { canvas } = setting
  const { left, measure } = canvas.page
  const labels = measure * SHARE.label
  const width = measure * (1 - SHARE.label - SHARE.value)
  const [label] = setting.lay(bar.label, PLAIN, SIZE.small, labels - 8)
  const place = { x: left, y: canvas.y, width: labels - 8, align: 'start' } as const
  if (label !== undefined) paintLines(canvas, [label], place, figure)
  let x = left + labels
  for (const [part, value] of bar.values.entries()) {
    const length = (value / most) * width
    if (value > 0)
      rectangle(
        setting,
        figure,
        { x, y: canvas.y, width: Math.max(0.8, length - BAR.apart), height: BAR.height },
        paintOf(part),
      )
    x += length
  }
  const sum = setting.lay(String(sumOf(bar)), PLAIN, SIZE.small, measure * SHARE.value)
  paintLines(canvas, sum, { x: x + 4, y: canvas.y, width: measure * SHARE.value, align: 'start' }, figure)
  canvas.y += BAR.height + BAR.gap
}

function paintOf(part: number): Paint {
  return PART_PAINTS[part % PART_PAINTS.length] ?? 'barDark'
}

function rectangle(
  { canvas }: Setting,
  figure: Element,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  paint: Paint,
): void {
  const { x, y, width, height } = box
  canvas.add(
    `${canvas.structure.begin(figure)} q ${PAINT[paint]} rg ${[x, y, width, height].map(number).join(' ')} re f Q EMC`,
  )
}
