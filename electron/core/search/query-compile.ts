// From a parsed query to what the SQL layer binds: one FTS5 expression, plain filters, and a tree for what is left.
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import type { QueryFilter, QueryNode } from './query-ast.ts'
import { joinMatches, phraseMatch, type TextMatch } from './query-match.ts'
import { type TimeRange, timeRange } from './query-period.ts'

/** A filter on a record, dates as instants; `negated` asks for every record that it does not hold for. */
export type CompiledFilter = { readonly negated: boolean } & (
  | Exclude<QueryFilter, { readonly name: 'on' | 'before' | 'after' }>
  | ({ readonly name: 'time' } & TimeRange)
)

/** A condition without any "not" but at its leaves. `and` and `or` hold two nodes or more, at most one of them text. */
export type CompiledNode =
  | { readonly type: 'and' | 'or'; readonly nodes: readonly CompiledNode[] }
  | ({ readonly type: 'text' } & TextMatch)
  | { readonly type: 'filter'; readonly filter: CompiledFilter }

/**
 * A query as conditions that must all hold; an empty one finds everything.
 * `match`: FTS5 finds the record. `exclude`: FTS5 does not find it (set only where `match` is null).
 * `filters`: each holds. `rest`: each holds; only queries that mix filters under OR have any.
 * `terms`: what to mark in the text: words that were asked for, not those that were excluded.
 */
export interface CompiledQuery {
  readonly match: string | null
  readonly exclude: string | null
  readonly filters: readonly CompiledFilter[]
  readonly rest: readonly CompiledNode[]
  readonly terms: readonly SearchTerm[]
}

/**
 * @param ast a parsed query; null finds everything
 * @param context `zone` is the City's IANA zone, in which days are meant
 */
export function compileQuery(ast: QueryNode | null, context: { readonly zone: string }): CompiledQuery {
  const root = ast && compileNode(ast, false, context.zone)
  const conditions = root === null ? [] : root.type === 'and' ? root.nodes : [root]
  const text = conditions.find((node) => node.type === 'text')
  return {
    match: text && !text.negated ? text.match : null,
    exclude: text?.negated ? text.match : null,
    filters: conditions.flatMap((node) => (node.type === 'filter' ? [node.filter] : [])),
    rest: conditions.filter((node) => node.type === 'and' || node.type === 'or'),
    terms: ast ? wantedTerms(ast, false) : [],
  }
}

function compileNode(node: QueryNode, negated: boolean, zone: string): CompiledNode {
  if (node.type === 'not') return compileNode(node.node, !negated, zone)
  if (node.type === 'text') return { type: 'text', match: phraseMatch(node), negated }
  if (node.type === 'filter') return { type: 'filter', filter: compileFilter(node.filter, negated, zone) }
  const type = negated ? (node.type === 'and' ? 'or' : 'and') : node.type
  return compileGroup(
    type,
    node.nodes.map((child) => compileNode(child, negated, zone)),
  )
}

function compileGroup(type: 'and' | 'or', nodes: readonly CompiledNode[]): CompiledNode {
  const flat = nodes.flatMap((node) => (node.type === type ? node.nodes : [node]))
  const texts = flat.filter((node) => node.type === 'text')
  const others = flat.filter((node) => node.type !== 'text')
  if (texts.length === 0) return { type, nodes: others }
  const text: CompiledNode = { type: 'text', ...joinMatches(type, texts) }
  return others.length === 0 ? text : { type, nodes: [text, ...others] }
}

function compileFilter(filter: QueryFilter, negated: boolean, zone: string): CompiledFilter {
  if ('period' in filter) return { name: 'time', ...timeRange(filter.name, filter.period, zone), negated }
  return { ...filter, negated }
}

function wantedTerms(node: QueryNode, negated: boolean): SearchTerm[] {
  if (node.type === 'text') return negated ? [] : [{ text: node.text, prefix: node.prefix }]
  if (node.type === 'filter') return []
  if (node.type === 'not') return wantedTerms(node.node, !negated)
  return node.nodes.flatMap((child) => wantedTerms(child, negated))
}
