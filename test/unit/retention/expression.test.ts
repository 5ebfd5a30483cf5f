// Reading a retention cell.
import { describe, expect, it } from 'vitest'
import { parseRetention } from '../../../shared/domain/retention/expression.ts'

const short = (cell: string) => {
  const { text: _, ...read } = parseRetention(cell)
  return read
}
const term = (code: string | null, amount: number | null, unit = 'years', note = false) => ({
  form: 'term',
  code,
  amount,
  unit,
  note,
})

describe('parseRetention', () => {
  it.each([
    ['CU+2', term('CU', 2)],
    ['SU + 5', term('SU', 5)],
    ['AU+4', term('AU', 4)],
    ['CL+10', term('CL', 10)],
    ['cl + 2 yrs.', term('CL', 2)],
    ['CU2', term('CU', 2)],
    ['T+4*', term('T', 4, 'years', true)],
    ['5*', term(null, 5, 'years', true)],
    ['2 Years', term(null, 2)],
    ['1.5 years', term(null, 1.5)],
    ['100 days', term(null, 100, 'days')],
    ['6 mos', term(null, 6, 'months')],
    ['CU', term('CU', null)],
    ['AC + 90 D', term('AC', 90, 'days')],
    ['Closed + 5 years', term('CLOSED', 5)],
    ['Until  completed +\n10', term('UNTIL COMPLETED', 10)],
    ['7 years after final payment', term('FINAL PAYMENT', 7)],
  ])('reads the period %j', (cell, expected) => {
    expect(short(cell)).toEqual(expected)
  })

  it.each([
    ['P', 'permanent', 'P'],
    ['Permanent', 'permanent', 'PERMANENT'],
    ['perm*', 'permanent', 'PERM'],
    ['Indefinite', 'indefinite', 'INDEFINITE'],
    ['IND', 'indefinite', 'IND'],
    ['Life of material', 'words', 'LIFE OF MATERIAL'],
    ['N/A', 'words', 'N/A'],
    ['CU+2; then archives', 'words', 'CU+2; THEN ARCHIVES'],
    ['Paper: P\nElectronic: CU+2', 'words', 'PAPER: P ELECTRONIC: CU+2'],
    ['2 years + 5 years', 'words', '2 YEARS + 5 YEARS'],
    ['2015', 'words', '2015'],
    ['seven years', 'words', 'SEVEN YEARS'],
  ])('reads %j as %s', (cell, form, code) => {
    expect(parseRetention(cell)).toEqual({ form, code, text: cell, note: cell.endsWith('*') })
  })

  it('reads an empty cell as blank, with its note if it has one', () => {
    expect([short('  '), short('*')]).toEqual([
      { form: 'blank', note: false },
      { form: 'blank', note: true },
    ])
  })
})
