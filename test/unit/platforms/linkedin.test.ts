// What a clerk can rely on when an export of LinkedIn is read: the small one, the whole one, a Page's figures.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import linkedin from '../../../electron/core/intake/platforms/linkedin/platform.ts'
import { linkedinTime } from '../../../electron/core/intake/platforms/linkedin/when.ts'
import * as built from '../../fixtures/linkedin.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')

test('everything that the member wrote, got, chose and uploaded is a record', async () => {
  const read = await readFiles(linkedin, built.complete)
  expect(read.records.map(({ kind, author, text, state, at }) => [kind, author, text, state, at])).toEqual([
    ['article', 'Pat Moreno', 'Small\nBegin small.\n\nSee here.', 'live', Date.UTC(2018, 6, 15, 10)],
    ['article', 'Pat Moreno', 'Draft\nNot out', 'draft', Date.UTC(2019, 0, 2, 9)],
    ['comment', 'Pat Moreno', 'Well done', 'live', Date.UTC(2024, 2, 5, 12)],
    ['reaction', 'Pat Moreno', 'Indexing', 'live', Date.UTC(2023, 2, 22, 11)],
    ['reaction', 'Ana Doe', 'Minutes', 'live', Date.UTC(2023, 2, 22, 11)],
    ['event', '', 'Records Day', 'live', Date.UTC(2025, 2, 5, 13)],
    [
      'repost',
      'Pat Moreno',
      'https://www.linkedin.com/feed/update/urn:li:activity:72',
      'live',
      Date.UTC(2024, 2, 6, 12),
    ],
    ['message', 'Pat Moreno', 'We met at the fair', 'live', Date.UTC(2026, 0, 9, 14, 37)],
    ['message', 'Ana Doe, PhD', 'Hello\nHi there\n\nAna', 'live', Date.UTC(2024, 2, 5, 12)],
    ['message', 'Pat Moreno', 'Not yet sent', 'draft', Date.UTC(2024, 2, 5, 12, 5)],
    ['profile', 'Pat Moreno', 'Pat Moreno\nCity Clerk\nKeeps records', 'live', null],
    ['reaction', 'Pat Moreno', 'LIKE', 'live', Date.UTC(2024, 2, 5, 12)],
    ['review', 'Pat Moreno', 'Careful', 'live', Date.UTC(2024, 0, 29, 14, 37)],
    ['review', 'Ana Doe', 'Prompt', 'live', Date.UTC(2023, 2, 22)],
    ['file', 'Pat Moreno', '', 'live', Date.UTC(2022, 8, 28, 14, 27)],
    [
      'bookmark',
      'Pat Moreno',
      'https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A71',
      'live',
      Date.UTC(2024, 2, 5, 12),
    ],
    ['post', 'Pat Moreno', 'Line one\nLine "two"', 'live', Date.UTC(2024, 2, 5, 12)],
    ['reaction', 'Pat Moreno', 'Option B', 'live', Date.UTC(2024, 2, 5, 12)],
  ])
  expect(read.items).toHaveLength(read.records.length)
})

test('posts carry their number, comments and reactions what they are about; home addresses stay in the source', async () => {
  const read = await readFiles(linkedin, built.complete)
  const of = (kind: string) => read.records.find((one) => one.kind === kind)
  expect([of('post')?.nativeId, of('comment')?.parentNativeId, of('repost')?.parentNativeId]).toEqual([
    'share:71',
    'share:71',
    'activity:72',
  ])
  expect(of('article')).toMatchObject({ nativeId: 'small-pat-moreno', sourceZone: 'unknown' })
  expect(of('event')?.details).toEqual({ title: 'Records Day', starts: '2025-03-05 13:00:00 UTC', status: 'ATTENDING' })
  expect(JSON.stringify(read.records)).not.toMatch(/Lake St|94601|203\.0\.113/)
  expect(read.recognition).toMatchObject({
    confidence: 0.99,
    layout: 'complete',
    ownerName: 'Pat Moreno',
    ownerHandle: 'patmoreno',
  })
})

test('contacts, advertising, log-ins, searches, work and lists are kept unread in their groups; what is unknown stays unknown', async () => {
  const read = await readFiles(linkedin, built.complete)
  expect(
    read.plan.files.filter(({ use }) => use !== 'records').map(({ name, type, group }) => [name, type, group]),
  ).toEqual([
    ['Ad_Targeting.csv', 'advertising', 'advertising'],
    ['Connections.csv', 'connections', 'contacts'],
    ['Jobs/Saved Jobs.csv', 'jobs', 'settings'],
    ['Logins.csv', 'log-ins', 'log-ins'],
    ['Positions.csv', 'positions', 'settings'],
    ['SearchQueries.csv', 'searches', 'searches'],
    ['Skills.csv', 'list', 'settings'],
  ])
  expect(read.plan.findings).toEqual([])
})

test('the small export of earlier years says what it lacks; the file shows how its dates are written', async () => {
  const read = await readFiles(linkedin, built.basic)
  expect(read.recognition).toMatchObject({ layout: 'basic', ownerName: null })
  expect(read.plan.findings.map(({ code }) => code)).toEqual(['basic-export'])
  expect(read.records.map(({ kind, author, text, at }) => [kind, author, text, at])).toEqual([
    ['message', 'Ana', '', Date.UTC(2021, 3, 3, 14, 37)],
    ['message', 'Cy', '', Date.UTC(2021, 3, 29, 14, 37)],
    ['message', 'Ana', 'Hello & welcome', Date.UTC(2021, 4, 1, 10)],
  ])
  expect(read.records[0]).toMatchObject({ sourceZone: 'unknown', precision: 'minute', identity: 'local' })
})

test('a Page’s posts are read from the figures that its administrators download', async () => {
  const read = await readFiles(linkedin, built.page)
  expect(read.recognition).toMatchObject({ confidence: 0.85, layout: 'page figures' })
  expect(read.records).toMatchObject([
    {
      kind: 'post',
      text: 'Road closed\nuntil May',
      author: 'Pat Moreno',
      at: Date.UTC(2024, 2, 5),
      precision: 'day',
      measures: [
        ['Impressions', 1200],
        ['Clicks', 4],
        ['Likes', 12],
        ['Comments', 3],
        ['Reposts', 1],
      ],
    },
  ])
})

test.each([
  ['1/29/26, 2:37 PM', false, '2026-01-29T14:37'],
  ['29/1/26, 14:37', false, '2026-01-29T14:37'],
  ['3/4/26, 14:37', true, '2026-04-03T14:37'],
  ['08 Feb 2026', false, '2026-02-08T00:00'],
  ['2014/01/20 17:19:00 UTC', false, '2014-01-20T17:19'],
  ['You did on September 28, 2022 at 12:27 AM (GMT)', false, '2022-09-28T00:27'],
  ['13/13/2024', false, null],
  ['soon', false, null],
])('LinkedIn’s “%s” (day first: %s) is %s', (text, dayFirst, wanted) => {
  const { at, atSource } = linkedinTime(text, dayFirst)
  expect(at === null ? null : new Date(at).toISOString().slice(0, 16)).toBe(wanted)
  expect(atSource).toBe(text)
})

describe.skipIf(!existsSync(samples))('real structures give as many records as their files hold', () => {
  test('a whole export of 45 files, 20,000 messages among them', async () => {
    const read = await readPaths(linkedin, [
      join(samples, 'linkedin/silkyrich__linkedin-export-viewer/sample_export.zip'),
    ])
    // Rows below the headers, counted over the raw files with Python's csv module; pages with find.
    const rows = (name: string) => read.itemsOf(name).length
    expect([
      ['messages', 'guide_messages', 'Invitations', 'Shares', 'Comments', 'Reactions', 'Votes', 'Events'].map((name) =>
        rows(`${name}.csv`),
      ),
      ['Endorsement_Given_Info', 'Endorsement_Received_Info', 'Rich_Media', 'saved_articles'].map((name) =>
        rows(`${name}.csv`),
      ),
      ['Recommendations_Given', 'Recommendations_Received'].map((name) => rows(`${name}.csv`)),
    ]).toEqual([
      [20_000, 0, 162, 25, 60, 80, 15, 9],
      [1500, 700, 179, 8],
      [21, 27],
    ])
    expect(countKinds(read.records)).toEqual({
      message: 20_162,
      post: 25,
      comment: 60,
      reaction: 80 + 15 + 1500 + 700,
      event: 9,
      review: 48,
      file: 179,
      bookmark: 8,
      profile: 1,
      article: 5,
    })
    expect(read.items).toHaveLength(read.records.length)
    expect(read.records.filter(({ state }) => state === 'draft')).toHaveLength(41)
    const planned = new Set(read.plan.files.map(({ name }) => name))
    expect([read.plan.files.length, planned.has('Profile Summary.csv')]).toEqual([45, true])
    expect([...read.damaged]).toEqual([])
  }, 60_000)

  test('the name of a part says when the export was made', async () => {
    const { plan } = await readPaths(linkedin, [
      join(samples, 'made-from-the-format-reference/linkedin-eras/Basic_LinkedInDataExport_05-14-2021'),
    ])
    expect(plan.generatedAt).toBe(Date.UTC(2021, 4, 14))
  })

  test('three eras of contacts, and messages of nine columns', async () => {
    for (const [folder, messages] of [
      ['Basic_LinkedInDataExport_05-14-2021', 1],
      ['Basic_LinkedInDataExport_10-21-2023', 0],
      ['Complete_LinkedInDataExport_09-18-2022', 0],
    ] as const) {
      const read = await readPaths(linkedin, [join(samples, 'made-from-the-format-reference/linkedin-eras', folder)])
      expect([folder, read.records.length, read.recognition?.confidence ?? 0]).toEqual([
        folder,
        messages,
        messages === 1 ? 0.96 : 0.75,
      ])
    }
  })
})
