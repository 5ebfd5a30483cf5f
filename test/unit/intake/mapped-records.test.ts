// What a clerk can rely on in the records that a mapping makes of rows: times, kinds, files, numbers, content.
import { describe, expect, test } from 'vitest'
import { type MappingRules, MappingRules as Rules } from '../../../shared/domain/intake/mapping.ts'
import { failures, type Given, readMapped as read } from '../../support/read-mapped.ts'

const time = { column: 'When', format: 'year-first', zone: 'unknown' } as const

describe('times', () => {
  const at = async (when: string, format: NonNullable<MappingRules['time']>['format'], zone: string) => {
    const given = { time: Rules.shape.time.parse({ column: 'When', format, zone }) }
    const { records, findings } = await read({ 'a.csv': `ID;Text;When\n1;a;"${when}"\n` }, given)
    const [one] = records
    return [
      one?.at == null ? null : new Date(one.at).toISOString(),
      one?.precision,
      one?.sourceZone,
      ...findings.map(({ code }) => code),
    ]
  }

  test.each([
    ['2024-03-05T12:30:00Z', 'year-first', 'unknown', '2024-03-05T12:30:00.000Z', 'second', 'UTC'],
    ['2024-03-05 12:30', 'year-first', 'unknown', '2024-03-05T12:30:00.000Z', 'minute', 'unknown'],
    [
      '2024-03-05 12:30',
      'year-first',
      'America/Los_Angeles',
      '2024-03-05T20:30:00.000Z',
      'minute',
      'America/Los_Angeles',
    ],
    [
      '7/4/2024 9:05 PM',
      'month-first',
      'America/Los_Angeles',
      '2024-07-05T04:05:00.000Z',
      'minute',
      'America/Los_Angeles',
    ],
    ['4.7.2024 21:05:09', 'day-first', 'UTC', '2024-07-04T21:05:09.000Z', 'second', 'UTC'],
    ['Tue, 05 Mar 2024 12:30:00 +0200', 'words', 'unknown', '2024-03-05T10:30:00.000Z', 'second', '+02:00'],
    ['Mar 5, 2024, 2:37 PM', 'words', 'unknown', '2024-03-05T14:37:00.000Z', 'minute', 'unknown'],
    ['Tue Mar 05 12:35:53 +0000 2024', 'words', 'unknown', '2024-03-05T12:35:53.000Z', 'second', 'UTC'],
    ['1709641800', 'epoch', 'unknown', '2024-03-05T12:30:00.000Z', 'second', 'UTC'],
    ['1709641800123', 'epoch', 'unknown', '2024-03-05T12:30:00.123Z', 'millisecond', 'UTC'],
  ] as const)('%s as %s in %s', async (when, format, zone, instant, precision, sourceZone) => {
    expect(await at(when, format, zone)).toEqual([instant, precision, sourceZone])
  })

  test('that the clock showed twice are the first of the two, and told of', async () => {
    expect(await at('2024-11-03 01:30', 'year-first', 'America/Los_Angeles')).toEqual([
      '2024-11-03T08:30:00.000Z',
      'minute',
      'America/Los_Angeles',
      'time-twice',
    ])
  })

  test('that do not exist are no times', async () => {
    expect(await at('2024-02-30', 'year-first', 'unknown')).toEqual([null, 'unknown', null, 'unread-time'])
    expect(await at('13/13/2024', 'month-first', 'unknown')).toEqual([null, 'unknown', null, 'unread-time'])
  })
})

describe('what a record is made of', () => {
  test('kinds come by a column; a word that the mapping does not name is told of', async () => {
    const kind: Given['kind'] = { column: 'Type', words: { tweet: 'post', dm: 'message' }, otherwise: null }
    const result = await read({ 'a.csv': 'ID,Text,Type\n1,a,Tweet\n2,b,DM\n3,c,poll\n' }, { kind })
    expect(result.records.map((one) => one.kind)).toEqual(['post', 'message'])
    expect(failures(result)).toEqual([
      expect.stringContaining('(line 4) is of no kind that the mapping names (“poll”)'),
    ])
  })

  test('files, alt texts, counts, links, title, handle and answers', async () => {
    const table = [
      'ID,Title,Text,Name,User,File,Alt,Likes,Link,Reply To,Thread',
      '1,Storm,Stay in,Alder Bay,@alderbay,a.jpg; b.jpg,A tree,"1,204",https://e.org/1,0,t9',
      '2,,See,Ann,ann,gone.png,,lots,note 7,1,t9',
    ].join('\n')
    const { records, findings } = await read(
      { 'a.csv': table, 'media/a.jpg': 'x', 'media/b.jpg': 'y' },
      {
        fields: {
          id: 'ID',
          title: 'Title',
          text: 'Text',
          author: 'Name',
          handle: 'User',
          media: 'File',
          alt: 'Alt',
          url: 'Link',
          parent: 'Reply To',
          conversation: 'Thread',
        },
        counts: [{ name: 'likes', column: 'Likes' }],
      },
    )
    expect(records[0]).toMatchObject({
      text: 'Storm\nStay in',
      author: 'alderbay',
      parentNativeId: '0',
      conversation: 't9',
      links: [{ shown: 'https://e.org/1', target: 'https://e.org/1' }],
      details: { title: 'Storm', name: 'Alder Bay' },
      measures: [['likes', 1204]],
      media: [
        { names: ['media/a.jpg'], alt: 'A tree' },
        { names: ['media/b.jpg'], alt: null },
      ],
    })
    expect(records[1]).toMatchObject({
      measures: [],
      links: [],
      details: { address: ['note 7'] },
      media: [{ names: ['gone.png'] }],
    })
    expect(findings.map(({ code }) => code)).toEqual(['unread-count'])
  })

  test('without a number they are told apart by time and author, and the same number twice is told of', async () => {
    const { records } = await read(
      { 'a.csv': 'Text,When,By\nhello,2024-03-05 10:00,Ann\nhello,2024-03-05 10:00,Ben\n' },
      { fields: { text: 'Text', author: 'By' }, time },
    )
    expect(records.map(({ nativeId, identity }) => [nativeId, identity])).toEqual([
      ['Ann @ 2024-03-05T10:00:00', 'local'],
      ['Ben @ 2024-03-05T10:00:00', 'local'],
    ])
    const twice = await read({ 'a.csv': 'ID,Text\n1,a\n1,b\n' })
    expect(twice.findings.map(({ sentence }) => sentence)).toEqual([
      'The number stands in an earlier row too; such rows are taken as states of one record: 1 row, line 3 (“1”).',
    ])
  })

  test('a count that changed, or other headings, make no other content', async () => {
    const one = await read({ 'a.csv': 'ID,Text,Likes\n1,a,2\n' }, { counts: [{ name: 'likes', column: 'Likes' }] })
    const other = await read({ 'a.csv': 'No,Words\n1,a\n' }, { fields: { id: 'No', text: 'Words' } })
    expect(one.records[0]?.content).toEqual(other.records[0]?.content)
  })
})
