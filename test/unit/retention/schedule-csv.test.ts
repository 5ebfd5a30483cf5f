// Reading schedules in the layouts that California cities publish.
import { describe, expect, it } from 'vitest'
import { readScheduleCsv } from '../../../electron/core/retention/schedule/csv.ts'
import { alderBayLegend, legendEntry } from '../../fixtures/schedule/build.ts'
import {
  flaggedLayout,
  layoutCsv,
  numberedLayout,
  officeLayout,
  wordedLayout,
} from '../../fixtures/schedule/layouts.ts'

const legend = alderBayLegend()
const read = (rows: string[][], delimiter?: string) => readScheduleCsv(layoutCsv(rows, delimiter), legend)
const brief = ({ series }: ReturnType<typeof read>) =>
  series.map(({ code, department, retention }) => [code, department, retention.text])

describe('a schedule with codes, flags and department headings', () => {
  const reading = read(flaggedLayout())

  it('gives every series with its department', () => {
    expect(brief(reading)).toEqual([
      ['city-clerk/council-minutes', 'CITY CLERK', 'P'],
      ['city-clerk/claims-against-the-city', 'CITY CLERK', 'CL+5*'],
      ['communications/social-media-posts-and-replies', 'COMMUNICATIONS', 'CU+2'],
      ['communications/social-media-direct-messages', 'COMMUNICATIONS', 'CU + 3'],
      ['communications/photographs-of-events', 'COMMUNICATIONS', 'SU+2'],
      ['communications/press-releases', 'COMMUNICATIONS', 'AU + 5'],
    ])
  })

  it('reads all fields of a row, cells of several lines included', () => {
    expect(reading.series[1]).toEqual({
      code: 'city-clerk/claims-against-the-city',
      title: 'Claims against the City',
      description: '* longer for minors,\nsee the City Attorney',
      department: 'CITY CLERK',
      officeOfRecord: '',
      retention: { form: 'term', code: 'CL', amount: 5, unit: 'years', note: true, text: 'CL+5*' },
      cutoffBasis: null,
      disposition: null,
      citations: ['GC 34090', 'CCP 337'],
      vital: false,
      historical: false,
      confidential: true,
      media: '',
      exclusion: null,
      row: 7,
    })
  })

  it('says of every other row why it was passed over', () => {
    expect(reading.passedOver.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'preamble'],
      [2, 'preamble'],
      [3, 'blank'],
      [4, 'header'],
      [5, 'heading'],
      [8, 'heading'],
      [12, 'blank'],
      [13, 'page-furniture'],
      [14, 'repeated-header'],
      [15, 'heading'],
      [17, 'legend-line'],
    ])
  })

  it('lists the codes found and finds them all in the legend', () => {
    expect([reading.codes, reading.codesNotInLegend, reading.findings]).toEqual([
      [
        { code: 'AU', series: 1 },
        { code: 'CL', series: 1 },
        { code: 'CU', series: 2 },
        { code: 'P', series: 1 },
        { code: 'SU', series: 1 },
      ],
      [],
      [],
    ])
  })
})

describe('other layouts', () => {
  it('takes numbers and department columns, keeps a number that stands twice, and reports a blank retention', () => {
    const reading = read(numberedLayout())
    expect(brief(reading)).toEqual([
      ['704', 'Administration', 'CU+2'],
      ['705', 'City Clerk', 'P'],
      ['705~2', 'City Clerk', ''],
    ])
    expect(reading.findings.map(({ row, code }) => [row, code])).toEqual([
      [4, 'retention-blank'],
      [4, 'duplicate-code'],
    ])
  })

  it('adds periods on site and off site, and leaves other words to the legend', () => {
    const reading = read(wordedLayout())
    expect(reading.series.map(({ retention }) => retention)).toMatchObject([
      { form: 'term', code: null, amount: 2, text: '2 Years' },
      { form: 'term', code: null, amount: 7, text: '2 Years + 5 Years' },
      { form: 'permanent' },
      { form: 'words', code: 'LIFE OF MATERIAL' },
      { form: 'words', code: '4 - NO RETENTION REQUIRED' },
    ])
    expect([reading.codesNotInLegend, reading.unmappedColumns]).toEqual([
      ['4 - NO RETENTION REQUIRED', 'LIFE OF MATERIAL'],
      ['Category', 'link'],
    ])
  })

  it('reads a header of two rows, takes the total first and joins active and inactive', () => {
    const reading = read(officeLayout())
    expect(
      reading.series.map(({ officeOfRecord, vital, retention }) => [officeOfRecord, vital, retention]),
    ).toMatchObject([
      ['City Manager', true, { form: 'term', code: null, amount: 2 }],
      ['Lead Dept.', false, { form: 'term', code: 'UNTIL COMPLETED', amount: 10 }],
      ['City Clerk', false, { form: 'indefinite' }],
    ])
    expect(reading.codesNotInLegend).toEqual(['UNTIL COMPLETED'])
  })

  it('reads trigger, period, unit, basis and disposition from columns of their own', () => {
    const { series, findings } = read([
      ['series_code', 'title', 'trigger', 'retention', 'unit', 'cutoff_basis', 'disposition'],
      ['SM-1', 'Posts', 'CU', '2', 'years', 'fiscal_year_end', 'Destroy'],
      ['SM-2', 'Messages', '', '18', 'months', '', 'Transfer to Archives'],
      ['SM-3', 'Lists', 'SU', '', '', 'someday', 'Frame it'],
    ])
    expect(
      series.map(({ code, retention, cutoffBasis, disposition }) => ({ code, retention, cutoffBasis, disposition })),
    ).toMatchObject([
      { code: 'SM-1', retention: { code: 'CU', amount: 2 }, cutoffBasis: 'fiscal-year-end', disposition: 'destroy' },
      {
        code: 'SM-2',
        retention: { code: null, amount: 18, unit: 'months' },
        cutoffBasis: null,
        disposition: 'archive',
      },
      { code: 'SM-3', retention: { code: 'SU / SOMEDAY / FRAME IT' }, cutoffBasis: null, disposition: null },
    ])
    expect(findings.map(({ row, code }) => [row, code])).toEqual([
      [4, 'value-not-understood'],
      [4, 'value-not-understood'],
      [4, 'code-not-in-legend'],
    ])
  })
})

describe('files as they come', () => {
  it('are read as they are pasted from a spreadsheet, also where a heading of two rows leaves columns empty', () => {
    const [upper = [], lower = [], ...rows] = officeLayout()
    const wider = [
      [...upper, '', 'Comments / Reference'],
      [...lower, 'Image I/M/S', ''],
      ...rows.map((row) => [...row, 'S', 'GC 34090']),
    ]
    expect(read(wider, '\t').series).toEqual(read(wider).series)
    expect(read(wider).series.map(({ title }) => title)).toEqual(['Social media archive', 'Contracts', 'Subject index'])
  })

  const plain = read(flaggedLayout()).series

  it.each([';', '\t'])('are read with the separator %j', (delimiter) => {
    expect(read(flaggedLayout(), delimiter).series).toEqual(plain)
  })

  it('may be UTF-8 with a BOM or UTF-16', () => {
    const text = layoutCsv(flaggedLayout())
    const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])
    expect([
      readScheduleCsv(Buffer.from(`\uFEFF${text}`), legend).series,
      readScheduleCsv(wide, legend).series,
    ]).toEqual([plain, plain])
  })

  it('may be Windows-1252, which is said', () => {
    const reading = readScheduleCsv(Buffer.from('Title,Retention\nCafé permits,CU+2\n', 'latin1'), legend)
    expect([reading.series[0]?.title, reading.findings.map(({ code }) => code)]).toEqual(['Café permits', ['encoding']])
  })

  it.each([
    ['', 'empty'],
    ['PK\u0003\u0004 a workbook', 'not-csv'],
    ['just some words\nand more', 'no-header'],
    ['Title,Retention\n"Open quote,CU+2\nPosts,CU+2', 'quote-not-closed'],
  ])('are never thrown at the clerk: %j', (text, code) => {
    expect(readScheduleCsv(text, legend).findings.map((finding) => finding.code)).toEqual([code])
  })

  it('list unknown codes with their rows, and go through once the legend explains them', () => {
    const text = 'Title,Retention\nPosts,XQ+2\nPages,CU+2\nStories,XQ+5\n'
    const before = readScheduleCsv(text, legend)
    const after = readScheduleCsv(text, [...legend, legendEntry('xq', 'creation')])
    expect([
      before.codesNotInLegend,
      before.findings.map(({ row }) => row),
      after.codesNotInLegend,
      after.findings,
    ]).toEqual([['XQ'], [2, 4], [], []])
  })

  it('show a second column of the same name as unmapped, and read the first', () => {
    const { series, unmappedColumns } = read([
      ['Title', 'Retention', 'Citation', 'Citation'],
      ['Posts', 'CU+2', 'GC 34090', 'CCP 337'],
    ])
    expect([series[0]?.citations, unmappedColumns]).toEqual([['GC 34090'], ['Citation']])
  })

  it('show a row without a title, a remark and an unclear flag', () => {
    const reading = read([
      ['Record Series', 'Retention', 'Vital'],
      ['', 'CU+2', 'X'],
      ['* see the description.', '', ''],
      ['Posts', 'CU+2', 'perhaps'],
    ])
    expect([
      reading.passedOver.map(({ row, reason }) => [row, reason]),
      reading.findings.map(({ code }) => code),
      reading.series[0]?.vital,
    ]).toEqual([
      [
        [1, 'header'],
        [2, 'no-title'],
        [3, 'remark'],
      ],
      ['flag-not-understood'],
      true,
    ])
  })
})

describe('a schedule whose headings mean nothing to Muniment', () => {
  const rows = [
    ['Bay City', '', '', ''],
    ['Ref', 'What', 'How long', 'Who'],
    ['1', 'Posts', 'CU+2', 'Clerk'],
    ['Ref', 'What', 'How long', 'Who'],
    ['2', 'Messages', 'P', 'Attorney'],
  ]
  const as = (headerRow: number) =>
    readScheduleCsv(layoutCsv(rows), legend, { headerRow, fields: ['code', 'title', 'retention', 'department'] })

  it('gives nothing by itself, and every series once a person says what its columns are', () => {
    expect(brief(read(rows))).toEqual([])
    expect(brief(as(2))).toEqual([
      ['1', 'Clerk', 'CU+2'],
      ['2', 'Attorney', 'P'],
    ])
    expect(as(2)).toMatchObject({
      headerRow: 2,
      samples: [
        ['1', '2'],
        ['Posts', 'Messages'],
        ['CU+2', 'P'],
        ['Clerk', 'Attorney'],
      ],
    })
  })

  it('gives nothing where the row pointed out is not there', () => {
    expect(as(9).findings.map(({ message }) => message)).toEqual([
      'Row 9 does not hold the 4 headings that were pointed out.',
    ])
  })
})
