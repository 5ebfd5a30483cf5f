// Taking stretches out of a text and leaving the number of the ground in their place, in a mark whose length tells nothing.
import type { Stretch } from './occurrences.ts'

export interface KeyedStretch extends Stretch {
  /** Number of the ground in the packet's log. */
  readonly key: number
}

/** What stands in place of what was taken out: `[redacted 3]`. */
export function redactedMark(keys: readonly number[]): string {
  return `[redacted ${[...new Set(keys)].sort((a, b) => a - b).join(', ')}]`
}

/** No phrase reaches across it, and words begin and end beside it. */
const APART = ' \uA66E'
const MARK = /\[redacted\s+(\d{1,3}(?:,\s*\d{1,3})*)\]/g

/**
 * A text in which the marks themselves say nothing, so that "1 after" is not found in "[redacted 1] after". It stays as long as it is.
 * @param most number of grounds: what names a higher one is no mark, but a record's own words, and stays
 */
export function withoutMarks(text: string, most: number): string {
  return text.replace(MARK, (mark, keys: string) =>
    keys.split(',').every((key) => Number(key) >= 1 && Number(key) <= most) ? APART.padEnd(mark.length) : mark,
  )
}

/**
 * A text in pieces, each with the number of the ground that it names: “[redacted 1”, “, ”, “2]”. Together they are the text.
 * @param known the numbers that are grounds here: what names another is the text's own words
 */
export function piecesByGround(
  text: string,
  known: ReadonlySet<string>,
): { readonly text: string; readonly ground: string | null }[] {
  const pieces: { text: string; ground: string | null }[] = []
  let at = 0
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const keys = mark.match(/\d+/g) ?? []
    if (!keys.every((key) => known.has(key))) continue
    if (index > at) pieces.push({ text: text.slice(at, index), ground: null })
    for (const [place, part] of mark.split(/(,\s*)/).entries())
      pieces.push({ text: part, ground: place % 2 === 0 ? (keys[place / 2] ?? null) : null })
    at = index + mark.length
  }
  if (at < text.length || pieces.length === 0) pieces.push({ text: text.slice(at), ground: null })
  return pieces
}

/** The text without its stretches; those that touch or overlap leave one mark with the numbers of all. */
export function withoutStretches(text: string, stretches: readonly KeyedStretch[]): string {
  const ordered = stretches
    .filter(({ from, to }) => from < to && from < text.length)
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  const joined: { from: number; to: number; keys: number[] }[] = []
  for (const { from, to, key } of ordered) {
    const last = joined.at(-1)
    if (last !== undefined && from <= last.to) {
      last.to = Math.max(last.to, to)
      last.keys.push(key)
    } else joined.push({ from, to, keys: [key] })
  }
  let rest = ''
  let at = 0
  for (const { from, to, keys } of joined) {
    rest += text.slice(at, from) + redactedMark(keys)
    at = to
  }
  return rest + text.slice(at)
}
