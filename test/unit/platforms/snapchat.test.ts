// Snapchat's exports: every chat, snap, memory and story of each schema, with the files that belong to them.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import snapchat from '../../../electron/core/intake/platforms/snapchat/platform.ts'
import { oldSnapchatExport, snapchatExport, snapchatPages } from '../../fixtures/snapchat/export.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples/made-from-the-format-reference/snapchat')

function inShort({ kind, author, text, at, conversation, media, details }: RecordDraft) {
  const { type, place, title, saved } = details
  return [
    kind,
    author,
    text,
    at === null ? null : new Date(at).toISOString(),
    conversation,
    media.flatMap(({ names }) => names),
    { type, place, title, saved },
  ]
}
const detail = (said: object) => ({
  type: undefined,
  place: undefined,
  title: undefined,
  saved: undefined,
  ...said,
})

describe('an export since 2023', () => {
  test('gives chats, snaps, memories and stories, and keeps the rest unread', async () => {
    const read = await readFiles(snapchat, snapchatExport())
    expect(read.records.map(inShort)).toEqual([
      [
        'message',
        'ana.r',
        "Isn't it closed & locked?",
        '2024-04-20T01:29:22.686Z',
        'ana.r',
        [],
        detail({ type: 'TEXT', saved: true }),
      ],
      [
        'message',
        'lakeview.city',
        '',
        '2024-04-20T01:28:00.000Z',
        'ana.r',
        ['chat_media/2024-04-20_b~EiQA.jpg', 'chat_media/2024-04-20_b~EiQB.mp4', 'b~GONE'],
        detail({ type: 'MEDIA', saved: true }),
      ],
      [
        'conversation-event',
        'sam',
        '',
        '2019-03-29T14:56:03.433Z',
        '00000000-0000-0000-0000-000000000001',
        [],
        detail({ type: 'STATUSERASEDMESSAGE', title: 'Block Party', saved: true }),
      ],
      ['message', 'ana.r', '', '2024-06-13T16:42:26.482Z', 'ana.r', [], detail({ type: 'IMAGE' })],
      [
        'photo',
        'lakeview.city',
        '',
        '2021-05-01T12:00:00.000Z',
        null,
        ['memories/2021-05-01_ab-1-main.jpg', 'memories/2021-05-01_ab-1-overlay.png'],
        detail({ type: 'Image', place: { latitude: '48.26275', longitude: '13.296288' } }),
      ],
      ['video', 'lakeview.city', '', '2021-05-02T12:00:00.000Z', null, [], detail({ type: 'Video' })],
      [
        'photo',
        'lakeview.city',
        '',
        '2021-05-03T12:00:00.000Z',
        null,
        ['2021-05-03_AB-3-main'],
        detail({ type: 'Image' }),
      ],
      ['story', 'lakeview.city', 'Parade', '2022-01-02T03:04:05.000Z', null, [], detail({})],
    ])
    expect(read.items.flatMap(({ outcome }) => (outcome.type === 'failed' ? [outcome.code] : []))).toEqual([
      'not-an-object',
    ])
    expect(read.findings.map(({ code }) => code)).toEqual(['memory-without-file'])
    expect(read.plan.files.filter(({ use }) => use === 'unread').map(({ name, group }) => [name, group])).toEqual([
      ['html/chat_history/subpage_ana.r.html', 'viewer'],
      ['index.html', 'viewer'],
      ['json/account.json', 'log-ins'],
      ['json/friends.json', 'contacts'],
      ['json/location_history.json', 'location'],
    ])
    expect(read.recognition).toMatchObject({ ownerHandle: 'lakeview.city', ownerName: 'City of Lakeview' })
    expect(read.recognition?.confidence).toBeGreaterThan(0.9)
    expect(JSON.stringify(read.records)).not.toMatch(/SECRET|192\.0\.2\.1/)
  })
})

describe('other schemas', () => {
  test('until 2022 and in between are read: sent and received, saved and not', async () => {
    const read = await readFiles(snapchat, oldSnapchatExport())
    expect(
      read.records.map(({ kind, author, text, conversation, details: { to, saved, sent, type } }) => [
        kind,
        author,
        text,
        conversation,
        to,
        saved,
        sent,
        type,
      ]),
    ).toEqual([
      ['message', 'ana.r', 'Hello', 'ana.r', undefined, true, false, 'TEXT'],
      ['message', '', 'Hi', 'ana.r', 'ana.r', true, true, 'TEXT'],
      ['message', '', 'Gone soon', 'bo', 'bo', false, true, 'TEXT'],
      ['message', 'ana.r', '', 'ana.r', undefined, undefined, false, 'IMAGE'],
      ['message', '', '', 'ana.r', 'ana.r', undefined, true, 'VIDEO'],
    ])
    expect(read.recognition?.confidence).toBeGreaterThan(0.9)
  })

  test('of pages alone are read: cards, tables, words in a row below', async () => {
    const read = await readFiles(snapchat, snapchatPages())
    expect(
      read.records.map(({ kind, author, text, conversation, atSource, media }) => [
        kind,
        author,
        text,
        conversation,
        atSource,
        media.length,
      ]),
    ).toEqual([
      ['message', 'bo', 'Is it open?', 'bo', '2020-01-01 12:00:00 UTC', 0],
      ['message', '', 'Yes', 'bo', '2020-01-01 12:01:00 UTC', 0],
      ['message', 'lakeview.city', 'Every <Tuesday>\nat 7', 'ana.r', '2024-04-20 01:30:00 UTC', 0],
      ['message', 'ana.r', "Isn't it closed?", 'ana.r', '2024-04-20 01:29:22 UTC', 0],
      ['photo', '', '', null, '2021-05-01 12:00:00 UTC', 1],
      ['message', 'bo', '', 'bo', '2020-01-01 12:00:00 UTC', 0],
    ])
  })
})

describe('odd files', () => {
  test('of two accounts are told apart, empty ones are named, broken ones keep what came before', async () => {
    const two = await readFiles(snapchat, {
      'a/json/chat_history.json': '{}',
      'a/json/account.json': '{"Basic Information":{"Username":"a"}}',
      'b/json/account.json': '{"Basic Information":{"Username":"b"}}',
      'b/json/snap_history.json':
        '{"ana":[{"From":"ana","Media Type":"IMAGE","Created":"2020-01-01 12:00:00 UTC"},{"From":"b',
    })
    expect(two.plan.files.map(({ name, type, use }) => [name, type, use])).toContainEqual([
      'a/json/chat_history.json',
      'chats',
      'records',
    ])
    expect([two.records.length, [...two.damaged.keys()]]).toEqual([1, ['b/json/snap_history.json']])
    expect(
      (await readFiles(snapchat, { 'json/chat_history.json': '{"a":[1]}', 'x.html': '<html><h4>Ana</h4></html>' }))
        .recognition,
    ).toBeNull()
  })

  test('never make the reader fail, whatever their values are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.dictionary(
          fc.constantFrom('From', 'To', 'Created', 'Content', 'Media IDs', 'Location', 'Date'),
          fc.jsonValue(),
        ),
        async (any, some) => {
          const list = [{ 'Media Type': 'TEXT', Created: '', Text: '' }, any, some]
          await readFiles(snapchat, {
            'chat_history.json': JSON.stringify({ a: list }),
            'memories_history.json': JSON.stringify({ 'Saved Media': list }),
            'shared_story.json': JSON.stringify({ 'Shared Story': list, more: any }),
          })
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe.skipIf(!existsSync(samples))('the samples', () => {
  test('give every message, snap and file that stands in them', async () => {
    const parts = ['mydata~1700000000000', 'mydata~1700000000000-2'].map((part) => join(samples, 'new-2023+', part))
    const now = await readPaths(snapchat, parts)
    expect([
      countKinds(now.records),
      now.records.flatMap(({ media }) => media.map(({ names }) => names[0]?.split('/').at(-1))),
    ]).toEqual([
      { message: 3, 'conversation-event': 1 },
      ['2024-04-20_b~EiQSFTM0AAAA.jpg', '2024-04-20_b~EiQSFTM0BBBB.mp4'],
    ])
    expect(countKinds((await readPaths(snapchat, [join(samples, 'old-2020')])).records)).toEqual({ message: 4 })
  })
})
