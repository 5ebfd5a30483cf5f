// What is marked on screen when a record was found.
import { expect, test } from 'vitest'
import { excerpt } from '../../../shared/text/excerpt.ts'
import { findMatches } from '../../../shared/text/matches.ts'

function marked(text: string, ...terms: string[]): string[] {
  const wanted = terms.map((term) => ({ text: term.replace('*', ''), prefix: term.endsWith('*') }))
  return findMatches(text, wanted).map(({ from, to }) => text.slice(from, to))
}

test('marks the words as they stand in the text', () => {
  expect({
    accents: marked('Đường Broadway sẽ đóng cửa', 'duong', 'DONG CUA'),
    decomposed: marked('Cafe\u0301 abierto', 'café'),
    han: marked('市議會會議將於週二', '議會', '週'),
    harakat: marked('السيد مُحَمَّد هنا', 'محمد'),
    phrase: marked('road closed, road open', 'road open'),
    prefix: marked('Closure and closing', 'clos*'),
    prefixOfPhrase: marked('roads closed, road closing', 'road clos*'),
    joinedEmoji: marked('Thanks 👩🏽‍🚒!', '🚒'),
    flag: marked('🇺🇸🇲🇽', '🇲🇽'),
    hiddenInside: marked('please vo\u200bte now', 'vote'),
    overlapping: marked('a b a b a', 'a b a'),
    none: marked('nothing here', 'road', '!!!'),
  }).toEqual({
    accents: ['Đường', 'đóng cửa'],
    decomposed: ['Cafe\u0301'],
    han: ['議會', '週'],
    harakat: ['مُحَمَّد'],
    phrase: ['road open'],
    prefix: ['Closure', 'closing'],
    prefixOfPhrase: ['road closing'],
    joinedEmoji: ['👩🏽‍🚒'],
    flag: ['🇲🇽'],
    hiddenInside: ['vo\u200bte'],
    overlapping: ['a b a b a'],
    none: [],
  })
})

test('an excerpt shows the first match, its marks in the right place, and cuts no grapheme', () => {
  const text = `${'👩‍🚒'.repeat(40)} road closed ${'é'.repeat(300)}`
  const cut = excerpt(text, findMatches(text, [{ text: 'road', prefix: false }]), 60)
  const mark = cut.matches[0] ?? { from: 0, to: 0 }
  expect(cut.text.slice(mark.from, mark.to)).toBe('road')
  expect(cut.text).toMatch(/^(👩‍🚒)+ road closed é+$/u)
  expect(cut.text.length).toBeLessThanOrEqual(60)
  expect([cut.cutBefore, cut.cutAfter]).toEqual([true, true])
})

test('a short text is its own excerpt', () => {
  expect(excerpt('road closed', [{ from: 5, to: 11 }], 60)).toEqual({
    text: 'road closed',
    matches: [{ from: 5, to: 11 }],
    cutBefore: false,
    cutAfter: false,
  })
})
