// What the blocks of a document share: its pages, its fonts, and the tally of what could not be shown as it was.

import type { Canvas } from './canvas.ts'
import type { FontStack } from './fonts.ts'
import { layOut, type StyledText } from './lines.ts'
import { safeAddress } from './link.ts'
import { type Align, heightOf, paintLines } from './paint.ts'
import type { Line, Style } from './run.ts'
import type { Element } from './structure.ts'
import type { Colour } from './theme.ts'

/** A stretch of text with its own emphasis. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  /** For digests and identifiers: every character in a cell of the same width. */
  readonly mono?: boolean
  /** A web or mail address; any other is ignored. */
  readonly link?: string
  /** The number of a note to which it leads; that note is drawn later. */
  readonly note?: string
  readonly colour?: Colour
}

/** Plain text, or stretches of text one after another. */
export type Text = string | readonly Span[]

/** How often a character was met that could not be shown as itself. */
export interface Tally {
  /** `U+XXXX` */
  readonly codePoint: string
  readonly count: number
}

/** Wider than any line, in points. */
const UNBROKEN = 100_000

/** Pages, fonts and tallies of one document. */
export class Setting {
  readonly canvas: Canvas
  readonly #fonts: FontStack
  readonly #undrawable = new Map<string, number>()
  readonly #invisible = new Map<string, number>()

  /** @param canvas the document's pages */
  constructor(canvas: Canvas, fonts: FontStack) {
    this.canvas = canvas
    this.#fonts = fonts
  }

  /** Characters that no font could draw, by code point. */
  get undrawable(): Tally[] {
    return tallied(this.#undrawable)
  }

  /** Characters without appearance that were drawn as a box, by code point. */
  get invisible(): Tally[] {
    return tallied(this.#invisible)
  }

  /** How wide a word stands that is not broken, in points; nothing is drawn or counted. */
  widthOf(word: string, style: Style, size: number): number {
    return Math.max(0, ...layOut([{ text: word, style }], size, UNBROKEN, this.#fonts).map(({ width }) => width))
  }

  /**
   * Lays out text once and tallies it.
   * @param style of plain text, and of what a span does not say
   * @param size, @param width in points
   */
  lay(text: Text, style: Style, size: number, width: number): Line[] {
    const lines = layOut(
      typeof text === 'string' ? [{ text, style }] : text.map((span) => styled(span, style)),
      size,
      width,
      this.#fonts,
    )
    for (const line of lines) {
      for (const { box } of line.runs) {
        if (!box) continue
        const tally = box.invisible ? this.#invisible : this.#undrawable
        tally.set(box.codePoint, (tally.get(box.codePoint) ?? 0) + (box.count ?? 1))
      }
    }
    return lines
  }

  /**
   * Draws lines down the page and over as many pages as they need.
   * @param behind draws what lies behind each part, given its top and height
   */
  flow(
    lines: readonly Line[],
    element: Element,
    place: { readonly x: number; readonly width: number; readonly align?: Align },
    behind?: (top: number, height: number) => void,
  ): void {
    const { canvas } = this
    canvas.need(heightOf(lines.slice(0, 2)))
    for (let from = 0; from < lines.length; ) {
      const part = fitting(lines, from, canvas.room)
      if (part.length === 0) {
        canvas.newPage()
        continue
      }
      const height = heightOf(part)
      behind?.(canvas.y, height)
      paintLines(canvas, part, { x: place.x, y: canvas.y, width: place.width, align: place.align ?? 'start' }, element)
      canvas.y += height
      from += part.length
      if (from < lines.length) canvas.newPage()
    }
  }
}

/** The text without its styles. */
export function plainText(text: Text): string {
  return typeof text === 'string' ? text : text.map((span) => span.text).join('')
}

/** The lines from an index on that fit into a height. */
export function fitting(lines: readonly Line[], from: number, room: number): Line[] {
  let left = room
  let to = from
  for (let line = lines[to]; line && line.leading <= left; line = lines[to]) {
    left -= line.leading
    to++
  }
  return lines.slice(from, to)
}

function styled(span: Span, base: Style): StyledText {
  const link = span.link === undefined ? undefined : safeAddress(span.link)
  const { note } = span
  const paint = link || note !== undefined ? 'link' : (span.colour ?? base.paint)
  const style = { bold: span.bold ?? base.bold, mono: span.mono ?? base.mono, paint } satisfies Style
  if (link) return { text: span.text, style: { ...style, link } }
  return { text: span.text, style: note === undefined ? style : { ...style, note } }
}

function tallied(counts: ReadonlyMap<string, number>): Tally[] {
  return [...counts]
    .map(([codePoint, count]) => ({ codePoint, count }))
    .sort((a, b) => Number.parseInt(a.codePoint.slice(2), 16) - Number.parseInt(b.codePoint.slice(2), 16))
}
