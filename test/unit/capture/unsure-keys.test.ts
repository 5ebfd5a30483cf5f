// By which keys of captured pages nobody can tell that an item is gone.
import { expect, test } from 'vitest'
import { type KeyChange, unsureKeys } from '../../../electron/core/capture/unsure-keys.ts'

const PAGE = 'https://city.example/board'

/** What two captures show under marks: numbers and words of each. */
function between(before: Record<number, string>, after: Record<number, string>, mark = 'comment-'): KeyChange[] {
  const numbers = [...new Set([...Object.keys(before), ...Object.keys(after)])].map(Number)
  return numbers.map((nth) => ({
    key: `${PAGE} ${mark}${nth}`,
    isBefore: before[nth] !== undefined,
    isAfter: after[nth] !== undefined,
    isChanged: before[nth] !== undefined && after[nth] !== undefined && before[nth] !== after[nth],
  }))
}
const isUnsure = (changes: readonly KeyChange[], nth: number, mark = 'comment-') =>
  unsureKeys(changes)(`${PAGE} ${mark}${nth}`)

test('a mark that is a place in a list tells of nothing once the others moved up', () => {
  expect(isUnsure(between({ 1: 'a', 2: 'b', 3: 'c' }, { 1: 'a', 2: 'c' }), 3)).toBe(true)
  expect(isUnsure(between({ 0: 'a', 1: 'b', 2: 'c' }, { 0: 'b', 1: 'c' }), 2)).toBe(true)
  expect(isUnsure(between({ 1: 'a', 2: 'b', 3: 'c' }, { 1: 'a', 2: 'c' }, '#p'), 3, '#p')).toBe(true)
})

test('the last of them is known to be gone where all others stayed what they were', () => {
  expect(isUnsure(between({ 1: 'a', 2: 'b', 3: 'c' }, { 1: 'a', 2: 'b' }), 3)).toBe(false)
})

test('a mark that is a number of its own tells of its item, whatever was edited beside it', () => {
  expect(isUnsure(between({ 41: 'a', 57: 'b', 90: 'c' }, { 41: 'edited', 90: 'c' }), 57)).toBe(false)
  expect(isUnsure(between({ 1: 'a', 2: 'b', 3: 'c' }, { 1: 'edited', 3: 'c' }), 2)).toBe(false)
})

test('words, and counts of what has the same key, tell of nothing', () => {
  const unsure = unsureKeys([])
  expect(unsure(`${PAGE} words:${'a'.repeat(32)}`)).toBe(true)
  expect(unsure(`${PAGE}/status/1 (2)`)).toBe(true)
  expect(unsure(`${PAGE}/status/1`)).toBe(false)
})
