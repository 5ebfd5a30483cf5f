// Owns finding a column of a table by its English name, else by a word in another language, else by its place.
import type { Sample } from './table.ts'
import { says, type Word } from './words.ts'

/** @param english against the heading in lower case  @param word what the heading says in any language  @param besides what it must not say */
export function columnBy(
  { header, keys }: Sample,
  english: RegExp,
  word: Word | null = null,
  besides: readonly Word[] = [],
): number {
  const named = keys.findIndex((key) => english.test(key))
  if (named >= 0 || word === null) return named
  return header.findIndex((cell) => says(cell, word) && !besides.some((one) => says(cell, one)))
}

/** Every column that the pattern or the word fits, in order. */
export function columnsBy({ header, keys }: Sample, english: RegExp, word: Word): readonly number[] {
  const named = keys.flatMap((key, place) => (english.test(key) ? [place] : []))
  if (named.length > 0) return named
  return header.flatMap((cell, place) => (says(cell, word) ? [place] : []))
}

/** What stands in columns that nobody has taken, by their headings. */
export function restOf(
  { header }: Sample,
  cells: readonly string[],
  taken: readonly number[],
): Readonly<Record<string, string>> {
  const others = header.flatMap((name, place) => {
    const cell = (cells[place] ?? '').trim()
    return cell === '' || taken.includes(place) ? [] : [[name.trim(), cell] as const]
  })
  return Object.fromEntries(others)
}
