// From a stretch of text to runs of placed glyphs: which font, shaped how, in which direction, boxed where it must be.

import { graphemes } from './breaks.ts'
import { type Direction, directionOf, mirrored } from './direction.ts'
import type { Face, Placed } from './face.ts'
import type { FontStack, HanFamily } from './fonts.ts'
import { type Box, boxFor, PLACEHOLDER } from './reveal.ts'
import { type Run, type Style, widthOf } from './run.ts'

/** Text between two line ends, its styles each up to an index. */
export interface HardLine {
  readonly text: string
  readonly boxes: ReadonlyMap<number, Box>
  readonly styles: readonly { readonly end: number; readonly style: Style }[]
}

/** Characters of one UTF-16 unit that stand alone: no joining, no marks, no sequences, and left to right or neutral. */
const ALONE =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u202f-\u205f\u2070-\u209c\u20a0-\u20c0\u2100-\u218b\u2190-\u22ff\u2460-\u25ff\u2776-\u2793\u3000-\u3029\u3030-\u3096\u309b-\u312f\u3200-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff9f\uffe0-\uffee]+$/

const EMOJI = /^\p{Emoji_Presentation}|\ufe0f|\u20e3|\p{EMod}|\u200d\p{ExtPict}/u
const BLANK = /^[\t\u1680\u2000-\u200a\u202f\u205f\u3000]$/
/** Punctuation that Latin and Chinese share, and that a Han font draws in the full width a Han text expects. */
const SHARED_PUNCTUATION = /^[\u00b7\u2014\u2018\u2019\u201c\u201d\u2026]$/
const BOX_SIZE = 0.66
const BOX_PADDING = 170

/** A longer chain of joiners or marks is no character any more: its parts are drawn one by one, so that a line can end among them. */
const LONGEST_CLUSTER = 64

/** A code point with the variation selector that follows it. */
const FIRST_CHARACTER = /^.\p{Variation_Selector}?/su

/** How one cluster is drawn; clusters drawn the same way and by the same face go into one run. */
interface Plan {
  readonly face: Face
  readonly how: 'simple' | 'shaped' | 'sequence' | 'glyph'
  /** For `glyph`: the code point drawn in place of the cluster. */
  readonly codePoint?: number
}

/** Clusters gathered for one run. */
interface Group {
  readonly text: string
  readonly plan: Plan | undefined
  readonly style: Style
  readonly level: number
}

/** Shapes the stretches of one line of text. */
export class Shaper {
  readonly #fonts: FontStack
  readonly #line: HardLine
  readonly #direction: Direction
  readonly #han: HanFamily
  readonly #hanFirst: boolean
  readonly #plans = new Map<string, Plan | null>()
  readonly #widths = new Map<string, number>()
  readonly #labels = new Map<string, readonly Placed[]>()

  /** @param han the Han family of the whole paragraph */
  constructor(fonts: FontStack, line: HardLine, han: HanFamily) {
    this.#fonts = fonts
    this.#line = line
    this.#direction = directionOf(line.text)
    this.#han = han
    this.#hanFirst = /^\P{L}*[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(line.text.slice(0, 400))
  }

  /** Whether the line reads from right to left. */
  get rtl(): boolean {
    return this.#direction.rtl
  }

  /** Width of a stretch in thousandths of an em. */
  measure(start: number, end: number): number {
    let width = 0
    for (const run of this.runs(start, end)) width += run.width
    return width
  }

  /** Width of one cluster set by itself, in thousandths of an em. */
  measureCluster(cluster: string, at: number): number {
    const { bold, mono } = this.#styleAt(at)
    const key = `${bold ? '+' : ''}${mono ? '=' : ''} ${cluster}`
    let width = this.#widths.get(key)
    if (width === undefined || cluster === PLACEHOLDER) {
      width = this.measure(at, at + cluster.length)
      this.#widths.set(key, width)
    }
    return width
  }

  /** Runs of a stretch, in reading order. The stretch must not cut a grapheme cluster. */
  runs(start: number, end: number): Run[] {
    const runs: Run[] = []
    let group: Group = { text: '', plan: undefined, style: this.#styleAt(start), level: 0 }
    const flush = () => {
      if (group.plan) runs.push(this.#run(group.text, group.plan, group.style, group.level))
      group = { ...group, text: '', plan: undefined }
    }
    let at = start
    for (const cluster of this.clusters(start, end)) {
      const style = this.#styleAt(at)
      const level = this.#direction.levels?.[at] ?? 0
      const box = cluster === PLACEHOLDER ? this.#line.boxes.get(at) : undefined
      const plan = box ? null : this.#plan(cluster, style)
      if (plan === null) {
        flush()
        if (box) runs.push(this.#boxed(box, style, level))
        else for (const character of cluster) runs.push(this.#boxed(boxFor(character), style, level))
      } else {
        const same =
          plan.how === group.plan?.how &&
          plan.face === group.plan.face &&
          plan.how !== 'sequence' &&
          plan.how !== 'glyph'
        if (!same || style !== group.style || level !== group.level) flush()
        group = { text: group.text + cluster, plan, style, level }
      }
      at += cluster.length
    }
    flush()
    return runs
  }

  /** The grapheme clusters of a stretch; a cluster that no font draws whole is taken apart, so that a line can end within it. */
  *clusters(start: number, end: number): Generator<string> {
    const text = this.#line.text.slice(start, end)
    if (ALONE.test(text)) yield* text
    else for (const { segment } of graphemes.segment(text)) yield* this.#drawable(segment)
  }

  *#drawable(cluster: string): Generator<string> {
    // A mark after a box is not part of it, or the box would be lost with the mark.
    const whole =
      cluster.length <= LONGEST_CLUSTER && !cluster.includes(PLACEHOLDER) && this.#plan(cluster, PLAIN) !== null
    const first = whole ? cluster : (FIRST_CHARACTER.exec(cluster)?.[0] ?? cluster)
    yield first
    if (first.length === cluster.length) return
    if (cluster.length > LONGEST_CLUSTER) yield* cluster.slice(first.length)
    else for (const { segment } of graphemes.segment(cluster.slice(first.length))) yield* this.#drawable(segment)
  }

  #styleAt(index: number): Style {
    for (const { end, style } of this.#line.styles) if (index < end) return style
    return this.#line.styles.at(-1)?.style ?? PLAIN
  }

  #plan(cluster: string, style: Style): Plan | null {
    const key = style.bold ? `+${cluster}` : cluster
    let plan = this.#plans.get(key)
    if (plan === undefined) {
      plan = this.#planned(cluster, style.bold) ?? null
      this.#plans.set(key, plan)
    }
    return plan
  }

  #planned(cluster: string, bold: boolean): Plan | undefined {
    if (BLANK.test(cluster)) return { face: this.#fonts.face('sans', bold), how: 'glyph', codePoint: 0x20 }
    if (ALONE.test(cluster)) {
      if (this.#hanFirst && SHARED_PUNCTUATION.test(cluster))
        return { face: this.#fonts.face(this.#han, bold), how: 'simple' }
      const face = this.#fonts.find([cluster.charCodeAt(0)], bold, this.#han, false)
      return face && { face, how: 'simple' }
    }
    const composed = cluster.normalize('NFC')
    if (composed.length === 1 && ALONE.test(composed)) {
      const face = this.#fonts.find([composed.charCodeAt(0)], bold, this.#han, false)
      if (face) return { face, how: 'glyph', codePoint: composed.charCodeAt(0) }
    }
    const emoji = EMOJI.test(cluster) && !cluster.includes('\ufe0e')
    const drawn = codePointsOf(cluster.replace(/\p{DI}/gu, ''))
    const face = drawn.length > 0 ? this.#fonts.find(drawn, bold, this.#han, emoji) : undefined
    return face && { face, how: emoji || /\p{DI}/u.test(cluster) ? 'sequence' : 'shaped' }
  }

  #run(text: string, plan: Plan, style: Style, level: number): Run {
    const rtl = (level & 1) === 1
    const { face } = plan
    if (plan.how === 'glyph') {
      const blank = BLANK.test(text)
      const glyph = face.glyph(plan.codePoint ?? 0x20, text)
      const advance = blank ? glyph.advance * blankFactor(text) : glyph.advance
      return { face, glyphs: [{ ...glyph, advance }], width: advance, style, level }
    }
    if (plan.how === 'simple') {
      const glyphs = rtl ? this.#mirrored(face, text) : face.simple(text, style.mono)
      const run = { face, glyphs, width: widthOf(glyphs), style, level }
      return style.mono ? { ...run, actual: text } : run
    }
    // Variation selectors choose a presentation that the choice of the font has already made.
    const drawn = plan.how === 'sequence' ? text.replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, '') : text
    const { glyphs, faithful } = face.shaped(drawn, rtl)
    const run = { face, glyphs, width: widthOf(glyphs), style, level }
    // Programs take a mark that is set back for the beginning of a word; right to left, most mistake such a text's order instead.
    const apart = !rtl && glyphs.some(({ shape, dx, dy }) => shape.text === '' || dx !== 0 || dy !== 0)
    // An emoji is a picture whose alternative is the emoji itself (ISO 32000-1, 14.9.4): a reader says its name in its own language.
    const picture = plan.how === 'sequence'
    return faithful && drawn === text && !apart && !picture ? run : { ...run, actual: text }
  }

  #mirrored(face: Face, text: string): Placed[] {
    const placed: Placed[] = []
    for (const character of text) {
      const image = mirrored(character)
      placed.push(face.glyph((face.has(image.charCodeAt(0)) ? image : character).charCodeAt(0), character))
    }
    return placed.reverse()
  }

  #boxed(box: Box, style: Style, level: number): Run {
    const face = this.#fonts.face('sans', false)
    const glyphs = this.#labels.get(box.label) ?? face.simple(box.label, false)
    this.#labels.set(box.label, glyphs)
    const width = (widthOf(glyphs) + 2 * BOX_PADDING) * BOX_SIZE
    return { face, glyphs, width, style, level, actual: box.text, box }
  }
}

/** Text without emphasis, in ink. */
export const PLAIN: Style = { bold: false, mono: false, paint: 'ink' }

/** Size of the letters in a box relative to the text's, and the space on either side of them in thousandths of their em. */
export const BOX = { size: BOX_SIZE, padding: BOX_PADDING } as const

function codePointsOf(text: string): number[] {
  return [...text].map((character) => character.codePointAt(0) ?? 0)
}

/** Width of a blank relative to a space. */
function blankFactor(blank: string): number {
  if (blank === '\t') return 4
  return blank === '\u3000' || blank === '\u2003' ? 3.85 : 1
}
