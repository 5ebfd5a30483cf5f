// What a series' retention comes to under its legend: nothing is guessed.
import { describe, expect, it } from 'vitest'
import { Legend } from '../../../shared/domain/schedule/legend.ts'
import { compileSchedule, ScheduleDraft, unmappedCodes } from '../../../shared/domain/schedule/schedule.ts'
import type { Series } from '../../../shared/domain/schedule/series.ts'
import { legendEntry, schedule, series } from '../../fixtures/schedule/build.ts'

const termOf = (retention: string, legend = [legendEntry('CU', 'calendar-year-end')], more: Partial<Series> = {}) =>
  compileSchedule(schedule([series('S', retention, more)], { legend })).terms.get('S')?.term

describe('a series’ term', () => {
  it('takes the basis from the legend', () => {
    expect(termOf('CU+2')).toEqual({
      kind: 'period',
      basis: 'calendar-year-end',
      trigger: 'CU',
      period: { amount: 2, unit: 'years' },
      disposition: 'destroy',
    })
  })

  it('runs a bare period from the record’s own date', () => {
    expect(termOf('2 Years')).toMatchObject({ kind: 'period', basis: 'creation' })
  })

  it('never guesses a code, a phrase or a length', () => {
    const silent = [legendEntry('LIFE', 'creation'), legendEntry('Seven years', 'calendar-year-end')]
    expect([
      termOf('CL+2'),
      termOf('Life of material'),
      termOf('A'),
      termOf('Life', silent),
      termOf('Seven years', silent),
    ]).toEqual(['CL', 'LIFE OF MATERIAL', 'A', 'LIFE', 'SEVEN YEARS'].map((code) => ({ kind: 'unmapped', code })))
  })

  it('reads phrases as the legend explains them', () => {
    const legend = [
      legendEntry('Seven years', 'creation', { period: { amount: 7, unit: 'years' } }),
      legendEntry('Until superseded', 'event'),
    ]
    expect([termOf('Seven  Years', legend), termOf('until superseded', legend)]).toMatchObject([
      { basis: 'creation', period: { amount: 7 } },
      { basis: 'event', period: { amount: 0 } },
    ])
  })

  it('lets the same letter mean different things in different schedules', () => {
    const archives = [
      legendEntry('A', 'none', { disposition: 'permanent' }),
      legendEntry('P', 'event', { meaning: 'Pending' }),
    ]
    expect([termOf('A', archives), termOf('P', archives), termOf('P')]).toMatchObject([
      { kind: 'permanent' },
      { kind: 'period', basis: 'event' },
      { kind: 'permanent' },
    ])
  })

  it('lets a person decide for one series', () => {
    const own = { cutoffBasis: 'fiscal-year-end', disposition: 'review' } as const
    expect(termOf('ZZ+2', [], own)).toMatchObject({ kind: 'period', basis: 'fiscal-year-end', disposition: 'review' })
  })

  it('lists the codes that the legend does not explain', () => {
    const draft = schedule([series('1', 'ZZ+1'), series('2', 'CU+1'), series('3', 'AB+1'), series('4', 'ZZ+5')])
    expect(unmappedCodes(compileSchedule(draft))).toEqual(['AB', 'ZZ'])
  })
})

describe('a schedule', () => {
  it('refuses two series with one code, a code explained twice, and a fiscal year that ends on 29 February', () => {
    const twice = schedule([series('S', 'P'), series('S', 'CU+2')])
    expect([
      ScheduleDraft.safeParse(twice).success,
      ScheduleDraft.safeParse(schedule([], { fiscalYearEnd: '02-29' })).success,
      ScheduleDraft.safeParse(schedule([])).success,
      Legend.safeParse([legendEntry('CU', 'creation'), legendEntry('cu', 'event')]).success,
    ]).toEqual([false, false, true, false])
  })
})
