// Parses the search language. It never throws: a query is parsed at every key.
//
//   query        = alternatives { [ "AND" ] alternatives }        words side by side must all be there
//   alternatives = unary { "OR" unary }                           OR binds closer than the space, so that a filter added
//   unary        = ( "-" | "NOT" ) unary | primary                at the end holds for all of `road OR street`
//   primary      = "(" query ")" | phrase [ "*" ] | word [ "*" ] | filter ":" value | flag
import { tokens } from '../../../shared/text/tokens.ts'
import { isNamed, joined, negation, type QueryNode, type QueryProblem, type QueryProblemCode } from './query-ast.ts'
import { mayGoOn, nearestFilter, readFilter, readFlag } from './query-filters.ts'
import { type Lexeme, lexemes } from './query-lexer.ts'

/** Longer queries are cut, deeper parentheses ignored; both are told. FTS5's own limits lie higher. */
const MOST_CHARACTERS = 4096
const DEEPEST = 16
const SHORTEST_LIVE_PREFIX = 2

/** A query as understood. A command that changes records must refuse a query with problems. */
export interface ParsedQuery {
  readonly ast: QueryNode | null
  readonly problems: readonly QueryProblem[]
}

type FilterPiece = Extract<Lexeme, { kind: 'filter' }>
type TextPiece = Extract<Lexeme, { kind: 'text' | 'unknown-filter' }>

interface Parsing {
  readonly text: string
  readonly pieces: readonly Lexeme[]
  readonly live: boolean
  readonly problems: QueryProblem[]
  at: number
  depth: number
  ignoredParentheses: number
  negated: boolean
}

/**
 * @param text what the clerk typed
 * @param options `live` while typing: the last word may go on, and what is merely unfinished at the end is no problem
 * @returns the query (null finds everything) and what was not understood: an unknown filter is searched for as text, a
 *   filter without a usable value and text without a searchable character are left out
 */
export function parseQuery(text: string, options: { readonly live?: boolean } = {}): ParsedQuery {
  const kept = text.slice(0, MOST_CHARACTERS)
  const state: Parsing = {
    text: kept,
    pieces: lexemes(kept),
    live: options.live ?? false,
    problems: [],
    at: 0,
    depth: 0,
    ignoredParentheses: 0,
    negated: false,
  }
  const ast = parseAll(state)
  if (text.length > kept.length) {
    const where = { from: kept.length, to: text.length }
    report(state, 'too-long', `Only the first ${MOST_CHARACTERS} characters are searched for.`, where)
  }
  return { ast, problems: state.problems }
}

function parseAll(state: Parsing): QueryNode | null {
  const nodes: (QueryNode | null)[] = []
  for (let piece = peek(state); piece; piece = peek(state)) {
    if (piece.kind !== 'close') {
      nodes.push(parseAlternatives(state))
    } else if (state.ignoredParentheses > 0) {
      state.ignoredParentheses--
      state.at++
    } else if (state.depth > 0) {
      return joined('and', nodes)
    } else {
      report(state, 'unbalanced-parenthesis', 'This parenthesis closes nothing.', piece)
      state.at++
    }
  }
  return joined('and', nodes)
}

function parseAlternatives(state: Parsing): QueryNode | null {
  const nodes = [parseUnary(state)]
  for (let piece = peek(state); piece?.kind === 'or'; piece = peek(state)) {
    state.at++
    if (canStart(peek(state))) nodes.push(parseUnary(state))
    else reportStray(state, piece)
  }
  return joined('or', nodes)
}

function parseUnary(state: Parsing): QueryNode | null {
  const piece = peek(state)
  if (!piece) return null
  state.at++
  if (piece.kind === 'filter') return parseFilter(state, piece)
  if (piece.kind === 'text' || piece.kind === 'unknown-filter') return parseText(state, piece)
  if (piece.kind === 'not') return parseNegation(state, piece)
  if (piece.kind === 'open') return parseGroup(state, piece)
  if (piece.kind === 'and') {
    return canStart(peek(state)) && state.at > 1 ? parseUnary(state) : reportStray(state, piece)
  }
  return reportStray(state, piece)
}

function parseNegation(state: Parsing, piece: Lexeme): QueryNode | null {
  if (!canStart(peek(state))) return reportStray(state, piece)
  state.negated = !state.negated
  const node = parseUnary(state)
  state.negated = !state.negated
  return node && negation(node)
}

function parseGroup(state: Parsing, piece: Lexeme): QueryNode | null {
  if (state.depth === DEEPEST) {
    report(state, 'too-deep', `Parentheses deeper than ${DEEPEST} are ignored.`, piece)
    state.ignoredParentheses++
    return null
  }
  state.depth++
  const node = parseAll(state)
  state.depth--
  if (peek(state)) state.at++
  else if (!state.live) report(state, 'unbalanced-parenthesis', 'This parenthesis is never closed.', piece)
  return node
}

function parseFilter(state: Parsing, piece: FilterPiece): QueryNode | null {
  if (!piece.closed) reportOpenQuote(state, piece)
  if (piece.value === '') {
    const unfinished = state.live && piece.to === state.text.length
    if (!unfinished) report(state, 'missing-value', `“${piece.name}:” needs a value right after the colon.`, piece)
    return null
  }
  const filter = readFilter(piece.name, piece.value)
  const unfinished = isUnfinished(state, piece)
  if (typeof filter === 'string') {
    if (!unfinished || !mayGoOn(piece.name, piece.value)) report(state, 'bad-value', filter, piece)
    return null
  }
  // As with words: what is excluded is not guessed at.
  const named = unfinished && !state.negated && isNamed(filter)
  return { type: 'filter', filter: named ? { ...filter, unfinished: true } : filter }
}

/** Whether a value is at the end of what is still being typed. */
function isUnfinished(state: Parsing, piece: FilterPiece): boolean {
  const open = state.text[piece.to - 1] !== '"' || !piece.closed
  return state.live && open && piece.to === state.text.length
}

function parseText(state: Parsing, piece: TextPiece): QueryNode | null {
  if (piece.kind === 'unknown-filter') {
    const nearest = nearestFilter(piece.name)
    const hint = nearest ? ` Did you mean “${nearest}:”?` : ''
    report(state, 'unknown-filter', `There is no filter “${piece.name}:”; it is searched for as text.${hint}`, piece)
  } else if (!piece.closed) {
    reportOpenQuote(state, piece)
  }
  const phrase = piece.kind === 'text' && piece.phrase
  const flag = phrase || piece.star ? null : readFlag(piece.text)
  if (flag) return { type: 'filter', filter: flag }
  const last = tokens(piece.text).at(-1)
  if (last !== undefined) {
    return { type: 'text', text: piece.text, phrase, prefix: piece.star || isBeingTyped(state, piece, last) }
  }
  if (/[^\p{P}\p{ASCII}]/u.test(piece.text)) {
    report(state, 'no-words', `“${piece.text}” cannot be searched for; it is left out.`, piece)
  }
  return null
}

function isBeingTyped(state: Parsing, piece: TextPiece, last: string): boolean {
  const open = piece.kind === 'unknown-filter' || !piece.phrase || !piece.closed
  const atEnd = piece.to === state.text.length && /\S$/.test(state.text)
  return state.live && open && atEnd && !state.negated && [...last].length >= SHORTEST_LIVE_PREFIX
}

function canStart(piece: Lexeme | undefined): boolean {
  return piece !== undefined && piece.kind !== 'close' && piece.kind !== 'or'
}

function peek(state: Parsing): Lexeme | undefined {
  return state.pieces[state.at]
}

function reportOpenQuote(state: Parsing, piece: Lexeme): void {
  if (!state.live) report(state, 'unclosed-quote', 'A quotation mark is missing at the end.', piece)
}

function reportStray(state: Parsing, piece: Lexeme): null {
  const unfinished = state.live && state.at === state.pieces.length
  const typed = state.text.slice(piece.from, piece.to)
  if (!unfinished) report(state, 'stray-operator', `“${typed}” stands between nothing; it is ignored.`, piece)
  return null
}

function report(state: Parsing, code: QueryProblemCode, message: string, where: { from: number; to: number }): void {
  state.problems.push({ code, message, from: where.from, to: where.to })
}
