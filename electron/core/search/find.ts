// The archive's own search: newest first, by key.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { SearchTerm } from '../../../shared/text/tokens.ts'
import { readVaultFile } from '../vault/about.ts'
import type { Driver, Value } from '../vault/catalog/driver.ts'
import { firstIdOf } from '../vault/record/record-id.ts'
import { unknownNames } from './hints.ts'
import { mentions } from './query-ast.ts'
import { type CompiledFilter, compileQuery } from './query-compile.ts'
import { describeQuery } from './query-describe.ts'
import { parseQuery } from './query-parser.ts'
import { conditionsOf, leftOutOf } from './sql.ts'

export interface Search {
  readonly explained: string
  readonly problems: readonly string[]
  /** What the query names and the vault has nothing of: why a list is shorter than the clerk thinks. */
  readonly hints: readonly string[]
  readonly terms: readonly SearchTerm[]
  /** Selects ids below a bound, newest first; `values` follow that bound. */
  readonly sql: string
  /** As `sql`, with columns of `record` as they are given. */
  readonly rows: (columns: string) => string
  /** Selects what is found in any order; the values of its parts come before `values`. */
  readonly shaped: (shape: Shape) => string
  /** Whether words are searched for, so that one record can answer better than another. */
  readonly ranked: boolean
  readonly values: readonly Value[]
  /** Ids at and above this are not in the time that was asked for. */
  readonly below: number
  /** Whether every record is found, so that steps may be counted without looking at rows. */
  readonly everything: boolean
}

/** Above every id of a record. */
export const ABOVE_ALL = Number.MAX_SAFE_INTEGER

/** Parts of a statement over what is found; `{id}` stands for the record's id. */
export interface Shape {
  readonly columns: string
  /** What each row must hold besides the search. */
  readonly bound: string
  readonly order: string
  /** Tables joined to `record`, and what stands before the statement for them. */
  readonly joined?: { readonly before: string; readonly join: string }
}

export interface SearchOptions {
  /** Whether the last word may still go on. */
  readonly live: boolean
  /** Whether what is set aside or locked is left out unless the query asks for it: everyday searches do, those of holds and requests never. */
  readonly everyday?: boolean
  /** Zone of the days that the query names; the City's where none is given. */
  readonly zone?: string
}

/** Makes a search of what somebody typed; what cannot be understood is told in `problems` and left out. */
export function compileSearch(db: Driver, folder: string, text: string, options: SearchOptions): Search {
  const { ast, problems } = parseQuery(text, options)
  const query = compileQuery(ast, { zone: options.zone ?? readVaultFile(folder).zone })
  const asked = { aside: mentions(ast, 'aside'), locked: mentions(ast, 'locked') }
  const conditions = [...conditionsOf(db, query), ...(options.everyday === true ? leftOutOf(db, asked) : [])]
  const where = conditions.map(({ sql }) => ` AND ${sql}`).join('')
  const values = conditions.flatMap((condition) => condition.values)
  return {
    explained: describeQuery(ast),
    problems: problems.map(({ message }) => message),
    hints: options.everyday === true ? unknownNames(db, ast) : [],
    terms: query.terms,
    sql: query.match === null ? plainSql(where) : matchSql(where),
    rows: (columns) => (query.match === null ? plainSql(where, columns) : matchRowsSql(where, columns)),
    shaped: (shape) => (query.match === null ? shapedPlain(where, shape) : shapedMatch(where, shape)),
    ranked: query.match !== null,
    values: query.match === null ? values : [query.match, ...values],
    below: upperBound(query.filters),
    everything: query.match === null && conditions.length === 0,
  }
}

function plainSql(where: string, columns = 'record.id AS id'): string {
  return `SELECT ${columns} FROM record WHERE record.id < ?${where} ORDER BY record.id DESC`
}

/** Ids are compared on the index, so that it need not be read beyond them. */
function matchSql(where: string): string {
  if (where === '') return 'SELECT rowid AS id FROM found WHERE rowid < ? AND found MATCH ? ORDER BY rowid DESC'
  return matchRowsSql(where, 'found.rowid AS id')
}

function matchRowsSql(where: string, columns: string): string {
  return `SELECT ${columns} FROM found CROSS JOIN record ON record.id = found.rowid
    WHERE found.rowid < ? AND found MATCH ?${where.replaceAll('record.id', 'found.rowid')} ORDER BY found.rowid DESC`
}

function shapedPlain(where: string, { columns, bound, order, joined = NOTHING }: Shape): string {
  const sql = `${joined.before} SELECT ${columns} FROM record ${joined.join} WHERE ${bound}${where} ORDER BY ${order}`
  return sql.replaceAll('{id}', 'record.id')
}

/** The table is read only where something of it is asked for. */
function shapedMatch(where: string, { columns, bound, order, joined = NOTHING }: Shape): string {
  const wanted = [columns, bound, order, joined.join, where].some((part) => part.includes('record.'))
  const from = wanted ? `found CROSS JOIN record ON record.id = found.rowid ${joined.join}` : 'found'
  const rest = where.replaceAll('record.id', 'found.rowid')
  const sql = `${joined.before} SELECT ${columns} FROM ${from} WHERE ${bound} AND found MATCH ?${rest} ORDER BY ${order}`
  return sql.replaceAll('{id}', 'found.rowid')
}

const NOTHING = { before: '', join: '' }

/** SQLite uses one upper bound of a range: the lowest must be the one that it is given. */
function upperBound(filters: readonly CompiledFilter[]): number {
  const ends = filters.flatMap((filter) => (filter.name === 'time' && !filter.negated ? (filter.until ?? []) : []))
  return Math.min(ABOVE_ALL, ...ends.map(firstIdOf))
}

/**
 * A search that something will be done with: it must be understood whole.
 * @throws MunimentError INPUT_INVALID
 */
export function strictSearch(db: Driver, folder: string, text: string): Search {
  const search = compileSearch(db, folder, text, { live: false })
  if (search.problems.length === 0) return search
  throw new MunimentError(
    'INPUT_INVALID',
    `This search is not understood: ${search.problems.join(' ')} Nothing was done.`,
  )
}

/** Why nothing is found though the vault holds some of it: what everyday searches leave out, and how to ask for it. */
export function leftOutHints(db: Driver, folder: string, text: string, live: boolean): string[] {
  const whole = compileSearch(db, folder, text, { live })
  if (pageOfIds(db, whole, null, 1).length === 0) return []
  const found = (flag: string) =>
    pageOfIds(db, compileSearch(db, folder, `(${text}) ${flag}`, { live: false }), null, 1).length > 0
  return [
    ...(found('locked') ? ['What was found is locked, and left out: add “locked” to list it.'] : []),
    ...(found('aside') ? ['What was found came with an import that is set aside: add “aside” to list it.'] : []),
  ]
}

/** Ids of records found, newest first, below `before`. */
export function pageOfIds(db: Driver, search: Search, before: number | null, limit: number): number[] {
  const bound = Math.min(before ?? ABOVE_ALL, search.below)
  return db.all<{ id: number }>(`${search.sql} LIMIT ?`, bound, ...search.values, limit).map((row) => row.id)
}
