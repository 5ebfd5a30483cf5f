// How numbers and names of lists are compared with what the vault has: tolerant of case, spaces, dashes and wide digits, and of nothing else.

const DASHES = /[‐-―−﹘﹣－]/gu
const SHORTEST_NUMBER = 4
const FEWEST_DIGITS = 3
/** A number is found in a text in so many words at most: `C 24-118` in two. */
const MOST_WORDS = 3

/**
 * A number as it is compared: two spellings of one number give the same, two numbers never do. Space at a mark or between a letter and a digit
 * says nothing; space between digits or between letters divides, as a dash does.
 * @returns an empty text where there is no letter and no digit in it
 */
export function numberKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(DASHES, '-').trim().replace(/^#\s*/, '')
  if (!/[\p{L}\p{N}]/u.test(plain)) return ''
  return plain
    .replace(/\s*([^\p{L}\p{N}\s])\s*/gu, '$1')
    .replace(/(\p{L})\s+(?=\p{N})/gu, '$1')
    .replace(/(\p{N})\s+(?=\p{L})/gu, '$1')
    .replace(/\s+/g, '-')
}

/** A name as it is compared: `Doe vs. City` is `doe v city`. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\b(vs|versus)\b/g, 'v')
}

/** Whether a text names a number as a word of its own. A short number, or one of few digits, is found in no text: it may mean anything. */
export function namesNumber(text: string, number: string): boolean {
  const key = numberKey(number)
  if (key.length < SHORTEST_NUMBER || (key.match(/\p{N}/gu)?.length ?? 0) < FEWEST_DIGITS) return false
  const words = text.split(/[\s,;:()[\]“”"]+/u).map((word) => word.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}]+$/gu, ''))
  return words.some((_, from) =>
    Array.from({ length: MOST_WORDS }, (_, more) => words.slice(from, from + more + 1).join(' ')).some(
      (some) => numberKey(some) === key,
    ),
  )
}
