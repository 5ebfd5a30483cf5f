// What a clerk can rely on when something of Nextdoor's is read, of which nobody has seen an export.
import { expect, test } from 'vitest'
import nextdoor from '../../../electron/core/intake/platforms/nextdoor/platform.ts'
import * as built from '../../fixtures/nextdoor.ts'
import { reddit } from '../../fixtures/small-platforms.ts'
import { readFiles } from '../../support/read-platform.ts'

test('tables are read by the names of their columns, whatever their order, marks and language of dates', async () => {
  const read = await readFiles(nextdoor, built.member)
  expect(
    read.records.map(({ kind, nativeId, text, at, author, parentNativeId }) => [
      kind,
      nativeId,
      text,
      at,
      author,
      parentNativeId,
    ]),
  ).toEqual([
    ['comment', 'c1', 'See https://nextdoor.com/p/9', Date.UTC(2024, 2, 6, 16, 12), 'Ann B.', 'p9'],
    ['comment', 'c2', 'Thanks', Date.UTC(2024, 2, 7, 0, 5), 'Ann B.', 'p9'],
    ['event', 'undated', 'Fair\nOn Lake St', null, '', null],
    ['message', '77 Ann B. City of Alder Bay @ 2024-03-06T16:12:01Z', 'Is it open?', 1_709_741_521_000, 'Ann B.', null],
    ['other', 'undated', 'poll: Fair\nchoice: Yes', null, '', null],
    ['post', 'p1', 'Street fair\nCome; bring\r\nfriends', Date.UTC(2024, 2, 5, 16, 12, 1), '', null],
  ])
  expect(read.records.at(-1)).toMatchObject({
    sourceZone: 'UTC',
    details: { category: 'Events', neighborhood: 'Lakeside' },
    measures: [['Like Count', 12]],
    media: [{ names: ['fair.jpg'], role: 'photo' }],
  })
  expect(JSON.stringify(read.records)).not.toMatch(/192\.0\.2|ann@/)
  expect(
    read.plan.files.filter(({ use }) => use !== 'records').map(({ name, type, group }) => [name, type, group]),
  ).toEqual([['logins.csv', 'log-ins', 'log-ins']])
  // A quotation that is never closed costs its own line.
  expect([...read.damaged.keys()]).toEqual([])
  expect(read.itemsOf('odd.csv').map(({ outcome }) => outcome)).toMatchObject([
    { type: 'failed', code: 'row-malformed' },
  ])
})

test('answers of the interface for agencies give posts with all their comments, by author and place in the thread', async () => {
  const read = await readFiles(nextdoor, built.agency)
  expect(read.recognition?.confidence).toBe(0.85)
  expect(
    read.records.map(({ kind, nativeId, text, author, conversation, parentNativeId }) => [
      kind,
      nativeId,
      text,
      author,
      conversation,
      parentNativeId,
    ]),
  ).toEqual([
    ['post', '501', 'Road closed', 'City of Alder Bay', null, null],
    ['comment', '601', 'For how long?', 'Ann B.', '501', '501'],
    ['comment', '602', 'A week', 'City of Alder Bay', '501', '601'],
    ['comment', '603', 'Thanks', 'Cy D.', '501', '501'],
    ['post', '502', 'Open again', 'City of Alder Bay', null, null],
  ])
  expect(read.items.filter(({ outcome }) => outcome.type === 'failed')).toHaveLength(1)
})

test('it is modest: with neighborhoods it is likely, tables of others are not taken for it', async () => {
  const own = await readFiles(nextdoor, built.member)
  const others = await readFiles(nextdoor, reddit)
  expect([(own.recognition?.confidence ?? 0) > 0.5, others.recognition]).toEqual([true, null])
})

test.each([
  '[1, null, {"body": 5, "author": 7, "comments": {"a": 1}}]',
  '{"posts": {"posts": [{"body": "x", "comments": [null, 3]}]}}',
  '[{"body":"x","creation_date":{"a":1},"media_attachments":[{}, 4]}]',
])('odd values are never an exception: %s', async (content) => {
  const read = await readFiles(nextdoor, { 'odd.json': content })
  expect(read.items.every(({ outcome }) => outcome.type === 'record' || outcome.type === 'failed')).toBe(true)
})

test('what nobody knows is kept whole as a record of its own, without addresses; pages of log-ins are not read', async () => {
  const read = await readFiles(nextdoor, built.other)
  expect(
    read.records.map(({ kind, nativeId, author, text, parentNativeId }) => [
      kind,
      nativeId,
      author,
      text,
      parentNativeId,
    ]),
  ).toEqual([
    ['other', 'about.html @ undated', '', 'Your data, explained', null],
    ['other', 'undated', '', 'badge: Helper\nsince: May', null],
    ['event', '7', '', 'Fair\nOn the lake', null],
    ['post', 'n1', 'Ann B.', 'Lost cat\nGrey', null],
    ['comment', 'n1 n1 @ undated', '', 'Seen it', 'n1'],
    ['other', 'undated', '', 'member: City of Alder Bay', null],
    ['other', 'read me.txt @ undated', '', 'What this is', null],
  ])
  expect(read.records.find(({ kind }) => kind === 'post')).toMatchObject({
    at: 1_709_741_521_000,
    links: [{ target: 'https://nextdoor.com/p/n1' }],
    media: [{ names: ['https://media.example/cat.jpg'] }],
  })
  expect(read.records.find(({ kind }) => kind === 'event')?.details).toMatchObject({
    starts: '2024-06-01',
    ends: '2024-06-02',
    place: 'Lake Park',
  })
  expect(JSON.stringify(read.records)).not.toMatch(/192\.0\.2|clerk@|37\.8/)
  expect(read.plan.files.filter(({ use }) => use === 'unread').map(({ name, group }) => [name, group])).toEqual([
    ['access.txt', 'log-ins'],
    ['sessions.json', 'log-ins'],
  ])
  expect(read.recognition).toMatchObject({ layout: 'interface for agencies' })
})
