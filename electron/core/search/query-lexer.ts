// Cuts a query into its pieces.
import { filterNames } from './query-filters.ts'

/** A piece of a query and where it stands; `closed` is false where a quotation mark is still missing. */
export type Lexeme = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not' }
  | {
      readonly kind: 'text'
      readonly text: string
      readonly phrase: boolean
      readonly star: boolean
      readonly closed: boolean
    }
  | { readonly kind: 'filter'; readonly name: string; readonly value: string; readonly closed: boolean }
  | { readonly kind: 'unknown-filter'; readonly name: string; readonly text: string; readonly star: boolean }
)

const CURLY_QUOTES = /[“”„]/g
const SPACE = /\s+/y
const PARENTHESIS = /[()]/y
const MINUS = /-(?=[^\s)-])/y
const PHRASE = /"([^"]*)(?:("\*?)|$)/y
/** A colon before two slashes belongs to an address, not to a filter. */
const FILTER = /(\p{L}[\p{L}-]*):(?!\/\/)(?:"([^"]*)("|$)|([^\s()"]*))/uy
const WORD = /[^\s()"]+/y
const OPERATORS = new Map<string, 'and' | 'or' | 'not'>([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
])

/**
 * @param text a query; any string
 * @returns its pieces in order, which together with the spaces between them are the whole text
 */
export function lexemes(text: string): Lexeme[] {
  const source = text.replace(CURLY_QUOTES, '"')
  const found: Lexeme[] = []
  let at = 0
  while (at < source.length) {
    const space = matchAt(SPACE, source, at)
    if (space) {
      at += space[0].length
      continue
    }
    const lexeme = operatorAt(source, at) ?? phraseAt(source, at) ?? filterAt(source, at) ?? wordAt(source, at)
    found.push(lexeme)
    at = lexeme.to
  }
  return found
}

function operatorAt(source: string, from: number): Lexeme | null {
  const parenthesis = matchAt(PARENTHESIS, source, from)
  if (parenthesis) return { kind: parenthesis[0] === '(' ? 'open' : 'close', from, to: from + 1 }
  return matchAt(MINUS, source, from) ? { kind: 'not', from, to: from + 1 } : null
}

function phraseAt(source: string, from: number): Lexeme | null {
  const phrase = matchAt(PHRASE, source, from)
  if (!phrase) return null
  const end = phrase[2] ?? ''
  const to = from + phrase[0].length
  return { kind: 'text', text: phrase[1] ?? '', phrase: true, star: end.endsWith('*'), closed: end !== '', from, to }
}

function filterAt(source: string, from: number): Lexeme | null {
  const filter = matchAt(FILTER, source, from)
  const name = filter?.[1]?.toLowerCase() ?? ''
  if (!filter || !filterNames.includes(name)) return null
  const quoted = filter[2] !== undefined
  const value = (filter[2] ?? filter[4] ?? '').trim()
  return { kind: 'filter', name, value, closed: !quoted || filter[3] === '"', from, to: from + filter[0].length }
}

function wordAt(source: string, from: number): Lexeme {
  const word = matchAt(WORD, source, from)?.[0] ?? ''
  const to = from + word.length
  const operator = OPERATORS.get(word)
  if (operator) return { kind: operator, from, to }
  const text = word.replace(/\*+$/, '')
  const star = text !== word
  const filter = matchAt(FILTER, source, from)
  const name = filter?.[1]
  if (filter && name && (filter[2] || filter[4])) return { kind: 'unknown-filter', name, text, star, from, to }
  return { kind: 'text', text, phrase: false, star, closed: true, from, to }
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}
