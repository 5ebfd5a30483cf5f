// Recognises an immediate disclosure request from its words; whether it is one, the clerk decides (OMC 2.20.230, law.md §2.1).

/** What the words of a request say; `line`: the line on which they stand, from 1. */
export interface ImmediateWords {
  readonly line: number
  /** The ordinance wants the words across the top of the first page. */
  readonly onTop: boolean
  /** The ordinance wants a telephone number, email address or fax number in it. */
  readonly contact: string | null
}

const WORDS = /\bimmediate[\s\u00ad-]+disclosure[\s\u00ad-]+request/iu
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/u
const TELEPHONE = /(?<![\d-])(?:\+?1[\s.-]?)?\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}(?!\d)/u
const TOP = 3

/** Where the words stand, or null where they do not. Line ends inside the words are read over. */
export function immediateWords(text: string): ImmediateWords | null {
  const lines = text.split(/\r\n?|\n/)
  const found = WORDS.exec(text)
  if (found === null) return null
  const line = text.slice(0, found.index).split(/\r\n?|\n/).length
  const before = lines.slice(0, line - 1).filter((one) => one.trim() !== '').length
  return { line, onTop: before < TOP, contact: contactIn(text) }
}

/** The first email address or telephone number in a text. */
export function contactIn(text: string): string | null {
  return EMAIL.exec(text)?.[0] ?? TELEPHONE.exec(text)?.[0]?.trim() ?? null
}
