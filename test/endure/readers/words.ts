// How much of the words that a page had another showing of it lacks.

/** How much another showing lacks. */
export interface Lacking {
  /** The share of all words, 0 to 1. */
  readonly share: number
  readonly words: readonly string[]
}

/** The words that are not shown as often as they stood there; whatever lies between words is no matter. */
export function lackingIn(shown: string, had: string): Lacking {
  const left = new Map<string, number>()
  for (const word of wordsOf(shown)) left.set(word, (left.get(word) ?? 0) + 1)
  const wanted = wordsOf(had)
  const words = wanted.filter((word) => {
    const times = left.get(word) ?? 0
    left.set(word, times - 1)
    return times <= 0
  })
  return { share: wanted.length === 0 ? 0 : words.length / wanted.length, words }
}

/** Words in small letters; every letter by itself where a script writes no spaces. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ?? []
  )
}
