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
