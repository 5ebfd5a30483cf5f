// What a clerk can rely on when codes of a schedule are explained at the desk: also one that says by itself how long.
import { expect, it } from 'vitest'
import { blankLine, legendOf, linesOfLegend, withCodes } from '../../../renderer/rooms/schedule/draft.ts'
import { Legend } from '../../../shared/domain/schedule/legend.ts'
import { compileSchedule } from '../../../shared/domain/schedule/schedule.ts'
import { schedule, series } from '../../fixtures/schedule/build.ts'

const said = { basis: 'event' as const, meaning: 'Until the grant is closed', trigger: 'closed' }

it('a code can be given a period of its own, by which its series is computed', () => {
  const [line = blankLine(0)] = withCodes([], ['Life of grant'])
  const legend = legendOf([{ ...line, ...said, amount: ' 5 ', unit: 'years' }])
  expect(legend).toMatchObject([{ code: 'Life of grant', period: { amount: 5, unit: 'years' } }])
  const { terms } = compileSchedule(
    schedule([series('G', 'Life of grant')], { legend: Legend.parse(legend) }),
    () => [],
  )
  expect(terms.get('G')?.term).toMatchObject({ kind: 'period', period: { amount: 5, unit: 'years' } })
})

it('without one the number beside it in the schedule counts; what is no number explains nothing', () => {
  const line = { ...blankLine(0, 'CU'), ...said }
  expect(legendOf([line])).toMatchObject([{ period: null }])
  for (const amount of ['five', '-1', '1000', '1.234']) expect(legendOf([{ ...line, amount }])).toEqual([])
})

it('what a legend file said of periods and outcomes stands on the lines, and is given back the same', () => {
  const legend = [
    { ...said, code: 'GRANT', period: { amount: 18, unit: 'months' as const }, disposition: 'review' as const },
    { ...said, code: 'CU', period: null, disposition: null },
  ]
  expect(linesOfLegend(legend)).toMatchObject([
    { amount: '18', unit: 'months' },
    { amount: '', unit: 'years' },
  ])
  expect(legendOf(linesOfLegend(legend))).toEqual(legend)
})
