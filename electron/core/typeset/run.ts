// The words of typesetting between text and page: styles, runs and lines.

import type { Face, Placed } from './face.ts'
import type { Box } from './reveal.ts'
import type { Paint } from './theme.ts'

/** How a stretch of text is set. */
export interface Style {
  readonly bold: boolean
  /** Each character in a cell of the same width: for digests and identifiers. */
  readonly mono: boolean
  readonly paint: Paint
  /** A web or mail address that the text leads to. */
  readonly link?: string
  /** The number of a note that follows, to which the text leads. */
  readonly note?: string
}

/** Glyphs of one font, style and direction, from left to right. */
export interface Run {
  readonly face: Face
  readonly glyphs: readonly Placed[]
  /** In thousandths of an em. */
  readonly width: number
  readonly style: Style
  /** Embedding level (UAX #9); odd is right to left. */
  readonly level: number
  /** The text to extract, where the glyphs' own texts would not give it back. */
  readonly actual?: string
  /** Drawn as a frame around the glyphs. */
  readonly box?: Box
}

/** A laid-out line, its runs in reading order. */
export interface Line {
  readonly runs: readonly Run[]
  /** In points, without the blank at its end. */
  readonly width: number
  /** Width in points of the blank after which the text goes on in the next line, 0 where there is none. */
  readonly blank: number
  /** Height of the line in points. */
  readonly leading: number
  readonly size: number
  readonly rtl: boolean
}

/** The advance of glyphs together, in thousandths of an em. */
export function widthOf(glyphs: readonly Placed[]): number {
  let width = 0
  for (const glyph of glyphs) width += glyph.advance
  return width
}
