// One opened font: which characters it has, and the placed glyphs of a piece of text.

import { create, type Font, type GlyphRun } from 'fontkit'

/** One glyph with the text it stands for; the same pair is always the same object, so that it can be a map's key. */
export interface Shape {
  readonly glyph: number
  readonly text: string
  /** Natural advance in thousandths of an em. */
  readonly width: number
}

/** A glyph in its place within a run; all lengths in thousandths of an em. */
export interface Placed {
  readonly shape: Shape
  readonly advance: number
  readonly dx: number
  readonly dy: number
}

/** Shaped text. */
export interface Shaped {
  /** In visual order from left to right. */
  readonly glyphs: readonly Placed[]
  /** Whether the glyphs' texts in reading order give the text back. */
  readonly faithful: boolean
}

/** Ligatures stay off: a reader searches and compares letters, and kerning by pairs is then exact. fontkit writes into it: pass a copy. */
const FEATURES = { liga: false, clig: false, dlig: false } as const

/** How many shaped words are remembered, and up to which length: words come again, and each is measured before it is set. */
const MOST_WORDS = 20_000
const LONGEST_WORD = 40

/** Widest mono cell, in thousandths of an em. */
const MONO_CELL = 600

/** A font file, opened. Its tables are kept for the life of the process, what a document uses of it is not kept here. */
export class Face {
  readonly font: Font
  readonly #scale: number
  readonly #shapes = new Map<string, Shape>()
  readonly #pairs = new Map<number, Placed>()
  readonly #cells = new Map<number, Placed>()
  readonly #known = new Map<number, boolean>()
  #words = new Map<string, Shaped>()

  /** @param bytes a TrueType file; throws fontkit's error where it is none */
  constructor(bytes: Uint8Array) {
    const font = create(bytes)
    // fontkit hands out a cached glyph with the code points of its first use ever; each use must carry its own.
    const cached = font.getGlyph.bind(font)
    font.getGlyph = (id, codePoints) => {
      const glyph = cached(id, codePoints)
      return codePoints ? Object.create(glyph, { codePoints: { value: codePoints } }) : glyph
    }
    this.font = font
    this.#scale = 1000 / font.unitsPerEm
  }

  /** Whether the font has a glyph for the code point. */
  has(codePoint: number): boolean {
    let known = this.#known.get(codePoint)
    if (known === undefined) {
      known = this.font.hasGlyphForCodePoint(codePoint)
      this.#known.set(codePoint, known)
    }
    return known
  }

  /** The glyph of one code point, standing for `text` (which may be its decomposed form, or what it mirrors). */
  glyph(codePoint: number, text: string): Placed {
    const shape = this.#shape(this.font.glyphForCodePoint(codePoint).id, text)
    return { shape, advance: shape.width, dx: 0, dy: 0 }
  }

  /**
   * Text whose every UTF-16 unit is a character that needs no shaping: one glyph each, kerned by pairs.
   * @param mono sets each glyph in a cell of the same width, so that digests line up
   */
  simple(text: string, mono: boolean): Placed[] {
    const placed: Placed[] = []
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      placed.push(mono ? this.#cell(code) : this.#kerned(code, i + 1 < text.length ? text.charCodeAt(i + 1) : 0))
    }
    return placed
  }

  /** Text that needs shaping: joining, marks, ligatures. */
  shaped(text: string, rtl: boolean): Shaped {
    const key = rtl ? `<${text}` : `>${text}`
    let shaped = this.#words.get(key)
    if (!shaped) {
      shaped = this.#shapedAnew(text, rtl)
      if (this.#words.size >= MOST_WORDS) this.#words = new Map()
      if (text.length <= LONGEST_WORD) this.#words.set(key, shaped)
    }
    return shaped
  }

  #shapedAnew(text: string, rtl: boolean): Shaped {
    const run = this.#layout(text, rtl)
    if (!run) {
      const glyphs = Array.from(text, (character) => this.glyph(character.codePointAt(0) ?? 0, character))
      return { glyphs: rtl ? glyphs.reverse() : glyphs, faithful: true }
    }
    const hidden = text.match(/\p{DI}/gu) ?? []
    const glyphs: Placed[] = []
    const order = [...run.glyphs.keys()]
    for (const i of rtl ? order.reverse() : order) {
      const glyph = run.glyphs[i]
      const at = run.positions[i]
      if (!glyph || !at) continue
      const own = String.fromCodePoint(...glyph.codePoints)
      const last = glyphs.at(-1)
      if (own === ' ' && at.xAdvance === 0 && last && hidden.length > 0) {
        // fontkit draws a joiner as an empty blank; its text goes with the letter before it.
        const shape = this.#shape(last.shape.glyph, last.shape.text + hidden.shift())
        glyphs[glyphs.length - 1] = { ...last, shape }
        continue
      }
      const scale = this.#scale
      const shape = this.#shape(glyph.id, own)
      glyphs.push({ shape, advance: at.xAdvance * scale, dx: at.xOffset * scale, dy: at.yOffset * scale })
    }
    const faithful = glyphs.map((glyph) => glyph.shape.text).join('') === text
    return { glyphs: rtl ? glyphs.reverse() : glyphs, faithful }
  }

  /** fontkit's layout; undefined where it fails, as it does on sequences of marks that no language writes. */
  #layout(text: string, rtl: boolean): GlyphRun | undefined {
    try {
      return this.font.layout(text, { ...FEATURES }, undefined, undefined, rtl ? 'rtl' : 'ltr')
    } catch (error) {
      if (error instanceof TypeError) return undefined
      throw error
    }
  }

  #shape(glyph: number, text: string): Shape {
    const key = `${glyph} ${text}`
    let shape = this.#shapes.get(key)
    if (!shape) {
      shape = { glyph, text, width: this.font.getGlyph(glyph).advanceWidth * this.#scale }
      this.#shapes.set(key, shape)
    }
    return shape
  }

  #kerned(code: number, next: number): Placed {
    const pair = isKerned(code) && isKerned(next)
    const key = pair ? code * 0x10000 + next : code
    let placed = this.#pairs.get(key)
    if (!placed) {
      placed = this.glyph(code, String.fromCharCode(code))
      if (pair && this.has(code) && this.has(next)) {
        const run = this.#layout(String.fromCharCode(code, next), false)
        const advance = run?.glyphs.length === 2 ? run.positions[0]?.xAdvance : undefined
        if (advance !== undefined) placed = { ...placed, advance: advance * this.#scale }
      }
      this.#pairs.set(key, placed)
    }
    return placed
  }

  #cell(code: number): Placed {
    let placed = this.#cells.get(code)
    if (!placed) {
      const plain = this.glyph(code, String.fromCharCode(code))
      const advance = Math.max(plain.advance, MONO_CELL)
      placed = { ...plain, advance, dx: (advance - plain.advance) / 2 }
      this.#cells.set(code, placed)
    }
    return placed
  }
}

/** Latin, Greek and Cyrillic are kerned; the many pairs of Han and Kana have none and would only fill the memory. */
function isKerned(code: number): boolean {
  return (code > 0x20 && code < 0x530 && code !== 0xa0) || (code >= 0x1e00 && code <= 0x206f)
}
