// Rules in their form: what was kept is what was filled in, and counts add up over stretches.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conditionWords, draftOf, freeId, numbered, ruleOf } from '../../../renderer/rooms/classify/rules/rule-draft.ts'
import { addStretch, type Trial } from '../../../renderer/rooms/classify/rules/use-trial.ts'
import { rulesTry } from '../../../shared/contract/bulk.ts'
import { Rule } from '../../../shared/domain/classify/rule.ts'

const word = fc.stringMatching(/^[a-z][a-z ]{0,8}[a-z]$/)
const list = fc.option(fc.array(word, { minLength: 1, maxLength: 3 }), { nil: undefined })
const rule = fc
  .record({
    any: list,
    all: list,
    accounts: list,
    authors: list,
    threads: list,
    from: fc.constantFrom(undefined, '2020-01-01'),
    to: fc.constantFrom(undefined, '2021-12-31'),
    hasMedia: fc.constantFrom(undefined, true, false),
  })
  .map(({ any, all, ...rest }) => {
    const words = any || all ? { words: { ...(any ? { any } : {}), ...(all ? { all } : {}) } } : {}
    const when = Object.fromEntries(Object.entries({ ...rest, ...words }).filter(([, value]) => value !== undefined))
    return Rule.parse({ id: 'r', name: 'Rule', order: 1, when, series: 'ADM-1', reason: 'because' })
  })

test('a rule goes through its form unchanged', () => {
  fc.assert(
    fc.property(rule, (one) => {
      expect(ruleOf(draftOf(one), one.id, one.order)).toEqual(one)
    }),
  )
})

test('what does not fit is said, and no rule comes of it', () => {
  const draft = { ...draftOf(Rule.parse({ id: 'r', name: 'R', order: 1, when: {}, series: 'A', reason: 'x' })) }
  expect(ruleOf({ ...draft, from: '2021-01-02', to: '2021-01-01' }, 'r', 1)).toEqual({
    problem: 'when to: ends before it begins',
  })
  expect(ruleOf({ ...draft, kinds: 'tweet' }, 'r', 1)).toHaveProperty('problem')
  expect(ruleOf({ ...draft, accounts: '@AlderBayCity, Parks', kinds: 'POST' }, 'r', 1)).toMatchObject({
    when: { accounts: ['AlderBayCity', 'Parks'], kinds: ['post'] },
  })
})

test('rules are numbered as they stand, get ids of their own, and read like a search', () => {
  const one = Rule.parse({ id: 'rule-2', name: 'R', order: 9, when: {}, series: 'A', reason: 'x' })
  const other = { ...one, id: 'b', when: { words: { any: ['road closure', 'ferry'] }, hasMedia: false } }
  expect(numbered([other, one]).map(({ id, order }) => [id, order])).toEqual([
    ['b', 1],
    ['rule-2', 2],
  ])
  expect(freeId([one])).toBe('rule-3')
  expect([conditionWords(one), conditionWords(other)]).toEqual(['', '"road closure" OR ferry -has:media'])
})

test('the counts of stretches add up to those of the whole', () => {
  const empty: Trial = { looked: 0, total: 0, done: false, counts: new Map(), conflicts: [] }
  const stretch = (last: number | null, records: number, total: number | null) => ({
    ...{ last, total, looked: 10, rules: [{ id: 'a', matches: records, decides: 1, earlier: 1, later: 0 }] },
    conflicts: [{ wins: 'a', loses: 'b', records, example: 7 }],
  })
  const whole = [stretch(9, 3, 20), stretch(null, 4, null)].reduce(
    (sum, one) => addStretch(sum, rulesTry.output.parse(one)),
    empty,
  )
  expect(whole).toEqual({
    ...{
      looked: 20,
      total: 20,
      done: true,
      counts: new Map([['a', { matches: 7, decides: 2, earlier: 2, later: 0 }]]),
    },
    conflicts: [{ wins: 'a', loses: 'b', records: 7, example: 7 }],
  })
})
