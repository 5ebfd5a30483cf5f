// Reading a legend file.
import { expect, it } from 'vitest'
import { readLegendCsv } from '../../../electron/core/retention/schedule/legend.ts'

it('reads codes, phrases, periods and dispositions, with columns in any order', () => {
  const { legend, problems } = readLegendCsv(
    'basis;code;meaning;trigger;period;disposition\r\ncalendar-year-end;cu;Current year;end of the year;;\r\nCreation;Seven  years;As it says;;7 years;review\r\n',
  )
  expect([legend, problems]).toEqual([
    [
      {
        code: 'CU',
        meaning: 'Current year',
        trigger: 'end of the year',
        basis: 'calendar-year-end',
        period: null,
        disposition: null,
      },
      {
        code: 'SEVEN YEARS',
        meaning: 'As it says',
        trigger: '',
        basis: 'creation',
        period: { amount: 7, unit: 'years' },
        disposition: 'review',
      },
    ],
    [],
  ])
})

it('leaves out what it does not understand and names the row', () => {
  const { legend, problems } = readLegendCsv(
    'code,meaning,trigger,basis,period\nCU,Current,x,someday,\nCL,Closed,x,event,\ncl,Again,x,event,\nSU,Superseded,x,event,soon\n',
  )
  expect(legend.map(({ code }) => code)).toEqual(['CL'])
  expect(problems.map((problem) => /^Row \d/.exec(problem)?.[0])).toEqual(['Row 2', 'Row 4', 'Row 5'])
})

it('survives a file that is no table, and says what the first row must name', () => {
  expect(readLegendCsv('')).toEqual({ legend: [], problems: [] })
  expect(readLegendCsv('code\n"open').problems).toEqual([
    'The legend has no header: its first row names code, meaning, trigger, basis, period, disposition.',
  ])
  expect(readLegendCsv('PK\u0003\u0004').problems).toEqual([
    'This is not a CSV file (perhaps a workbook). Open it in the spreadsheet program and save it as CSV.',
  ])
})
