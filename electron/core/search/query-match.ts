// FTS5 expressions from words. Each is a quoted phrase or stands in parentheses, so that they can be joined freely.
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { tokens } from '../../../shared/text/tokens.ts'

/** Which records have the words: those that `match` finds, or, negated, all others. FTS5 alone cannot say "all others". */
export interface TextMatch {
  readonly match: string
  readonly negated: boolean
}

/**
 * @param term words with at least one token
 * @returns an FTS5 phrase of its tokens; they hold letters, digits and symbols only, so nothing in it is syntax
 */
export function phraseMatch(term: SearchTerm): string {
  return `"${tokens(term.text).join(' ')}"${term.prefix ? '*' : ''}`
}

/**
 * Joins matches with the exact meaning of and, or and not.
 *
 * @param matches at least one
 */
export function joinMatches(type: 'and' | 'or', matches: readonly TextMatch[]): TextMatch {
  if (type === 'or') return opposite(joinMatches('and', matches.map(opposite)))
  const wanted = matches.filter((part) => !part.negated).map((part) => part.match)
  const unwanted = matches.filter((part) => part.negated).map((part) => part.match)
  if (wanted.length === 0) return { match: inParentheses(unwanted, 'OR'), negated: true }
  if (unwanted.length === 0) return { match: inParentheses(wanted, 'AND'), negated: false }
  return { match: `(${inParentheses(wanted, 'AND')} NOT ${inParentheses(unwanted, 'OR')})`, negated: false }
}

function opposite(part: TextMatch): TextMatch {
  return { match: part.match, negated: !part.negated }
}

function inParentheses(matches: readonly string[], operator: 'AND' | 'OR'): string {
  return matches.length > 1 ? `(${matches.join(` ${operator} `)})` : (matches[0] ?? '')
}
