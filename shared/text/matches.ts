// Owns where search terms occur in a text as stored, so that a screen can mark them.
import { fold } from './fold.ts'
import { type SearchTerm, TOKEN, tokens } from './tokens.ts'

/** A part of a string: UTF-16 offsets, `to` exclusive. */
export interface TextRange {
  readonly from: number
  readonly to: number
}

/** The words found in a text as it writes them, each once whatever its capitals, in the order of the text. */
export function foundWords(text: string, terms: readonly SearchTerm[]): readonly string[] {
  const words = new Map<string, string>()
  for (const { from, to } of findMatches(text, terms)) {
    const word = text.slice(from, to)
    if (!words.has(fold(word))) words.set(fold(word), word)
  }
  return [...words.values()]
}

interface PlacedToken extends TextRange {
  readonly token: string
}

const ASCII_TOKEN = /[0-9A-Za-z]+/g
const BEYOND_ASCII = /[\u0080-\uffff]/
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Finds what the full-text index would find, in the original text.
 *
 * @param text the text as stored, not folded
 * @param terms what was searched for; a term without a word in it matches nothing
 * @returns ranges in `text`, in order, not overlapping, never cutting through a grapheme (a word with its accents, a
 *   joined emoji, a flag)
 */
export function findMatches(text: string, terms: readonly SearchTerm[]): TextRange[] {
  const wanted = terms.map(({ text, prefix }) => ({ words: tokens(text), prefix })).filter(({ words }) => words.length)
  if (wanted.length === 0) return []
  const placed = placedTokens(text)
  const found: TextRange[] = []
  for (const [index, first] of placed.entries()) {
    for (const { words, prefix } of wanted) {
      const last = placed[index + words.length - 1]
      if (last && startsHere(placed, index, words, prefix)) found.push({ from: first.from, to: last.to })
    }
  }
  return merged(found)
}

function startsHere(placed: PlacedToken[], index: number, words: string[], prefix: boolean): boolean {
  return words.every((word, step) => {
    const token = placed[index + step]?.token
    return prefix && step === words.length - 1 ? token?.startsWith(word) : token === word
  })
}

function placedTokens(text: string): PlacedToken[] {
  if (!BEYOND_ASCII.test(text)) {
    return Array.from(text.matchAll(ASCII_TOKEN), ({ 0: word, index }) => {
      return { token: word.toLowerCase(), from: index, to: index + word.length }
    })
  }
  const placed: PlacedToken[] = []
  let open: { token: string; from: number; to: number } | null = null
  for (const { segment, index } of graphemes.segment(text)) {
    const end = index + segment.length
    const folded = fold(segment).toLowerCase()
    let read = 0
    for (const { 0: part, index: at } of folded.matchAll(TOKEN)) {
      if (open && at === read) {
        open.token += part
        open.to = end
      } else {
        open = { token: part, from: index, to: end }
        placed.push(open)
      }
      read = at + part.length
    }
    if (read < folded.length) open = null
  }
  return placed
}

function merged(ranges: TextRange[]): TextRange[] {
  const result: { from: number; to: number }[] = []
  for (const range of ranges.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1)
    if (last && range.from < last.to) last.to = Math.max(last.to, range.to)
    else result.push({ ...range })
  }
  return result
}
