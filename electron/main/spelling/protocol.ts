// What passes between the shell and the thread that knows how words are spelled.

/** Something to do; answered by exactly one {@link SpellingAnswer}. */
export type SpellingTask =
  | { readonly id: number; readonly do: 'check' | 'learn'; readonly words: readonly string[] }
  | { readonly id: number; readonly do: 'suggest'; readonly word: string }

/** To `check`: those that are misspelled; to `suggest`: what may be meant, the likeliest first. */
export interface SpellingAnswer {
  readonly id: number
  readonly words: readonly string[]
}
