// From laid-out lines to the operators that show them, tagged.

import type { Canvas } from './canvas.ts'
import { visualOrder } from './direction.ts'
import type { EmbeddedFont } from './embed.ts'
import { closeLink, linkAnnotation, type OpenLink, openLink } from './link.ts'
import { number, textString } from './pdf.ts'
import type { Line, Run, Style } from './run.ts'
import { BOX } from './shaper.ts'
import type { Element } from './structure.ts'
import { PAINT } from './theme.ts'

/** Where lines stand between the two edges; `start` is the reader's: left for left-to-right lines, right for others. */
export type Align = 'start' | 'end' | 'center'

/** A place for lines on the page, in points from the top left corner. */
export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align: Align
}

/** Height of lines together, in points. */
export function heightOf(lines: readonly Line[]): number {
  let height = 0
  for (const line of lines) height += line.leading
  return height
}

/** Draws lines as content of an element, or as furniture of the page where there is none. */
export function paintLines(canvas: Canvas, lines: readonly Line[], place: Place, element: Element | undefined): void {
  if (lines.every((line) => line.runs.length === 0)) return
  canvas.add(element ? canvas.structure.begin(element) : '/Artifact<</Type/Pagination>>BDC')
  let y = place.y
  let link: OpenLink | undefined
  for (const line of lines) {
    const baseline = y + line.leading / 2 + line.size * 0.35
    const lefts = leftsOf(line, leftEdge(line, place) - (line.rtl ? line.blank : 0))
    for (let from = 0; from < line.runs.length; ) {
      const style = line.runs[from]?.style
      let to = from + 1
      while (
        to < line.runs.length &&
        (line.runs[to]?.style === style || !(leads(style) || leads(line.runs[to]?.style)))
      )
        to++
      if (link && link.style !== style) {
        closeLink(canvas, link)
        link = undefined
      }
      if (element && style && leads(style)) {
        canvas.add('EMC')
        link ??= openLink(canvas, element, style)
        canvas.add(canvas.structure.begin(link.element))
        paintRuns(canvas, line, lefts, from, to, baseline)
        canvas.add('EMC')
        linkAnnotation(canvas, link, edges(line, lefts, from, to), y, line.leading, baseline)
        canvas.add(canvas.structure.begin(element))
      } else {
        paintRuns(canvas, line, lefts, from, to, baseline)
      }
      from = to
    }
    y += line.leading
  }
  if (link) closeLink(canvas, link)
  canvas.add('EMC')
}

/** Whether a text leads somewhere. */
function leads(style: Style | undefined): boolean {
  return style?.link !== undefined || style?.note !== undefined
}

function leftEdge(line: Line, { x, width, align }: Place): number {
  if (align === 'center') return x + (width - line.width) / 2
  return (align === 'end') !== line.rtl ? x + width - line.width : x
}

function leftsOf(line: Line, left: number): readonly number[] {
  const lefts: number[] = []
  const simple = line.runs.every((run) => run.level === 0)
  let x = left
  for (const i of simple ? line.runs.keys() : visualOrder(line.runs.map((run) => run.level))) {
    lefts[i] = x
    x += ((line.runs[i]?.width ?? 0) / 1000) * line.size
  }
  return lefts
}

function edges(line: Line, lefts: readonly number[], from: number, to: number): { left: number; right: number } {
  let left = Number.POSITIVE_INFINITY
  let right = Number.NEGATIVE_INFINITY
  for (let i = from; i < to; i++) {
    const start = lefts[i] ?? 0
    left = Math.min(left, start)
    right = Math.max(right, start + ((line.runs[i]?.width ?? 0) / 1000) * line.size)
  }
  return { left, right }
}

function paintRuns(
  canvas: Canvas,
  line: Line,
  lefts: readonly number[],
  from: number,
  to: number,
  baseline: number,
): void {
  let operators = 'BT '
  let frames = ''
  let pen = Number.NaN
  for (let i = from; i < to; i++) {
    const run = line.runs[i]
    if (!run) continue
    const left = lefts[i] ?? 0
    const size = run.box ? line.size * BOX.size : line.size
    const inset = run.box ? (BOX.padding / 1000) * size : 0
    const { font, select } = canvas.font(run.face, size)
    operators += canvas.colour(run.box ? 'muted' : run.style.paint) + select
    // Written so that it is false for the NaN of the first run.
    if (!(Math.abs(left + inset - pen) < 0.02)) {
      operators += `1 0 0 -1 ${number(left + inset)} ${number(run.box ? baseline - line.size * 0.06 : baseline)} Tm `
    }
    const shown = show(font, run, size)
    if (run.actual !== undefined)
      operators += `/Span<</ActualText ${textString(run.actual)}>>BDC ${shown.operators}EMC `
    else if ((run.level & 1) === 1) operators += `/ReversedChars BMC ${shown.operators}EMC `
    else operators += shown.operators
    pen = left + inset + (shown.pen / 1000) * size
    if (run.box) frames += frame(left, baseline, (run.width / 1000) * line.size, line.size)
  }
  canvas.add(`${operators}ET${frames && ` ${PAINT.line} RG 0.4 w ${frames}S`}`)
}

function frame(left: number, baseline: number, width: number, size: number): string {
  return `${number(left + 0.4)} ${number(baseline - size * 0.64)} ${number(width - 0.8)} ${number(size * 0.72)} re `
}

/** The operators that show a run from the current point on, and where they leave the pen, in thousandths of an em. */
function show(font: EmbeddedFont, run: Run, size: number): { readonly operators: string; readonly pen: number } {
  let shown = ''
  let string = ''
  let rise = 0
  let pen = 0
  let at = 0
  const close = () => {
    if (string) shown += `[${string}>]TJ `
    string = ''
  }
  for (const glyph of run.glyphs) {
    if (glyph.dy !== rise) {
      close()
      rise = glyph.dy
      shown += `${number((rise * size) / 1000)} Ts `
    }
    const gap = Math.round(at + glyph.dx - pen)
    if (string === '') string = gap === 0 ? '<' : `${-gap}<`
    else if (gap !== 0) string += `>${-gap}<`
    string += font.code(glyph.shape)
    pen += gap + glyph.shape.width
    at += glyph.advance
  }
  close()
  return { operators: rise === 0 ? shown : `${shown}0 Ts `, pen }
}
