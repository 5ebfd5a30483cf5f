// Words of letters as data: what a template must have, its slots, and days in other languages.
import { expect, test } from 'vitest'
import { wordingOn } from '../../../electron/core/disclosure/letter/say.ts'
import { dayIn, filled, misfit, slotsIn } from '../../../shared/domain/request/letter-template.ts'
import { parseLocalDate } from '../../../shared/domain/time.ts'
import { broughtLetters, modelOf } from '../../../shared/law/letters/templates.ts'

const day = parseLocalDate('2026-12-01')

test('every letter that Muniment brings fits itself, and no two share an id', () => {
  expect(broughtLetters.map((one) => misfit(one, modelOf(one.kind)))).toEqual(broughtLetters.map(() => null))
  expect(new Set(broughtLetters.map(({ id }) => id)).size).toBe(13)
})

test('slots are filled once, with what they are given as it stands', () => {
  expect(slotsIn('On {day} and {day} in {city}.')).toEqual(['city', 'day'])
  expect(filled('{a} {b}', { a: '{b}', b: 2 })).toBe('{b} 2')
  expect(() => filled('{a}', {})).toThrow('nothing fills {a}')
})

test('a day is written as its language writes it', () => {
  expect([dayIn('es', day), dayIn('zh', day), dayIn('vi', day)]).toEqual([
    '1 de diciembre de 2026',
    '2026年12月1日',
    'ngày 1 tháng 12 năm 2026',
  ])
})

test('of a kind the words count that are in force on the day; what is not translated stays English', () => {
  const model = modelOf('closure')
  const old = { ...model, validTo: parseLocalDate('2026-11-30') }
  const closed = { en: 'Closed.', es: null, zh: '已结案。', vi: null }
  const newer = { ...model, id: 'x', validFrom: day, passages: { ...model.passages, closed } }
  const says = (on: string, language: 'en' | 'es' | 'zh') =>
    wordingOn([old, newer], parseLocalDate(on), language).say('closure', 'closed')
  expect(says('2026-11-30', 'en')).toBe(model.passages.closed?.en)
  expect([says('2026-12-01', 'en'), says('2026-12-01', 'zh'), says('2026-12-01', 'es')]).toEqual([
    ...['Closed.', '已结案。', 'Closed.'],
  ])
  expect(wordingOn([], day, 'en').say('none', 'asked')).toBe('Others were asked:')
})
