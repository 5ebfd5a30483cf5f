// What a mapping wizard suggests for tables as cities have them, and what it leaves to the person.
import { describe, expect, test } from 'vitest'
import { describeTables } from '../../../electron/core/intake/mapped/describe-tables.ts'
import { openTree } from '../../../electron/core/intake/tree.ts'
import type { Table } from '../../../shared/contract/mapping.ts'
import { workbook } from '../../fixtures/workbook.ts'
import { writeFiles } from '../../support/read-platform.ts'

const never = new AbortController().signal

async function tables(
  files: Readonly<Record<string, string | Uint8Array>>,
  look: Parameters<typeof describeTables>[1] = null,
): Promise<Table[]> {
  const tree = await openTree([{ path: await writeFiles(files), name: 'tables' }], never)
  try {
    return (await describeTables(tree, look, never)).tables
  } finally {
    await tree.set.close()
  }
}

async function only(files: Readonly<Record<string, string | Uint8Array>>): Promise<Table> {
  const [table, ...others] = await tables(files)
  if (table === undefined || others.length > 0) throw new Error(`not one table but ${others.length + 1}`)
  return table
}

describe('a suggestion', () => {
  test('for a log of posts: number, words, time, author, address, counts; the platform by its addresses', async () => {
    const rows = Array.from({ length: 30 }, (_, n) =>
      [
        `17900112233445566${10 + n}`,
        `"Road work on ${n} Main Street, plan ahead"`,
        `2024-03-${String((n % 28) + 1).padStart(2, '0')} 10:0${n % 10}`,
        'Alder Bay',
        `https://www.nextdoor.com/p/${n}`,
        n * 3,
        n,
      ].join(','),
    )
    const table = await only({
      'Agency posts.csv': ['Post ID,Post Text,Date Posted,Author,Permalink,Likes,Comments', ...rows].join('\n'),
    })
    expect(table).toMatchObject({ form: 'csv', rows: 30, suggestedName: 'Agency posts', sheets: [], lists: [] })
    expect(table.suggestion).toEqual({
      platform: 'nextdoor',
      kind: { is: 'post' },
      sheet: null,
      list: null,
      header: true,
      fields: { id: 'Post ID', text: 'Post Text', author: 'Author', url: 'Permalink' },
      time: { column: 'Date Posted', format: 'year-first', zone: 'unknown' },
      counts: [
        { name: 'likes', column: 'Likes' },
        { name: 'comments', column: 'Comments' },
      ],
      details: [],
    })
    expect(table.doubts).toEqual(['“Date Posted” names no time zone. Say it if you know it: nothing is guessed.'])
    expect(table.columns[1]).toMatchObject({
      path: 'Post Text',
      filled: 30,
      samples: [expect.stringContaining('Road work on 0'), expect.anything(), expect.anything()],
    })
  })

  test('says where month and day cannot be told apart, and takes the order that can be where one can', async () => {
    const csv = (...dates: string[]) => ['Message,Sent', ...dates.map((date) => `hello there you,${date}`)].join('\n')
    const unsure = await only({ 'a.csv': csv('3/4/2024 10:00', '5/6/2024 11:00') })
    expect(unsure.suggestion.time?.format).toBe('month-first')
    expect(unsure.doubts).toContain('In “Sent” month and day cannot be told apart: say which comes first.')
    const sure = await only({ 'a.csv': csv('3/4/2024 10:00', '25/6/2024 11:00') })
    expect(sure.suggestion.time?.format).toBe('day-first')
    expect(sure.doubts.join()).not.toContain('told apart: say')
    expect(sure.suggestion.kind).toEqual({ is: 'message' })
  })

  test('takes no numbers for a number that repeats, was shortened, or is a count', async () => {
    const again = await only({ 'a.csv': 'ID,Text,Time\n1,some words here,1709641800\n1,some more words,1709641900\n' })
    expect(again.suggestion.fields).toEqual({ text: 'Text' })
    expect(again.suggestion.time).toEqual({ column: 'Time', format: 'epoch', zone: 'unknown' })
    expect(again.doubts).toContain(
      'No column has a number of its own for each row: rows are told apart by their time and author.',
    )
    const short = await only({ 'a.csv': 'ID,Text\n1.79001E+18,some words here\n1.79002E+18,some more words\n' })
    expect(short.suggestion.fields.id).toBeUndefined()
    const likes = await only({ 'a.csv': 'Text,Likes\nsome words here,1709641800\nsome more words,1709641900\n' })
    expect(likes.suggestion.time).toBeNull()
  })

  test('finds the rows of JSON in its longest list, wherever that lies, and ids of 64 bits in bare numbers', async () => {
    const post = (n: number) =>
      `{"id": 179001122334455667${n}, "message": {"text": "What a fine day number ${n}"}, "tags": ["a","b","c"], "created_at": "2024-03-05T10:00:0${n}Z"}`
    const json = `{"meta": {"pages": [{"n": 1}]}, "result": {"data": [${[1, 2, 3].map(post).join(',')}]}}`
    const table = await only({ 'dump.json': json })
    expect(table.lists).toEqual([
      { list: 'result.data', rows: 3 },
      { list: 'meta.pages', rows: 1 },
    ])
    expect(table.columns.map(({ path, samples }) => [path, samples[0]])).toEqual([
      ['id', '1790011223344556671'],
      ['message.text', 'What a fine day number 1'],
      ['tags[*]', 'a, b, c'],
      ['created_at', '2024-03-05T10:00:01Z'],
    ])
    expect(table.suggestion).toMatchObject({
      list: 'result.data',
      fields: { id: 'id', text: 'message.text' },
      time: { column: 'created_at', format: 'year-first' },
    })
    const [other] = await tables({ 'dump.json': json }, { sheet: null, list: 'meta.pages', header: true })
    expect(other?.columns.map(({ path }) => path)).toEqual(['n'])
  })

  test('finds lists inside the elements of a list, and JSON Lines by its lines', async () => {
    const threads = [1, 2].map((n) => ({
      thread: n,
      messages: [1, 2, 3].map((m) => ({ body: `words of ${n} and ${m}`, m })),
    }))
    const nested = await only({ 'a.json': JSON.stringify(threads) })
    expect(nested.lists).toEqual([
      { list: 'messages', rows: 6 },
      { list: null, rows: 2 },
    ])
    const lines = await only({ 'a.txt': '{"id":1,"text":"one two three"}\n{"id":2,"text":"four five six"}\n' })
    expect([lines.form, lines.rows, lines.suggestion.fields]).toEqual(['json-lines', 2, { id: 'id', text: 'text' }])
  })

  test('names kinds by a column that says them, and columns by their places where there are no headings', async () => {
    const kinds = await only({ 'a.csv': 'Type,Text\ntweet,some words here\nRetweet,some more words\n' })
    expect(kinds.suggestion.kind).toEqual({
      column: 'Type',
      words: { tweet: 'post', retweet: 'repost' },
      otherwise: 'post',
    })
    const bare = await only({
      'a.csv': '1790011223344,2024-03-05 10:00,some words here\n1790011223345,2024-03-06 10:00,some more words\n',
    })
    expect(bare.suggestion).toMatchObject({ header: false, fields: { text: 'Column 3' }, time: { column: 'Column 2' } })
    expect(bare.rows).toBe(2)
  })

  test('finds headings below a title and a date, and takes no prose with commas for a table', async () => {
    const preamble = await only({
      'a.csv':
        'Agency posts,\nExported,2024-03-05\n\nID,Text,When,By\n1,some words,2024-03-05,Ann\n2,more words,2024-03-06,Ben\n',
    })
    expect(preamble.columns.map(({ path }) => path)).toEqual(['ID', 'Text', 'When', 'By'])
    expect(preamble.rows).toBe(2)
    const prose =
      'Permission is hereby granted, free of charge, to any person\nobtaining a copy of this\nsoftware, to deal in it\nwithout restriction\nand so on\n'
    expect(await tables({ LICENSE: prose })).toEqual([])
  })

  test('says of a workbook of before 2007 what to do', async () => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)])
    const tree = await openTree([{ path: await writeFiles({ 'old.xls': ole }), name: 'tables' }], never)
    const { tables: found, damaged } = await describeTables(tree, null, never)
    await tree.set.close()
    expect(found).toEqual([])
    expect(damaged).toEqual([expect.stringContaining('“old.xls” is a workbook of before 2007')])
  })

  test('reads workbooks, telling their sheets', async () => {
    const bytes = workbook({
      Posts: [
        ['Caption', 'When'],
        ['A walk in the park', { day: 45356.5 }],
      ],
      Notes: [['x']],
    })
    const table = await only({ 'log.xlsx': bytes })
    expect([table.form, table.sheets]).toEqual(['xlsx', ['Posts', 'Notes']])
    expect(table.suggestion).toMatchObject({ fields: { text: 'Caption' }, time: { column: 'When' } })
  })
})
