// A schedule that is typed in is read as it was typed, whatever stands in it.
import { expect, test } from 'vitest'
import { readScheduleCsv } from '../../../electron/core/retention/schedule/csv.ts'
import { emptySeries, isTyped, typedCsv } from '../../../renderer/rooms/schedule/typed.ts'
import { alderBayLegend } from '../../fixtures/schedule/build.ts'

test('every field comes through, with commas, quotes and signs; lines without a title or a retention do not', () => {
  const typed = {
    ...emptySeries(0),
    ...{ code: '704', title: 'Posts, replies and "comments"', retention: 'CU+2', citations: 'GC 34090; CCP 337' },
    ...{ department: 'Communications', notes: '=as practised' },
  }
  const lines = [
    typed,
    { ...emptySeries(1), title: 'No period' },
    { ...emptySeries(2), title: 'Minutes', retention: 'P' },
  ]
  expect(lines.map(isTyped)).toEqual([true, false, true])
  const { series, codesNotInLegend } = readScheduleCsv(typedCsv(lines), alderBayLegend())
  expect(codesNotInLegend).toEqual([])
  expect(series).toMatchObject([
    {
      ...{ code: '704', title: 'Posts, replies and "comments"', department: 'Communications' },
      ...{ citations: ['GC 34090', 'CCP 337'], retention: { form: 'term', code: 'CU', amount: 2 } },
    },
    { title: 'Minutes', retention: { form: 'permanent' } },
  ])
})
