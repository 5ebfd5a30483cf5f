// Owns the cutting of a long text to the part around its first match.
import type { TextRange } from './matches.ts'

/** A part of a text, with its matches moved accordingly, and whether something was left out before and after. */
export interface Excerpt {
  readonly text: string
  readonly matches: readonly TextRange[]
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const LEAD = 0.25

/**
 * @param text the text as stored
 * @param matches ranges in `text`, in order, from `findMatches`; may be empty
 * @param length the most UTF-16 units to keep; a grapheme is never cut, so it may be a little less
 * @returns the beginning of the text, or the part that begins shortly before the first match
 */
export function excerpt(text: string, matches: readonly TextRange[], length: number): Excerpt {
  const first = matches[0]?.from ?? 0
  const wished = first < length * (1 - LEAD) ? 0 : first - Math.floor(length * LEAD)
  const from = text.length <= length ? 0 : graphemeStart(text, Math.min(wished, text.length - length))
  const to = graphemeStart(text, Math.min(text.length, from + length))
  return {
    text: text.slice(from, to),
    matches: matches
      .map((range) => ({ from: Math.max(range.from, from) - from, to: Math.min(range.to, to) - from }))
      .filter((range) => range.from < range.to),
    cutBefore: from > 0,
    cutAfter: to < text.length,
  }
}

function graphemeStart(text: string, index: number): number {
  return graphemes.segment(text).containing(index)?.index ?? text.length
}
