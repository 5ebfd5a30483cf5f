// From a paragraph to lines of a given width.

import { breaksOf } from './breaks.ts'
import type { Face } from './face.ts'
import { type FontStack, hanFamily } from './fonts.ts'
import { type Box, blankLinesBox, LINE_END, PLACEHOLDER, reveal } from './reveal.ts'
import { type Line, type Run, type Style, widthOf } from './run.ts'
import { type HardLine, PLAIN, Shaper } from './shaper.ts'

/** Text with its style. */
export interface StyledText {
  readonly text: string
  readonly style: Style
}

/** Latin and Cyrillic that the first font of the stack has in full: most of what a report says, and set without any of the machinery. */
const COMMON = /^[\x20-\x7e\xa0-\xac\xae-\u024f\u0400-\u045f\u1ea0-\u1ef9\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac]*$/

/** So many blank lines one after another are shown as they are; of more it is said how many they are. */
const MOST_BLANK_LINES = 12

/** A longer stretch without a break is wider than any line: it is not measured as a whole. */
const LONGEST_WORD = 400

/**
 * Lays out a paragraph.
 * @param parts the text by style; line ends in it begin a new line
 * @param size in points
 * @param width in points
 * @returns lines in reading order; at least one
 */
export function layOut(parts: readonly StyledText[], size: number, width: number, fonts: FontStack): Line[] {
  const lines: Line[] = []
  const han = hanFamily(parts.length === 1 ? (parts[0]?.text ?? '') : parts.map((part) => part.text).join(''))
  for (const hard of withoutEmptiness(hardLines(parts))) {
    const setter = isSimple(hard) ? commonSetter(hard, fonts) : new Shaper(fonts, hard, han)
    for (const [start, end] of fill(hard.text, setter, (width / size) * 1000)) {
      lines.push(lineOf(setter.runs(start, end), blankAfter(hard.text, end, setter), size, setter.rtl))
    }
  }
  return lines
}

/** A text with the lines that are drawn of it: a long run of blank ones as the word that stands in its place. */
export function asDrawn(text: string): string {
  const drawn: string[] = []
  let blank = 0
  for (const line of [...text.split(LINE_END), null]) {
    if (line !== null && reveal(line).text.trim() === '') {
      blank++
      continue
    }
    if (blank > MOST_BLANK_LINES) drawn.push(blankLinesBox(blank).label)
    blank = 0
    if (line !== null) drawn.push(line)
  }
  return drawn.join('\n')
}

/** What can measure and set stretches of one hard line. */
interface Setter {
  readonly rtl: boolean
  measure(start: number, end: number): number
  measureCluster(cluster: string, at: number): number
  runs(start: number, end: number): readonly Run[]
  clusters(start: number, end: number): Iterable<string>
}

/** Puts one line that says so in place of a long run of blank lines, which would fill page after page with nothing. */
function* withoutEmptiness(lines: Iterable<HardLine>): Generator<HardLine> {
  let blank: HardLine[] = []
  let count = 0
  const waiting = function* () {
    if (count <= MOST_BLANK_LINES) yield* blank
    else yield { text: PLACEHOLDER, boxes: new Map([[0, blankLinesBox(count)]]), styles: blank[0]?.styles ?? [] }
    blank = []
    count = 0
  }
  for (const line of lines) {
    if (line.text.trim() !== '') {
      yield* waiting()
      yield line
      continue
    }
    count++
    if (count <= MOST_BLANK_LINES) blank.push(line)
  }
  yield* waiting()
}

function* hardLines(parts: readonly StyledText[]): Generator<HardLine> {
  let text = ''
  let boxes = new Map<number, Box>()
  let styles: { end: number; style: Style }[] = []
  for (const part of parts) {
    const pieces = part.text.split(LINE_END)
    for (let i = 0; i < pieces.length; i++) {
      if (i > 0) {
        yield { text, boxes, styles }
        text = ''
        boxes = new Map()
        styles = []
      }
      const shown = reveal(pieces[i] ?? '')
      for (const [at, box] of shown.boxes) boxes.set(text.length + at, box)
      text += shown.text
      styles.push({ end: text.length, style: part.style })
    }
  }
  yield { text, boxes, styles }
}

function isSimple(line: HardLine): boolean {
  return line.styles.length === 1 && line.boxes.size === 0 && isCommon(line.text)
}

/** Whether a text without line ends is drawn character by character by the first font: whoever reads the file back reads it to the letter. */
export function isCommon(text: string): boolean {
  return COMMON.test(text)
}

function commonSetter(line: HardLine, fonts: FontStack): Setter {
  const style = line.styles[0]?.style ?? PLAIN
  const face = fonts.face('sans', style.bold)
  const glyphs = face.simple(line.text, style.mono)
  return {
    rtl: false,
    measure(start, end) {
      let width = 0
      for (let i = start; i < end; i++) width += glyphs[i]?.advance ?? 0
      return width
    },
    measureCluster: (_, at) => glyphs[at]?.advance ?? 0,
    runs(start, end) {
      const part = start === 0 && end === glyphs.length ? glyphs : glyphs.slice(start, end)
      const run = { face, glyphs: part, width: widthOf(part), style, level: 0 }
      // The gaps between mono cells would be taken for spaces.
      return [style.mono ? { ...run, actual: line.text.slice(start, end) } : run]
    },
    clusters: (start, end) => line.text.slice(start, end),
  }
}

/** Yields the start and end of each line, blanks at its end left out. Linear in the text. */
function* fill(text: string, setter: Setter, max: number): Generator<readonly [start: number, end: number]> {
  if (text.length < LONGEST_WORD && setter.measure(0, text.length) <= max) {
    yield [0, trimmedEnd(text, 0, text.length)]
    return
  }
  let start = 0
  let end = 0
  let used = 0
  let gap = 0
  let at = 0
  for (const stop of breaksOf(text)) {
    const core = trimmedEnd(text, at, stop)
    const width = wordWidth(text, setter, at, core)
    if (used + gap + width <= max) {
      used += gap + width
    } else {
      if (end > start) yield [start, end]
      start = at
      used = width
      if (width > max) {
        used = 0
        let from = at
        for (const cluster of setter.clusters(at, core)) {
          const next = setter.measureCluster(cluster, from)
          if (used + next > max && from > start) {
            yield [start, from]
            start = from
            used = 0
          }
          used += next
          from += cluster.length
        }
      }
    }
    end = core
    gap = core === stop ? 0 : setter.measure(core, stop)
    at = stop
  }
  yield [start, end]
}

function wordWidth(text: string, setter: Setter, start: number, end: number): number {
  if (end - start === 1) return setter.measureCluster(text.charAt(start), start)
  return end - start > LONGEST_WORD ? Number.POSITIVE_INFINITY : setter.measure(start, end)
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /[\t \u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]/.test(text[end - 1] ?? '')) end--
  return end
}

/** The blank at which a line was broken. It is written, so that words stay apart in what is copied out. */
function blankAfter(text: string, end: number, setter: Setter): Run | undefined {
  if (end === 0 || end >= text.length || trimmedEnd(text, end, end + 1) > end) return undefined
  const run = setter.runs(end, end + 1)[0]
  return run && { ...run, style: PLAIN, level: setter.rtl ? 1 : 0 }
}

function lineOf(runs: readonly Run[], blank: Run | undefined, size: number, rtl: boolean): Line {
  let width = 0
  let leading = 1.42
  for (const run of runs) {
    width += run.width
    leading = Math.max(leading, leadingOf(run.face))
  }
  const points = size / 1000
  return {
    runs: blank ? [...runs, blank] : runs,
    width: width * points,
    blank: (blank?.width ?? 0) * points,
    leading: leading * size,
    size,
    rtl,
  }
}

const leadings = new Map<Face, number>()

/** Line height as a multiple of the size: as much as a font's own measure asks for, within what keeps a page calm. */
function leadingOf(face: Face): number {
  let leading = leadings.get(face)
  if (leading === undefined) {
    const own = ((face.font.ascent - face.font.descent) / face.font.unitsPerEm) * 1.04
    leading = Math.min(Math.max(own, 1.42), 1.62)
    leadings.set(face, leading)
  }
  return leading
}
