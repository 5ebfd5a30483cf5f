// What a clerk can rely on when tables are read as vendors and spreadsheets write them: guarded numbers, headings again, sums, groups of columns.
import { describe, expect, test } from 'vitest'
import { describeTables } from '../../../electron/core/intake/mapped/describe-tables.ts'
import { tryMapping } from '../../../electron/core/intake/mapped/preview.ts'
import { openTree } from '../../../electron/core/intake/tree.ts'
import type { TimeFormat } from '../../../shared/domain/intake/mapping.ts'
import { workbook } from '../../fixtures/workbook.ts'
import { failures, mappedRules, readMapped as read, texts } from '../../support/read-mapped.ts'
import { writeFiles } from '../../support/read-platform.ts'

const never = new AbortController().signal
const ID = '1790011223344556677'
type Files = Readonly<Record<string, string | Uint8Array>>

async function look<Result>(files: Files, use: (tree: Awaited<ReturnType<typeof openTree>>) => Promise<Result>) {
  const tree = await openTree([{ path: await writeFiles(files), name: 'tables' }], never)
  try {
    return await use(tree)
  } finally {
    await tree.set.close()
  }
}

const suggested = (files: Files) => look(files, (tree) => describeTables(tree, null, never))
const post = (n: number) => [`${ID}${n}`, `Road work on Main Street, day ${n}`, `2024-03-1${n} 10:00`]
const posts = Array.from({ length: 8 }, (_, n) => post(n))
const lines = (rows: readonly (readonly string[])[]) =>
  rows.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n')

describe('a table of a vendor', () => {
  test('whose long numbers are guarded from a spreadsheet gives the numbers', async () => {
    const table = `ID,Text\n="${ID}",a\n"=""${ID}1""","=""quoted"""\n'${ID}2,'90 days\n`
    expect(texts(await read({ 'a.csv': table }))).toEqual([
      [ID, 'a'],
      [`${ID}1`, 'quoted'],
      [`${ID}2`, "'90 days"],
    ])
  })

  test('that says its headings on every page gives no record of them', async () => {
    const csv = await read({ 'a.csv': 'Log,\nID,Text\n1,a\nID,Text\n2,b\n' })
    const cells = [
      ['ID', 'Text'],
      ['1', 'a'],
      ['ID', 'Text'],
      ['2', 'b'],
    ]
    const sheet = await read({ 'a.xlsx': workbook({ Log: cells }) })
    for (const { items } of [csv, sheet]) {
      expect(items.map(({ outcome }) => (outcome.type === 'record' ? outcome.draft.text : outcome))).toEqual([
        'a',
        { type: 'passed-over', reason: 'the headings once more' },
        'b',
      ])
    }
  })

  test('in UTF-16 of either order is read, and its rows are kept as they lie in the file', async () => {
    const table = '\ufeffID,Text\n1,"市議会\nat 7"\n2,b\n'
    const little = Buffer.from(table, 'utf16le')
    for (const bytes of [little, Buffer.from(little).swap16()]) {
      const result = await read({ 'a.csv': bytes })
      expect(texts(result)).toEqual([
        ['1', '市議会\nat 7'],
        ['2', 'b'],
      ])
      for (const { start, bytes: kept } of result.items)
        expect(bytes.subarray(start, start + kept.length).equals(kept)).toBe(true)
    }
  })

  test('with a line of sums below still has numbers of its own', async () => {
    const rows = [['Ticket ID', 'Comment', 'Created'], ...posts, ['', 'Total', '8']]
    const { tables } = await suggested({ 'a.csv': lines(rows) })
    expect(tables[0]?.suggestion.fields).toEqual({ id: 'Ticket ID', text: 'Comment' })
  })

  test('with headings of groups above those of the columns is suggested by the columns', async () => {
    const rows = [['Post', null, 'Dates'], ['Post ID', 'Text', 'Date'], ...posts] as const
    const csv = lines(rows.map((cells) => cells.map((cell) => cell ?? '')))
    for (const files of [{ 'a.csv': csv }, { 'a.xlsx': workbook({ Log: rows }) }]) {
      const { suggestion } = (await suggested(files)).tables[0] ?? {}
      expect(suggestion).toMatchObject({ fields: { id: 'Post ID', text: 'Text' }, time: { column: 'Date' } })
    }
  })

  test('whose rows lie in a later sheet is suggested by the sheet with the most rows', async () => {
    const sheets = {
      Codes: [
        ['Code', 'Name'],
        ['a', 'b'],
      ],
      Posts: [['ID', 'Text', 'Date'], ...posts],
    }
    const { suggestion } = (await suggested({ 'a.xlsx': workbook(sheets) })).tables[0] ?? {}
    expect(suggestion).toMatchObject({ sheet: 'Posts', fields: { id: 'ID', text: 'Text' } })
  })
})

describe('times as vendors write them', () => {
  test.each([
    ['2024-03-05 12:30:00+00', 'year-first', '2024-03-05T12:30:00.000Z', 'second', 'UTC'],
    ['2024-03-05 12:30:00-08', 'year-first', '2024-03-05T20:30:00.000Z', 'second', '-08:00'],
    ['03/05/2024 - 12:30', 'month-first', '2024-03-05T12:30:00.000Z', 'minute', 'unknown'],
    ['Mar 5, 2024 @ 12:30 PM', 'words', '2024-03-05T12:30:00.000Z', 'minute', 'unknown'],
    [
      'Tue Mar 05 2024 12:30:00 GMT-0800 (Pacific Standard Time)',
      'words',
      '2024-03-05T20:30:00.000Z',
      'second',
      '-08:00',
    ],
    ['45356.52083333333', 'serial', '2024-03-05T12:30:00.000Z', 'second', 'unknown'],
    ['45356', 'serial', '2024-03-05T00:00:00.000Z', 'day', 'unknown'],
    ['7', 'serial', null, 'unknown', null],
  ] as const)('%s', async (when, format: TimeFormat, at, precision, zone) => {
    const given = { time: { column: 'When', format, zone: 'unknown' as const } }
    const { records } = await read({ 'a.csv': `ID;Text;When\n1;a;"${when}"\n` }, given)
    const found = records.map((one) => [one.at, one.atSource, one.precision, one.sourceZone])
    expect(found).toEqual([[at === null ? null : Date.parse(at), when, precision, zone]])
  })

  test('as bare numbers of days are suggested as such', async () => {
    const rows = [['ID', 'Text', 'Date'], ...posts.map(([id = '', text = ''], n) => [id, text, `4535${n}.5`])]
    const { tables } = await suggested({ 'a.csv': lines(rows) })
    expect(tables[0]?.suggestion.time).toEqual({ column: 'Date', format: 'serial', zone: 'unknown' })
  })
})

describe('a preview', () => {
  test('counts the rows that cannot be told apart, as the import does', async () => {
    const files = { 'a.jsonl': '{"ID":1,"Text":"a"}\n{"ID":2,"Te\n[1]\n{"ID":4,"Text":"d"}\n' }
    const tried = await look(files, (tree) => tryMapping(tree, mappedRules(), never))
    const imported = failures(await read(files)).map((sentence) => sentence.replace(/^[\w-]+: /, ''))
    expect(imported).toHaveLength(2)
    expect([tried.tried, tried.failed]).toEqual([4, 2])
    expect(tried.rows.map(({ where, failed, record }) => [where, failed ?? record?.text])).toEqual([
      ['line 1', 'a'],
      ['line 2', imported[0]],
      ['line 3', imported[1]],
      ['line 4', 'd'],
    ])
  })

  test('says of JSON in UTF-16 what to do with it', async () => {
    const files = { 'a.json': Buffer.from('\ufeff[{"ID":1,"Text":"a"}]', 'utf16le') }
    const said = 'It is JSON in UTF-16: save it as UTF-8.'
    expect(await suggested(files)).toEqual({ tables: [], damaged: [`“a.json” cannot be read. ${said}`] })
    expect((await read(files)).plan.files.map(({ use, note }) => [use, note])).toEqual([['unread', said]])
  })
})

describe('a table that is none of the mapping says why', () => {
  const junk = Buffer.from('PK\x03\x04 xl/ and nothing')
  test.each([
    ['other columns', { 'a.csv': 'Name,Phone\nAnn,5\n' }, 'Its columns are not those of the mapping.'],
    [
      'a missing column',
      { 'a.csv': 'Log,\nText,When\na,b\n' },
      'Its columns are not those of the mapping: it has no “ID”.',
    ],
    [
      'of a sheet',
      { 'a.xlsx': workbook({ A: [['ID'], ['1']] }) },
      'Its columns are not those of the mapping: it has no “Text”.',
    ],
    ['no rows', { 'a.csv': 'ID,Text\n' }, 'No row of it can be read.'],
    ['JSON broken off', { 'a.json': '[{"ID":' }, 'No row of it can be read.'],
    [
      'no workbook',
      { 'a.xlsx': junk },
      expect.stringMatching(/^It is no workbook that can be opened .* Nothing of it was read\.$/),
    ],
  ])('%s', async (_, files, note) => {
    expect((await read(files)).plan.files.map((file) => [file.use, file.note])).toEqual([['unread', note]])
  })

  test('and one in an older charset is read, with a word about it; bytes that are no character are told of', async () => {
    const old = await read({ 'a.csv': Buffer.from('ID,Text\n1,caf\xe9\n', 'latin1') })
    expect([texts(old), old.plan.files[0]?.note]).toEqual([
      [['1', 'café']],
      'It is not UTF-8 and was read as Windows-1252: look whether its words are right, or save it as UTF-8.',
    ])
    const long = Buffer.from(`ID,Text\n${Array.from({ length: 3000 }, (_, n) => `${n},caf\u00e9\n`).join('')}`)
    const mixed = await read({ 'a.csv': Buffer.concat([long, Buffer.from('x,caf\xe9\n', 'latin1')]) })
    expect(mixed.findings).toMatchObject([
      { code: 'no-character', sentence: expect.stringMatching(/: 1 row, line 3002\.$/) },
    ])
  })
})
