// The search language as a clerk types it.
import { describe, expect, test } from 'vitest'
import { compileQuery } from '../../../electron/core/search/query-compile.ts'
import { describeQuery } from '../../../electron/core/search/query-describe.ts'
import { parseQuery } from '../../../electron/core/search/query-parser.ts'

const zone = 'America/Los_Angeles'

/** What was understood, in words, and the codes of what was not. */
function read(text: string, live = false): [sentence: string, ...problems: string[]] {
  const { ast, problems } = parseQuery(text, { live })
  return [describeQuery(ast), ...problems.map(({ code }) => code)]
}

const understood: [typed: string, sentence: string][] = [
  ['', 'All records'],
  ['road', 'Records with the word “road”'],
  ['road closure', 'Records with the words “road” and “closure”'],
  ['"road closure"', 'Records with the phrase “road closure”'],
  ['“road closure”', 'Records with the phrase “road closure”'],
  ['clos*', 'Records with the word “clos…”'],
  ['road -closure', 'Records with the word “road”, without the word “closure”'],
  ['road NOT closure', 'Records with the word “road”, without the word “closure”'],
  ['road AND closure', 'Records with the words “road” and “closure”'],
  ['road OR street', 'Records either with the word “road” or with the word “street”'],
  ['road OR street untagged', 'Records either with the word “road” or with the word “street”, not in any series'],
  ['(road main) OR street', 'Records either (with the words “road” and “main”) or with the word “street”'],
  ['-(road account:x)', 'Records except those (with the word “road”, from account x)'],
  ['account:@AlderBayCity', 'Records from account AlderBayCity'],
  ['ACCOUNT:AlderBayCity platform:X', 'Records from account AlderBayCity, on the platform X'],
  ['account:"Old Town"', 'Records from account Old Town'],
  ['kind:Reply -kind:post', 'Records of the kind reply, not of the kind post'],
  ['series:ADM-12 hold:H-3 request:24-17', 'Records in series ADM-12, under hold H-3, in request 24-17'],
  ['author:@mayor has:photo -has:link', 'Records by mayor, with a photo, without a link'],
  ['has:media untagged deleted edited', 'Records with media, not in any series, that were deleted, that were edited'],
  ['-untagged -edited', 'Records in a series, that were not edited'],
  ['"deleted"', 'Records with the word “deleted”'],
  ['on:2024', 'Records in 2024'],
  ['on:2024-03', 'Records in March 2024'],
  ['on:2024-02-29', 'Records on February 29, 2024'],
  ['before:2024', 'Records before January 1, 2024'],
  ['after:2024-12', 'Records on or after January 1, 2025'],
  ['-on:2024-03-05', 'Records not on March 5, 2024'],
  ['https://alderbay.example/a', 'Records with the word “https://alderbay.example/a”'],
  ['at 12:30 & -', 'Records with the words “at” and “12:30”'],
  ['note: hello', 'Records with the words “note:” and “hello”'],
  ['market 市議會', 'Records with the words “market” and “市議會”'],
  ['road\u202e', 'Records with the word “road[U+202E]”'],
  ['-(-road)', 'Records with the word “road”'],
  ['((road))', 'Records with the word “road”'],
]

const misunderstood: [typed: string, sentence: string, problem: string][] = [
  ['acount:x', 'Records with the word “acount:x”', 'unknown-filter'],
  ['account: road', 'Records with the word “road”', 'missing-value'],
  ['before:2024-13', 'All records', 'bad-value'],
  ['on:2023-02-29', 'All records', 'bad-value'],
  ['kind:psot', 'All records', 'bad-value'],
  ['has:cats', 'All records', 'bad-value'],
  ['"road clos', 'Records with the phrase “road clos”', 'unclosed-quote'],
  ['account:"Old Town', 'Records from account Old Town', 'unclosed-quote'],
  ['(road', 'Records with the word “road”', 'unbalanced-parenthesis'],
  ['road)', 'Records with the word “road”', 'unbalanced-parenthesis'],
  ['OR road', 'Records with the word “road”', 'stray-operator'],
  ['road OR', 'Records with the word “road”', 'stray-operator'],
  ['road NOT', 'Records with the word “road”', 'stray-operator'],
  ['road \u2194', 'Records with the word “road”', 'no-words'],
  [`${'('.repeat(17)}road${')'.repeat(17)}`, 'Records with the word “road”', 'too-deep'],
]

describe('a query', () => {
  test.each(understood)('%j is understood', (typed, sentence) => {
    expect(read(typed)).toEqual([sentence])
  })

  test.each(misunderstood)('%j is understood as far as it goes, and the rest is told', (typed, sentence, problem) => {
    expect(read(typed)).toEqual([sentence, problem])
  })

  test('too long a query is cut and told', () => {
    expect(read('road '.repeat(1000)).slice(1)).toEqual(['too-long'])
  })

  test('a mistyped filter is answered with the nearest one, in its place', () => {
    expect(parseQuery('road befroe:2024').problems).toEqual([
      {
        code: 'unknown-filter',
        message: 'There is no filter “befroe:”; it is searched for as text. Did you mean “before:”?',
        from: 5,
        to: 16,
      },
    ])
  })
})

describe('while typing', () => {
  const steps: [typed: string, sentence: string][] = [
    ['r', 'Records with the word “r”'],
    ['ro', 'Records with the word “ro…”'],
    ['road clos', 'Records with the words “road” and “clos…”'],
    ['road clos ', 'Records with the words “road” and “clos”'],
    ['road "main st', 'Records with the words “road” and “main st…”'],
    ['road "main st"', 'Records with the words “road” and “main st”'],
    ['road -clos', 'Records with the word “road”, without the word “clos”'],
    ['road OR', 'Records with the word “road”'],
    ['road -', 'Records with the word “road”'],
    ['road (', 'Records with the word “road”'],
    ['road account:', 'Records with the word “road”'],
    ['市', 'Records with the word “市”'],
  ]
  test.each(steps)('%j is no mistake', (typed, sentence) => {
    expect(read(typed, true)).toEqual([sentence])
  })
})

describe('compiled', () => {
  const compiled = (text: string) => compileQuery(parseQuery(text).ast, { zone })

  test('words and filters become one match and plain filters, days begin at local midnight', () => {
    expect(compiled('road "main st" -fire clos* -account:@x on:2024-03-10 市議會')).toEqual({
      match: '(("road" AND "main st" AND "clos"* AND "市 議 會") NOT "fire")',
      exclude: null,
      filters: [
        { name: 'account', value: 'x', negated: true },
        {
          name: 'time',
          from: Date.parse('2024-03-10T00:00:00-08:00'),
          until: Date.parse('2024-03-11T00:00:00-07:00'),
          negated: false,
        },
      ],
      rest: [],
      terms: [
        { text: 'road', prefix: false },
        { text: 'main st', prefix: false },
        { text: 'clos', prefix: true },
        { text: '市議會', prefix: false },
      ],
    })
  })

  test('words that are only excluded become an exclusion', () => {
    expect(compiled('-fire -"main st" untagged')).toEqual({
      match: null,
      exclude: '("fire" OR "main st")',
      filters: [{ name: 'untagged', negated: false }],
      rest: [],
      terms: [],
    })
  })

  test('a choice between filters stays a tree', () => {
    expect(compiled('road (fire police) OR kind:post')).toEqual({
      match: '"road"',
      exclude: null,
      filters: [],
      rest: [
        {
          type: 'or',
          nodes: [
            { type: 'text', match: '("fire" AND "police")', negated: false },
            { type: 'filter', filter: { name: 'kind', value: 'post', negated: false } },
          ],
        },
      ],
      terms: [
        { text: 'road', prefix: false },
        { text: 'fire', prefix: false },
        { text: 'police', prefix: false },
      ],
    })
  })
})
