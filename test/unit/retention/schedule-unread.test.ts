// What a schedule says of cutoff or outcome that nobody understood: left to its legend, never passed by.
import { describe, expect, it } from 'vitest'
import { readScheduleCsv } from '../../../electron/core/retention/schedule/csv.ts'
import { readLegendCsv } from '../../../electron/core/retention/schedule/legend.ts'
import { layoutCsv } from '../../fixtures/schedule/layouts.ts'

describe('what a column says of cutoff or outcome in the City’s own letters', () => {
  const rows = [
    ['Title', 'Retention', 'Cutoff', 'Action'],
    ['Photographs', '5 years', '', 'A'],
    ['Correspondence', 'CU+2', '', 'R'],
    ['Grants', '4 years', 'end of project', ''],
    ['Minutes', 'P', '', 'A'],
  ]
  const under = (more: string) =>
    readScheduleCsv(layoutCsv(rows), readLegendCsv(`code,meaning,trigger,basis,disposition\n${more}`).legend)
  const cu = 'CU,current year,,calendar-year-end,'

  it('is never passed by: without the legend’s word nothing of the series can be computed', () => {
    const { codesNotInLegend, findings } = under(cu)
    expect(codesNotInLegend).toEqual(['5 YEARS / A', 'CU+2 / R', 'END OF PROJECT'])
    expect(findings.filter(({ code }) => code === 'value-not-understood').map(({ row }) => row)).toEqual([2, 3, 4, 5])
  })

  it('counts as the legend explains it', () => {
    const { series, codesNotInLegend } = under(
      [cu, 'A,to the archives,,none,archive', 'R,review,,none,review', 'End of project,ended,ended,event,'].join('\n'),
    )
    expect(codesNotInLegend).toEqual([])
    expect(series.map(({ disposition, retention }) => [disposition, retention.text])).toEqual([
      ['archive', '5 years'],
      ['review', 'CU+2'],
      [null, '4 years after end of project'],
      ['archive', 'P'],
    ])
  })
})
