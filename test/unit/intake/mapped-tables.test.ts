// What a clerk can rely on when tables of any form are read by a mapping: every row is a record or is told of with its line.
import { describe, expect, test } from 'vitest'
import { workbook } from '../../fixtures/workbook.ts'
import { failures, type Given, readMapped as read, texts } from '../../support/read-mapped.ts'

const time = { column: 'When', format: 'year-first', zone: 'unknown' } as const

describe('a CSV table', () => {
  test('is read with any delimiter, quotes, line ends and encoding', async () => {
    const wanted = [
      ['1', 'Straße, “closed”\nuntil noon'],
      ['2', 'Café'],
    ]
    const table = (mark: string, end: string) =>
      ['ID@Text@Likes', '1@"Straße, “closed”\nuntil noon"@3', '2@Café@4', ''].join(end).replaceAll('@', mark)
    for (const mark of [',', ';', '\t']) {
      for (const end of ['\n', '\r\n']) expect(texts(await read({ 'a.csv': table(mark, end) }))).toEqual(wanted)
    }
    const latin = Buffer.from('ID;Text\n1;Stra\xdfe\n', 'latin1')
    expect(texts(await read({ 'a.csv': latin }))).toEqual([['1', 'Straße']])
    const wide = Buffer.from('\ufeffID\tText\r\n1\tЗаседание 市議会\r\n', 'utf16le')
    expect(texts(await read({ 'a.txt': wide }))).toEqual([['1', 'Заседание 市議会']])
  })

  test('below a preamble, with broken rows: each row is a record or is told of with its line', async () => {
    const table = [
      'Agency posts,,',
      'Exported by the liaison',
      '',
      'ID,Text,When',
      '1,First,2024-03-05T10:00:00Z',
      '2,Too, many, cells, here',
      '3,"Over',
      'two lines",2024-03-06T10:00:00Z',
      '',
      '4,Broken off',
      ',,',
      '5,,2024-03-07T10:00:00Z',
      '6,Odd time,yesterday',
      '7,Last,2024-03-08',
    ].join('\r\n')
    const result = await read({ 'posts.csv': table }, { time })
    expect(texts(result)).toEqual([
      ['1', 'First'],
      ['3', 'Over\r\ntwo lines'],
      ['6', 'Odd time'],
      ['7', 'Last'],
    ])
    expect(failures(result)).toEqual([
      'row-broken: This item (line 6) has 5 cells under 3 headings, so which belongs where cannot be told. Its bytes are kept in the sealed package.',
      'row-broken: This item (line 10) has 2 cells under 3 headings and ends before what the mapping needs. Its bytes are kept in the sealed package.',
      'row-empty: This item (line 12) has neither words nor an address nor a file in the columns of the mapping. Its bytes are kept in the sealed package.',
    ])
    expect(result.findings).toEqual([
      {
        code: 'unread-time',
        file: 'posts.csv',
        position: null,
        sentence:
          'The time cannot be read as the mapping says; the records are kept without one, with what is written there: 1 row, line 13 (“yesterday”).',
      },
    ])
    const odd = result.records.find(({ nativeId }) => nativeId === '6')
    expect([odd?.at, odd?.atSource]).toEqual([null, 'yesterday'])
  })

  test('keeps the bytes of each row as they lie in the file', async () => {
    const table = 'ID,Text\n1,"a\n""b"""\n\n2,c\n'
    const { items } = await read({ 'a.csv': table })
    const pieces = items.map(({ start, bytes }) => [start, Buffer.from(bytes).toString()])
    for (const [start, piece] of pieces)
      expect(table.slice(Number(start), Number(start) + String(piece).length)).toBe(piece)
    expect(pieces.map(([, piece]) => String(piece).trim())).toEqual(['1,"a\n""b"""', '2,c'])
  })

  test('whose quote is never closed gives every row before it, and the rest line by line', async () => {
    const result = await read({ 'a.csv': 'ID,Text\n1,fine\n2,"open\n3,still here\n4,and here\n' })
    expect(texts(result)).toEqual([
      ['1', 'fine'],
      ['3', 'still here'],
      ['4', 'and here'],
    ])
    expect(failures(result)).toHaveLength(1)
    expect(failures(result).join()).toContain('line 3')
  })

  test('whose quote is closed only by a later one is told of: the rows between may have gone into a cell', async () => {
    const rows = ['1,2024-03-05,"open', '2,2024-03-06,inside', '3,2024-03-07,closed"', '4,2024-03-08,fine', '']
    const result = await read({ 'a.csv': ['ID,When,Text', ...rows].join('\n') })
    expect(texts(result).map(([id]) => id)).toEqual(['1', '4'])
    expect(result.findings).toMatchObject([{ code: 'row-inside' }])
    expect(result.findings[0]?.sentence).toContain('line 2 (“2,2024-03-06,inside”)')
  })

  test('without headings is read by the places of its columns', async () => {
    const given: Given = { header: false, fields: { id: 'Column 1', text: 'Column 3' } }
    expect(texts(await read({ 'a.csv': '1,x,one\n2,y,two\n' }, given))).toEqual([
      ['1', 'one'],
      ['2', 'two'],
    ])
  })

  test('of other columns is kept unread, and said so', async () => {
    const { plan } = await read({ 'a.csv': 'ID,Text\n1,a\n', 'b.csv': 'Name,Phone\nAnn,5\n' })
    expect(plan.files.map(({ name, use, note }) => [name, use, note])).toEqual([
      ['a.csv', 'records', null],
      ['b.csv', 'unread', 'Its columns are not those of the mapping.'],
    ])
  })
})

describe('JSON', () => {
  const id = '1790011223344556677'

  test('keeps ids of 64 bits that stand there as bare numbers, in JSON and in JSON Lines', async () => {
    const given: Given = { fields: { id: 'id', text: 'text' } }
    expect(texts(await read({ 'a.json': `[{"id": ${id}, "text": "a"}]` }, given))).toEqual([[id, 'a']])
    const lines = await read({ 'a.jsonl': `{"id": ${id}, "text": "a"}\n{"id": 2, "text": "b"}\n` }, given)
    expect(texts(lines)).toEqual([
      [id, 'a'],
      ['2', 'b'],
    ])
  })

  test('is read from a list inside, by paths to values inside values', async () => {
    const posts = [
      {
        id: 1,
        user: { names: [{ text: 'Ann' }] },
        'a.b': 'dotted',
        body: 'One',
        media: [{ url: 'https://e.org/1.jpg' }, { url: 'https://e.org/2.jpg' }],
      },
      'no object',
      { id: 2, body: 'Two', tags: ['x', 'y'] },
    ]
    const result = await read(
      { 'a.json': JSON.stringify({ meta: { n: [1, 2, 3, 4] }, data: { posts } }) },
      {
        list: 'data.posts',
        fields: { id: 'id', text: 'body', author: 'user.names[0].text', media: 'media[*].url' },
        details: [
          { name: 'dotted', column: '["a.b"]' },
          { name: 'tags', column: 'tags[*]' },
        ],
      },
    )
    const { records } = result
    expect(records.map(({ author, text, media, details }) => [author, text, media.length, details])).toEqual([
      ['Ann', 'One', 2, { dotted: 'dotted' }],
      ['', 'Two', 0, { tags: 'x, y' }],
    ])
    expect(failures(result)).toEqual([expect.stringContaining('(item 2) is no object')])
  })

  test('of lists in the elements of a list is read by the keys that lead there', async () => {
    const threads = [{ messages: [{ id: 1, text: 'a' }] }, { messages: [{ id: 2, text: 'b' }] }]
    const given: Given = { list: 'messages', fields: { id: 'id', text: 'text' } }
    expect(texts(await read({ 'a.json': JSON.stringify(threads) }, given))).toEqual([
      ['1', 'a'],
      ['2', 'b'],
    ])
  })

  test('Lines with a malformed one: the line is told of, and the next goes on', async () => {
    const given: Given = { fields: { id: 'id', text: 'text' } }
    const result = await read({ 'a.jsonl': '{"id":1,"text":"a"}\n{"id":2,"te\n\n{"id":3,"text":"c"}' }, given)
    expect(texts(result)).toEqual([
      ['1', 'a'],
      ['3', 'c'],
    ])
    expect(failures(result)).toEqual([expect.stringContaining('(line 2) is malformed')])
  })
})

describe('a workbook', () => {
  const sheets = {
    Posts: [
      ['ID', 'Text', 'When'],
      [{ number: '1790011223344556677' }, 'By number', { day: 45356.5 }],
      [{ number: '1.7900112233445566E+18' }, 'Shortened', { day: 45357 }],
      [null, null, null],
      ['a', ' Spaces kept ', '2024-03-07 10:00'],
      ['b', { error: '#REF!' }, null],
    ],
    Other: [['x']],
  } as const

  test('is read with dates by the type of the cell and numbers as they are written', async () => {
    const result = await read({ 'log.xlsx': workbook(sheets) }, { time })
    const rows = result.records.map(({ nativeId, text, atSource, precision, sourceZone }) => [
      nativeId,
      text,
      atSource,
      precision,
      sourceZone,
    ])
    expect(rows).toEqual([
      ['1790011223344556677', 'By number', '2024-03-05T12:00:00', 'second', 'unknown'],
      [expect.stringContaining('2024-03-06'), 'Shortened', '2024-03-06', 'day', 'unknown'],
      ['a', ' Spaces kept ', '2024-03-07 10:00', 'minute', 'unknown'],
    ])
    expect(failures(result)).toEqual([expect.stringContaining('(row 6) has neither words')])
    expect(result.findings.map(({ code }) => code)).toEqual(['shortened-id'])
    expect(result.plan.files[0]?.note).toBe('Not read: sheet “Other”. An import with a mapping for it reads it.')
    expect(JSON.parse(Buffer.from(result.items[0]?.bytes ?? []).toString())).toMatchObject({ sheet: 'Posts', row: 2 })
  })

  test('that is none is told of, and harms nothing', async () => {
    const result = await read({ 'log.xlsx': Buffer.from('PK\x03\x04 xl/ and nothing'), 'a.csv': 'ID,Text\n1,a\n' })
    expect(texts(result)).toEqual([['1', 'a']])
  })
})
