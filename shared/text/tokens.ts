// Owns what a word is: the tokens that FTS5 makes of folded text, computed without SQLite.
import { fold } from './fold.ts'

/** A run of token characters in folded text (the tokenizer's categories L*, N*, Co, So). */
export const TOKEN = /[\p{L}\p{N}\p{Co}\p{So}]+/gu

/** One thing that was searched for: a word or a phrase; with `prefix`, its last word may go on. */
export interface SearchTerm {
  readonly text: string
  readonly prefix: boolean
}

/**
 * @param text any text, not yet folded
 * @returns the tokens that the full-text index holds for it, in order, lower case
 */
export function tokens(text: string): string[] {
  return fold(text).toLowerCase().match(TOKEN) ?? []
}
