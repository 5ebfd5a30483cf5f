// What a list on a page may not show any more for want of room, so that nobody says that it is gone.
import { expect, test } from 'vitest'
import { fallenOff, type ListedItem } from '../../../electron/core/capture/fallen-off.ts'

const item = (record: number, parent: number | null = null, page = '/news'): ListedItem => ({
  record,
  nativeId: `${page}/${record}`,
  page,
  parent: parent === null ? null : `${page}/${parent}`,
})
const fallen = (before: readonly ListedItem[], after: readonly ListedItem[]) => [...fallenOff(before, after)].toSorted()
const news = (...records: number[]) => records.map((record) => item(record))

test.each<[string, number[], number[], number[]]>([
  ['the last, when one came first', [3, 2, 1], [4, 3, 2], [1]],
  ['the first, of a list that runs from old to new', [1, 2, 3], [2, 3, 4], [1]],
  ['all, when as many came', [3, 2, 1], [6, 5, 4], [1, 2, 3]],
  ['none, when none came', [3, 2, 1], [3, 2], []],
  ['none in the midst of others', [4, 3, 2, 1], [5, 4, 3, 1], []],
  ['none, when fewer came than are missing', [4, 3, 2, 1], [5, 4], []],
])('%s', (_what, before, after, expected) => {
  expect(fallen(news(...before), news(...after))).toEqual(expected)
})

test('what answers an item that has no room any more has none either, and lists of their own are told apart', () => {
  const before = [item(2), item(21, 2), item(1), item(11, 1), item(111, 11)]
  expect(fallen(before, [item(3), item(2), item(21, 2)])).toEqual([1, 11, 111])
  expect(fallen([item(2), item(1, null, '/events')], [item(3), item(2)])).toEqual([])
  // Comments of one post: its latest two.
  expect(fallen([item(1), item(11, 1), item(12, 1)], [item(1), item(12, 1), item(13, 1)])).toEqual([11])
})
