// Words to redact, taken at random out of texts of all scripts: such as no other text says, so that wherever they stand afterwards they leaked.
import { plainly } from './leaks.ts'

/** Of UTF-16 units; the end is not included. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Stretches that are taken out of one text, at most. */
const MOST_IN_ONE = 3
const LEAST = 6
/** Shorter ones of emoji or of a script without spaces say enough. */
const LEAST_TELLING = 4
const TELLING = /[\p{Extended_Pictographic}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}]/u
/** Of an address its beginning alone, which begins every other, too. */
const SCHEME = /https?$/
/** What a digest may say by chance. */
const BY_CHANCE = /^[0-9a-f]{1,12}$/
const WORDS = /(?:[\p{L}\p{N}\p{M}]|\p{Emoji_Presentation}|\u200d|\ufe0f)+/gu

/** Whether a run of letters stands in all texts exactly once. */
export function onceIn(everything: string): (plain: string) => boolean {
  return (plain) => {
    const first = everything.indexOf(plain)
    return first >= 0 && everything.indexOf(plain, first + 1) < 0
  }
}

/** Stretches of words that no other text says, at random, apart from one another. */
export function stretchesOf(text: string, isOnce: (plain: string) => boolean, random: () => number): Stretch[] {
  const words = [...text.matchAll(WORDS)]
  const found: Stretch[] = []
  for (let tries = 0; tries < 12 && words.length > 0 && found.length < MOST_IN_ONE; tries += 1) {
    const first = Math.floor(random() * words.length)
    const [begin, end] = [words[first], words[Math.min(words.length - 1, first + Math.floor(random() * 3))]]
    if (begin === undefined || end === undefined) continue
    const [from, to] = [begin.index, end.index + end[0].length]
    if (found.some((one) => from < one.to && one.from < to)) continue
    const plain = plainly(text.slice(from, to))
    // Where a line changes its direction, what stands side by side on the page is not what stands so in the text.
    const turns = /[\p{sc=Arab}\p{sc=Hebr}]/u.test(plain) && /[\p{sc=Latn}\p{N}]/u.test(plain)
    const isLong = plain.length >= (TELLING.test(plain) ? LEAST_TELLING : LEAST)
    if (isLong && !turns && !BY_CHANCE.test(plain) && !SCHEME.test(plain) && isOnce(plain)) found.push({ from, to })
  }
  return found
}
