// The search language against the real FTS5: any text can be typed, and what is found is what the query says.
import Database from 'better-sqlite3-multiple-ciphers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { QueryFilter, QueryNode } from '../../electron/core/search/query-ast.ts'
import {
  type CompiledFilter,
  type CompiledNode,
  type CompiledQuery,
  compileQuery,
} from '../../electron/core/search/query-compile.ts'
import { describeQuery } from '../../electron/core/search/query-describe.ts'
import { parseQuery } from '../../electron/core/search/query-parser.ts'
import { parsePeriod, timeRange } from '../../electron/core/search/query-period.ts'
import { fold } from '../../shared/text/fold.ts'

fc.configureGlobal({ seed: 20_240_305 })

const zone = 'America/Los_Angeles'

interface Item {
  readonly text: string
  readonly account: string
  readonly kind: string
  readonly at: string
  readonly photo: boolean
}

const vocabulary = ['road', 'roads', 'fire', 'main', 'st', 'market']
const accounts = ['bay', 'library']
const kinds = ['post', 'reply']
const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2025-06-15']

/** Every combination of two account values, two kinds, four days and some texts, in a fixed order. */
const items: Item[] = Array.from({ length: 192 }, (_, index) => ({
  text: [0, 1, 2]
    .flatMap((place) => vocabulary[(index * (place + 1) + Math.floor(index / 7)) % (6 + place)] ?? [])
    .join(' '),
  account: accounts[index % 2] ?? '',
  kind: kinds[Math.floor(index / 2) % 2] ?? '',
  at: days[Math.floor(index / 4) % 4] ?? '',
  photo: index % 3 === 0,
}))

const db = new Database(':memory:')
db.exec(`create virtual table fulltext using fts5(
  folded, prefix='2 3', tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So'")`)
const insert = db.prepare('insert into fulltext(rowid, folded) values (?, ?)')
for (const [index, { text }] of items.entries()) insert.run(index, fold(text))
const search = db.prepare<[string], number>('select rowid from fulltext where fulltext match ?').pluck()

/** What the SQL layer does with a compiled query, with FTS5 for the words. */
function found(query: CompiledQuery): number[] {
  const matched = query.match === null ? null : new Set(search.all(query.match))
  const excluded = new Set(query.exclude === null ? [] : search.all(query.exclude))
  const rest = query.rest.map(condition)
  return [...items.keys()].filter(
    (index) =>
      (matched?.has(index) ?? true) &&
      !excluded.has(index) &&
      query.filters.every((filter) => passes(index, filter)) &&
      rest.every((holds) => holds(index)),
  )
}

function condition(node: CompiledNode): (index: number) => boolean {
  if (node.type === 'filter') return (index) => passes(index, node.filter)
  if (node.type === 'text') {
    const matched = new Set(search.all(node.match))
    return (index) => matched.has(index) !== node.negated
  }
  const parts = node.nodes.map(condition)
  return (index) => (node.type === 'and' ? parts.every((holds) => holds(index)) : parts.some((holds) => holds(index)))
}

function passes(index: number, filter: CompiledFilter): boolean {
  const item = items[index]
  if (!item) return false
  const noon = Date.parse(`${item.at}T12:00:00-08:00`)
  if (filter.name === 'time') {
    const inside = (filter.from === null || noon >= filter.from) && (filter.until === null || noon < filter.until)
    return inside !== filter.negated
  }
  return plainFilter(item, filter) !== filter.negated
}

function plainFilter(item: Item, filter: CompiledFilter | QueryFilter): boolean {
  if (filter.name === 'account') return item.account === filter.value
  if (filter.name === 'kind') return item.kind === filter.value
  return filter.name === 'has' && item.photo
}

/** The meaning of a query said a second time, by plain string work on texts of plain words. */
function means(node: QueryNode, item: Item): boolean {
  if (node.type === 'not') return !means(node.node, item)
  if (node.type === 'text') return ` ${item.text} `.includes(` ${node.text}${node.prefix ? '' : ' '}`)
  if (node.type === 'filter') {
    if (!('period' in node.filter)) return plainFilter(item, node.filter)
    const { from, until } = node.filter.period
    if (node.filter.name === 'before') return item.at < from
    return node.filter.name === 'after' ? item.at >= until : item.at >= from && item.at < until
  }
  const parts = node.nodes.map((child) => means(child, item))
  return node.type === 'and' ? parts.every(Boolean) : parts.some(Boolean)
}

const leaf = fc.oneof(
  fc.constantFrom(...vocabulary),
  fc.constantFrom('"main st"', '"road fire"', 'roa*', '"main s"*', 'nowhere'),
  fc.constantFrom('account:bay', 'account:@library', 'kind:post', 'kind:reply', 'has:photo'),
  fc
    .tuple(fc.constantFrom('on', 'before', 'after'), fc.constantFrom('2024', '2024-02', ...days))
    .map((pair) => pair.join(':')),
)
const { query: typedQuery } = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.tuple(tie('query'), fc.constantFrom(' ', ' OR ', ' AND '), tie('query')).map((parts) => parts.join('')),
    leaf.map((inner) => `-${inner}`),
    tie('query').map((inner) => `-(${inner})`),
    tie('query').map((inner) => `(${inner})`),
  ),
}))

const pieces = [
  '"',
  '(',
  ')',
  '-',
  '*',
  ':',
  ' ',
  'OR',
  ' OR ',
  'AND',
  'NOT',
  'NEAR(',
  '^',
  '+',
  '{',
  '}',
  'road',
  'a',
  'rank',
  'folded:',
  "'",
  ';',
  '\\',
  'account:',
  'on:2024',
  'has:photo',
  'untagged',
  '\u0000',
  '\ud800',
  '市',
  '👩‍🚒',
  '“',
  '”',
  '™',
  'é',
  '\u202e',
  'x'.repeat(40),
]
const anything = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
)

describe('whatever is typed', () => {
  test('is parsed, described and run without an error', () => {
    fc.assert(
      fc.property(anything, fc.boolean(), (text, live) => {
        const { ast } = parseQuery(text, { live })
        const finds = found(compileQuery(ast, { zone }))
        expect(describeQuery(ast).startsWith(ast ? 'Records ' : 'All records')).toBe(true)
        if (ast === null) expect(finds).toHaveLength(items.length)
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['a thousand words', 'road '.repeat(800)],
    ['a thousand choices', 'fire OR '.repeat(500)],
    ['a thousand exclusions', '-a '.repeat(1300)],
    ['deep parentheses', `${'(a -(b OR '.repeat(300)}c${'))'.repeat(300)}`],
    ['only opening parentheses', '('.repeat(4096)],
    ['only minus signs and NOT', `${'-'.repeat(2000)} ${'NOT '.repeat(500)}a`],
    ['a long Chinese phrase', '市'.repeat(4096)],
    ['one long word', 'w'.repeat(100_000)],
  ])('may be %s', (_what, text) => {
    expect(() => found(compileQuery(parseQuery(text).ast, { zone }))).not.toThrow()
  })
})

test('a query finds what it says', () => {
  const seen = { some: 0, none: 0, all: 0, tree: 0 }
  fc.assert(
    fc.property(typedQuery, (text) => {
      const { ast, problems } = parseQuery(text)
      expect(problems).toEqual([])
      const compiled = compileQuery(ast, { zone })
      const finds = found(compiled)
      expect(finds).toEqual([...items.keys()].filter((index) => ast && items[index] && means(ast, items[index])))
      seen[finds.length === 0 ? 'none' : finds.length === items.length ? 'all' : 'some']++
      if (compiled.rest.length > 0) seen.tree++
    }),
    { numRuns: 1500 },
  )
  expect(Math.min(seen.some, seen.tree)).toBeGreaterThan(100)
})

test('OR binds closer than the space, so that an added filter holds for all', () => {
  const finds = (text: string) => found(compileQuery(parseQuery(text).ast, { zone }))
  const both = finds('road OR fire')
  expect(finds('road OR fire account:bay')).toEqual(both.filter((index) => items[index]?.account === 'bay'))
  expect(finds('account:bay road OR fire')).toEqual(finds('road OR fire account:bay'))
})

test('every instant is exactly one of before, on and after a period, also where midnight does not exist', () => {
  const zones = ['America/Los_Angeles', 'America/Sao_Paulo', 'America/Havana', 'Asia/Kathmandu', 'UTC']
  const typed = fc.oneof(
    fc.constantFrom('2018-11-04', '2018-11-03', '2023-11-05', '2024-03-10', '2024-02-29', '2018', '2024-03'),
    fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10)),
  )
  fc.assert(
    fc.property(typed, fc.constantFrom(...zones), (text, place) => {
      const period = parsePeriod(text)
      if (!period) throw new Error(`${text} names no days`)
      const on = timeRange('on', period, place)
      expect(timeRange('before', period, place)).toEqual({ from: null, until: on.from })
      expect(timeRange('after', period, place)).toEqual({ from: on.until, until: null })
      const day = new Intl.DateTimeFormat('sv-SE', { timeZone: place, dateStyle: 'short' })
      const edges = [Number(on.from) - 1, Number(on.from), Number(on.until) - 1, Number(on.until)]
      const inside = edges.map((at) => day.format(at) >= period.from && day.format(at) < period.until)
      expect(inside).toEqual([false, true, true, false])
    }),
    { numRuns: 500 },
  )
})
