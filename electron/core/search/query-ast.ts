// The search language as a tree: what a query means, before anything is known about tables.
import type { RecordKind, ShownAs } from '../../../shared/domain/record/record.ts'
import type { RestrictionGround } from '../../../shared/domain/record/restriction.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'

/** A year, a month or a day as it was typed: local days in the City's zone, `until` exclusive. */
export interface Period {
  readonly unit: 'year' | 'month' | 'day'
  readonly from: LocalDate
  readonly until: LocalDate
}

/** A filter whose values are what this vault holds; with `unfinished`, the clerk is still typing it and it may go on. */
export interface NamedFilter {
  readonly name: 'account' | 'platform' | 'series' | 'author' | 'hold' | 'request'
  readonly value: string
  readonly unfinished?: true
}

/** What a record can have beside its text; the time at which it was made is not always known. */
export type Having = 'photo' | 'video' | 'audio' | 'file' | 'media' | 'link' | 'place' | 'poll' | 'time'

/** What a clerk asks for beside words. Values are as typed, without a leading @; case is for the comparison to ignore. */
export type QueryFilter =
  | NamedFilter
  | { readonly name: 'kind'; readonly value: RecordKind }
  | { readonly name: 'has'; readonly value: Having }
  | { readonly name: 'state'; readonly value: ShownAs }
  /** Without a value: restricted on whatever ground. */
  | { readonly name: 'restricted'; readonly value: RestrictionGround | null }
  | { readonly name: 'untagged' | 'deleted' | 'edited' | 'aside' | 'locked' }
  | { readonly name: 'on' | 'before' | 'after'; readonly period: Period }

/** Words that stand together; with `prefix`, the last of them may go on. Holds at least one searchable word. */
export interface TextNode {
  readonly type: 'text'
  readonly text: string
  readonly phrase: boolean
  readonly prefix: boolean
}

/** A query. `and` and `or` hold two nodes or more and never one of their own type; `not` never holds a `not`. */
export type QueryNode =
  | { readonly type: 'and' | 'or'; readonly nodes: readonly QueryNode[] }
  | { readonly type: 'not'; readonly node: QueryNode }
  | { readonly type: 'filter'; readonly filter: QueryFilter }
  | TextNode

/** Something in the query that was not understood, in words for the clerk; `from` and `to` are UTF-16 offsets. */
export interface QueryProblem {
  readonly code: QueryProblemCode
  readonly message: string
  readonly from: number
  readonly to: number
}

export type QueryProblemCode =
  | 'unknown-filter'
  | 'missing-value'
  | 'bad-value'
  | 'unclosed-quote'
  | 'unbalanced-parenthesis'
  | 'stray-operator'
  | 'no-words'
  | 'too-long'
  | 'too-deep'

/** Joins nodes, flattening; null where there are none. */
export function joined(type: 'and' | 'or', nodes: readonly (QueryNode | null)[]): QueryNode | null {
  const flat = nodes.flatMap((node) => (node === null ? [] : node.type === type ? node.nodes : [node]))
  return flat.length > 1 ? { type, nodes: flat } : (flat[0] ?? null)
}

/** The opposite of a node. */
export function negation(node: QueryNode): QueryNode {
  return node.type === 'not' ? node.node : { type: 'not', node }
}

/** Whether a query asks for a filter anywhere, also for its opposite. */
export function mentions(node: QueryNode | null, name: QueryFilter['name']): boolean {
  if (node === null || node.type === 'text') return false
  if (node.type === 'filter') return node.filter.name === name
  if (node.type === 'not') return mentions(node.node, name)
  return node.nodes.some((child) => mentions(child, name))
}

/** Every filter of a query on values that the vault holds, also those whose opposite is asked for. */
export function namedFilters(node: QueryNode | null): NamedFilter[] {
  if (node === null || node.type === 'text') return []
  if (node.type === 'not') return namedFilters(node.node)
  if (node.type === 'filter') return isNamed(node.filter) ? [node.filter] : []
  return node.nodes.flatMap(namedFilters)
}

/** Whether the values of a filter are what this vault holds. */
export function isNamed(filter: QueryFilter): filter is NamedFilter {
  return 'value' in filter && !['kind', 'has', 'state', 'restricted'].includes(filter.name)
}
