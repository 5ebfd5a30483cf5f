// Classification rules: what matches, which wins, and when two disagree.
import { describe, expect, it } from 'vitest'
import { Rule, type RuleCondition, Rules } from '../../../shared/domain/classify/rule.ts'
import { classify, compileRules, matchRule, type RuleSubject } from '../../../shared/domain/classify/rule-match.ts'
import { parseLocalDate } from '../../../shared/domain/time.ts'
import { fold } from '../../../shared/text/fold.ts'

const rule = (when: unknown, more: Partial<Rule> = {}): Rule =>
  Rule.parse({ id: 'r', name: 'rule', order: 1, when, series: 'SM', reason: 'because', ...more })
const subject = (text: string, more: Partial<RuleSubject> = {}): RuleSubject => ({
  account: '@AlderBayCity',
  platform: 'x',
  kind: 'post',
  author: 'AlderBayCity',
  inThread: (thread) => thread === '1001',
  foldedText: fold(text),
  on: parseLocalDate('2024-03-05'),
  hasMedia: false,
  ...more,
})
const matches = (when: unknown, of: RuleSubject) => compileRules([rule(when)], fold).map((one) => matchRule(one, of))[0]

describe('a rule matches', () => {
  it.each<[string, unknown, boolean]>([
    ['no condition', {}, true],
    ['the account, however written', { accounts: ['alderbaycity'] }, true],
    ['another account', { accounts: ['AlderBayFire'] }, false],
    ['the platform', { platforms: ['X'] }, true],
    ['another platform', { platforms: ['facebook'] }, false],
    ['the kind', { kinds: ['reply', 'post'] }, true],
    ['another kind', { kinds: ['message'] }, false],
    ['the author, however written', { authors: ['@alderbaycity'] }, true],
    ['another author', { authors: ['a_resident'] }, false],
    ['a thread that it stands in', { threads: ['77', '1001'] }, true],
    ['another thread', { threads: ['77'] }, false],
    ['without media', { hasMedia: false }, true],
    ['with media', { hasMedia: true }, false],
    ['its first day', { from: '2024-03-05' }, true],
    ['the day after', { from: '2024-03-06' }, false],
    ['its last day', { to: '2024-03-05' }, true],
    ['the day before', { to: '2024-03-04' }, false],
    ['all conditions at once', { accounts: ['@ALDERBAYCITY'], kinds: ['post'], to: '2024-12-31' }, true],
    ['all but one', { accounts: ['@AlderBayCity'], kinds: ['message'] }, false],
  ])('by %s: %j → %s', (_, when, expected) => {
    expect(matches(when, subject('Ferry news'))).toBe(expected)
  })

  it.each<[string, RuleCondition['words'], boolean]>([
    ['The FERRY leaves at 8', { any: ['ferry'] }, true],
    ['Ferryboats', { any: ['ferry'] }, false],
    ['Town  Hall, tonight', { any: ['town hall'] }, true],
    ['town and hall', { any: ['town hall'] }, false],
    ['#FerryDay!', { any: ['ferryday'] }, true],
    ['ferry and bridge', { all: ['bridge', 'ferry'] }, true],
    ['ferry only', { all: ['bridge', 'ferry'] }, false],
    ['ferry closed', { any: ['open', 'closed'], all: ['ferry'] }, true],
    ['Đường phố đóng cửa', { any: ['duong pho'] }, true],
    ['El año próximo', { any: ['ANO'] }, true],
    ['明天公園開放', { any: ['公園'] }, true],
    ['明天花園開放', { any: ['公園'] }, false],
    ['🚒 on the way', { any: ['🚒'] }, true],
    ['anything', { any: ['́'] }, false],
  ])('words: %j against %j → %s', (text, words, expected) => {
    expect(matches({ words }, subject(text))).toBe(expected)
  })

  it('no day when the record has none', () => {
    expect([
      matches({ from: '1990-01-01' }, subject('', { on: null })),
      matches({}, subject('', { on: null })),
    ]).toEqual([false, true])
  })
})

describe('of several rules', () => {
  const ferry = rule({ words: { any: ['ferry'] } }, { id: 'ferry', order: 2, series: 'TRANSIT' })
  const all = rule({}, { id: 'all', order: 9, series: 'SM' })
  const also = rule({ kinds: ['post'] }, { id: 'also', order: 5, series: 'TRANSIT' })

  it('the lowest order wins, and different series are a conflict', () => {
    const { matching, winner, conflict } = classify(compileRules([all, also, ferry], fold), subject('Ferry'))
    expect([matching.map(({ id }) => id), winner?.id, conflict]).toEqual([['ferry', 'also', 'all'], 'ferry', true])
  })

  it('the same series twice is none', () => {
    expect(classify(compileRules([also, ferry], fold), subject('Ferry'))).toMatchObject({
      winner: { id: 'ferry' },
      conflict: false,
    })
  })

  it('none may match', () => {
    expect(classify(compileRules([ferry], fold), subject('Bridge'))).toEqual({
      matching: [],
      winner: null,
      conflict: false,
    })
  })

  it('equal orders do not depend on the order of the file', () => {
    const twins = [rule({}, { id: 'b', series: 'B' }), rule({}, { id: 'a', series: 'A' })]
    const winners = [twins, twins.toReversed()].map(
      (rules) => classify(compileRules(rules, fold), subject('')).winner?.id,
    )
    expect(winners).toEqual(['a', 'a'])
  })
})

it('a rules file refuses unknown conditions, empty lists, no words, a period turned round and an id twice', () => {
  const wrong = [
    { colour: 'red' },
    { accounts: [] },
    { words: {} },
    { from: '2024-02-01', to: '2024-01-01' },
    { kinds: ['tweet'] },
  ]
  expect(wrong.map((when) => Rule.safeParse({ ...rule({}), when }).success)).toEqual(wrong.map(() => false))
  expect(Rules.safeParse([rule({}), rule({})]).success).toBe(false)
})
