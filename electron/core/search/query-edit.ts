// Changing a query as a click does: a filter added at its end, or taken back where it stands; the rest stays as it was typed.
import { flags } from './query-filters.ts'
import { type Lexeme, lexemes } from './query-lexer.ts'

/** A filter that holds for the whole query: outside of parentheses and of any OR. A flag has no value. */
export interface StandingFilter {
  readonly name: string
  readonly value: string
  readonly negated: boolean
  readonly from: number
  readonly to: number
}

/** The filters of a query that hold for all that it finds, in order. */
export function standingFilters(text: string): StandingFilter[] {
  const pieces = lexemes(text)
  const found: StandingFilter[] = []
  let depth = 0
  for (const [place, piece] of pieces.entries()) {
    if (piece.kind === 'open') depth++
    if (piece.kind === 'close') depth = Math.max(0, depth - 1)
    const said = depth === 0 ? nameAndValue(piece) : null
    if (said === null) continue
    const negated = pieces[place - 1]?.kind === 'not'
    const before = pieces[place - (negated ? 2 : 1)]?.kind
    if (before === 'or' || before === 'not' || pieces[place + 1]?.kind === 'or') continue
    found.push({ ...said, negated, from: (negated ? pieces[place - 1] : piece)?.from ?? piece.from, to: piece.to })
  }
  return found
}

function nameAndValue(piece: Lexeme): { name: string; value: string } | null {
  if (piece.kind === 'filter') return { name: piece.name, value: piece.value }
  if (piece.kind !== 'text' || piece.phrase || piece.star) return null
  const name = flags.find((flag) => flag === piece.text.toLowerCase())
  return name === undefined ? null : { name, value: '' }
}

/** A query with a filter added, so that it holds for all of it. What is unfinished at its end is finished first. */
export function withFilter(text: string, filter: string): string {
  const before = finished(text)
  return before === '' ? `${filter} ` : `${before} ${filter} `
}

/** A query without some of its filters. */
export function withoutFilters(text: string, filters: readonly StandingFilter[]): string {
  let left = text
  for (const { from, to } of filters.toSorted((a, b) => b.from - a.from)) {
    left = `${left.slice(0, from).trimEnd()} ${left.slice(to).trimStart()}`.trimStart()
  }
  return filters.length === 0 || left.trim() === '' ? left.trim() : `${left.trim()} `
}

/** Writes a filter; null where the value cannot be written in the search language. */
export function filterText(name: string, value: string): string | null {
  if (value === '' || /["“”„]/.test(value)) return null
  return `${name}:${/[\s()]/.test(value) ? `"${value}"` : value}`
}

/** Closes what is open, and drops an operator that waits for something. */
function finished(text: string): string {
  const pieces = lexemes(text)
  const waiting = pieces.findLastIndex(({ kind }) => kind !== 'or' && kind !== 'and' && kind !== 'not')
  const kept = text.slice(0, pieces[waiting]?.to ?? 0).trimEnd()
  const last = pieces[waiting]
  const quote = last !== undefined && 'closed' in last && !last.closed ? '"' : ''
  const open =
    pieces.filter(({ kind }) => kind === 'open').length - pieces.filter(({ kind }) => kind === 'close').length
  return `${kept}${quote}${')'.repeat(Math.max(0, open))}`
}
