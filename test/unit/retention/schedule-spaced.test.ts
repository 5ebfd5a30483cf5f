// Reading a schedule out of the text of a PDF.
import { describe, expect, it } from 'vitest'
import { readScheduleCsv } from '../../../electron/core/retention/schedule/csv.ts'
import { alderBayLegend } from '../../fixtures/schedule/build.ts'
import {
  flaggedLayout,
  layoutCsv,
  numberedLayout,
  officeLayout,
  wordedLayout,
} from '../../fixtures/schedule/layouts.ts'

describe('text pasted from a PDF that keeps its layout', () => {
  const text = [
    'City of Alder Bay                                Records Retention Schedule',
    '',
    'Record Series                    Official Retention   Citation          Description',
    'CITY CLERK',
    'Council minutes                  P                    GC34090           Signed minutes of all',
    '                                                                        meetings',
    'Claims against the City,         CL+5*                GC 34090; CCP 337 * longer for minors',
    'closed ones among them',
    'COMMUNICATIONS',
    'Social media: posts              CU + 2               GC 34090',
    'Page 1 of 2',
    '   Record Series              Official Retention   Citation          Description',
    '   Press releases             AU + 5                                 Also  those  of the Fire Department',
  ].join('\r\n')

  it('is read by the places of its headings, page by page, and lines that go on are joined and told', () => {
    const { series, findings } = readScheduleCsv(text, alderBayLegend())
    expect(
      series.map(({ title, retention, department, description, row }) => [
        title,
        retention.text,
        department,
        description,
        row,
      ]),
    ).toEqual([
      ['Council minutes', 'P', 'CITY CLERK', 'Signed minutes of all meetings', 5],
      ['Claims against the City, closed ones among them', 'CL+5*', 'CITY CLERK', '* longer for minors', 7],
      ['Social media: posts', 'CU + 2', 'COMMUNICATIONS', '', 10],
      ['Press releases', 'AU + 5', 'COMMUNICATIONS', 'Also those of the Fire Department', 13],
    ])
    expect(series[0]?.citations).toEqual(['GC 34090'])
    expect(findings.map(({ row, code }) => [row, code])).toEqual([
      [6, 'line-joined'],
      [8, 'line-joined'],
    ])
  })

  it('gives the same series as the table of the same schedule, in every published layout', () => {
    for (const [name, table] of Object.entries({
      flagged: flaggedLayout(),
      numbered: numberedLayout(),
      worded: wordedLayout(),
      office: officeLayout(),
    })) {
      const flat = table.map((row) => row.map((cell) => cell.replace(/\s+/g, ' ')))
      const widths = flat.reduce<number[]>(
        (most, row) => row.map((cell, at) => Math.max(most[at] ?? 0, cell.length)),
        [],
      )
      const drawn = flat.map((row) =>
        row
          .map((cell, at) => cell.padEnd((widths[at] ?? 0) + 3))
          .join('')
          .trimEnd(),
      )
      const told = (input: string) =>
        readScheduleCsv(input, alderBayLegend()).series.map(({ title, retention }) => [title, retention.text])
      expect([name, told(drawn.join('\n'))]).toEqual([name, told(layoutCsv(flat))])
    }
  })

  it('is refused, with what to do, where columns cannot be told apart', () => {
    const { series, findings } = readScheduleCsv(text.replace(/ +/g, ' '), alderBayLegend())
    expect(series).toEqual([])
    expect(findings.map(({ message }) => message).join()).toContain('two spaces or more between columns')
  })
})
