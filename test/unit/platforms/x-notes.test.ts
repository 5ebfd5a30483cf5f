// Long posts of an X export: the whole text stands in another file, and belongs to the post that begins it.
import { describe, expect, test } from 'vitest'
import { smallExport } from '../../fixtures/x/small.ts'
import { handmade, note, type ReadExport, readExport, records, temporary, tweet } from './x-support.ts'

const posts = (read: ReadExport) => records(read).filter(({ kind }) => kind === 'post')

describe('a long text', () => {
  const whole = 'The council met for six hours on the budget https://t.co/bbbbbbbbbb and will meet again on Tuesday.'
  const read = (tweets: readonly unknown[], notes: readonly unknown[]) =>
    handmade({ 'data/tweets.js': tweets, 'data/note-tweet.js': notes }).then((folder) => readExport([folder]))
  const texts = (export_: ReadExport) => posts(export_).map(({ nativeId, text }) => [nativeId, text])

  test.each([
    [
      'ends in an omission mark and a link',
      'The council met for six hours on the budget https://t.co/aaaaaaaaaa and will… https://t.co/cccccccccc',
    ],
    [
      'is the whole',
      'The council met for six hours on the budget https://t.co/aaaaaaaaaa and will meet again on Tuesday.',
    ],
    ['begins with the names of those answered', '@Resident_1 @Resident_2 The council met for six hours'],
  ])('belongs to the post of its second whose text %s', async (_, short) => {
    const found = await read(
      [tweet('1', { full_text: short }), tweet('2', { full_text: 'Another.' })],
      [note('9', whole)],
    )
    expect(texts(found)).toEqual([
      ['1', whole],
      ['2', 'Another.'],
    ])
  })

  test('of another second, or that no post begins, is a record of its own and says why', async () => {
    const short = tweet('1', { full_text: 'The council met' })
    const found = await read([short], [note('8', whole, '2025-02-20T12:35:54.000Z'), note('9', 'Quite another text')])
    expect(texts(found)).toEqual([
      ['1', 'The council met'],
      ['note:8', whole],
      ['note:9', 'Quite another text'],
    ])
    expect(records(found, 'note-tweet.js').map(({ details }) => details.why)).toEqual([
      'No post of the same second begins with this text.',
      'No post of the same second begins with this text.',
    ])
  })

  test('that fits as well as another is joined to nothing; standing twice, it is one', async () => {
    const short = tweet('1', { full_text: 'The council met…' })
    const ambiguous = await read([short], [note('8', `${whole} A`), note('9', `${whole} B`)])
    expect(texts(ambiguous).map(([id]) => id)).toEqual(['1', 'note:8', 'note:9'])
    expect(records(ambiguous)[1]?.details.why).toMatch(/^Several long texts/)
    const same = await read([short], [note('8', whole), note('8', whole)])
    expect(texts(same)).toEqual([['1', whole]])
    expect(same.items.get('note-tweet.js')?.map(({ outcome }) => outcome.type)).toEqual(['joined', 'joined'])
  })

  test('is carried by one post only; another of that second that begins alike is told of', async () => {
    const found = await read(
      [tweet('1', { full_text: 'The council met…' }), tweet('2', { full_text: 'The council…' })],
      [note('9', whole)],
    )
    expect(texts(found)).toEqual([
      ['1', whole],
      ['2', 'The council…'],
    ])
    expect(found.findings.map(({ code }) => code)).toEqual(['note-twice'])
  })

  test('of a deleted post is not given to a live one', async () => {
    const files = {
      'data/tweets.js': [tweet('1', { full_text: 'The council met…' })],
      'data/deleted-note-tweet.js': [note('9', whole)],
    }
    const found = await readExport([await handmade(files)])
    expect(posts(found).map(({ nativeId, state }) => [nativeId, state])).toEqual([
      ['1', 'live'],
      ['note:9', 'deleted'],
    ])
  })

  test('is known as joined when an import is taken up again after the posts', async () => {
    const { path, facts } = await smallExport(await temporary())
    const again = await readExport([path], (name) => name === 'data/tweets.js')
    expect(again.items.get('data/note-tweet.js')?.map(({ outcome }) => outcome.type)).toEqual(
      facts.notes.map(() => 'joined'),
    )
    expect(again.findings).toEqual([])
  })
})
