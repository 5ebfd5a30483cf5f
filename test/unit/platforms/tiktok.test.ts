// TikTok's exports: every post, comment, message, like and stream, whatever the year calls its sections.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import tiktok from '../../../electron/core/intake/platforms/tiktok/platform.ts'
import { tiktokExport, tiktokJson, tiktokText } from '../../fixtures/tiktok/export.ts'
import { countKinds, readFiles } from '../../support/read-platform.ts'

const SHARE = 'https://www.tiktokv.com/share/video'

describe('an export as JSON', () => {
  test.each(['old', 'new'] as const)('with the %s names gives the same records', async (year) => {
    const read = await readFiles(tiktok, tiktokExport(year))
    expect(
      read.records.map(({ kind, nativeId, author, text, atSource, conversation, state, links }) => [
        kind,
        nativeId,
        author,
        text,
        atSource,
        conversation,
        state,
        links.map(({ target }) => target),
      ]),
    ).toEqual([
      [
        'bookmark',
        'favorite video 7000000000000000001 @ 2024-04-01T10:00:00Z',
        'lakeview.city',
        '',
        '2024-04-01 10:00:00',
        null,
        'live',
        [`${SHARE}/7000000000000000001/`],
      ],
      [
        'like',
        'like 7000000000000000002 @ 2024-04-02T10:00:00Z',
        'lakeview.city',
        '',
        '2024-04-02 10:00:00',
        null,
        'live',
        [`${SHARE}/7000000000000000002/`],
      ],
      [
        'comment',
        'comment @ 2024-05-02T10:00:00Z',
        'lakeview.city',
        'Thanks all',
        '2024-05-02 10:00:00',
        null,
        'live',
        [],
      ],
      [
        'message',
        'ana lakeview.city @ 2024-05-03T10:01:00Z',
        'lakeview.city',
        `At noon ${SHARE}/7123456789012345678/`,
        '2024-05-03 10:01:00',
        'ana',
        'live',
        [`${SHARE}/7123456789012345678/`],
      ],
      ['message', 'ana ana @ 2024-05-03T10:00:00Z', 'ana', 'When?', '2024-05-03 10:00:00', 'ana', 'live', []],
      [
        'message',
        'Parade crew bo @ 2024-05-03T11:00:00Z',
        'bo',
        'Hi',
        '2024-05-03 11:00:00',
        'Parade crew',
        'live',
        [],
      ],
      ['video', '99', 'lakeview.city', 'Council', '2024-06-01 10:00:00', null, 'live', []],
      [
        'comment',
        'comment 7404828493579684628 @ 2024-06-02T10:01:00Z',
        'lakeview.city',
        'Hello',
        '2024-06-02 10:01:00 UTC',
        null,
        'live',
        [],
      ],
      [
        'post',
        '7123456789012345678',
        'lakeview.city',
        'Parade at noon',
        '2024-05-01 10:00:00',
        null,
        'live',
        [`${SHARE}/7123456789012345678/`],
      ],
      ['post', 'post @ undated', 'lakeview.city', '', null, null, 'live', []],
      [
        'post',
        '7000000000000000009',
        'lakeview.city',
        'Oops',
        '2024-01-01 10:00:00',
        null,
        'deleted',
        [`${SHARE}/7000000000000000009/`],
      ],
      ['profile', 'profile lakeview.city', 'lakeview.city', 'The City', null, null, 'live', []],
    ])
    const post = read.records[8]
    expect([post?.at, post?.sourceZone, post?.measures, post?.details]).toEqual([
      Date.UTC(2024, 4, 1, 10),
      'UTC',
      [['likes', 12]],
      { sound: 'original sound', place: 'Lakeview', visibility: 'Public', AllowComments: 'Yes' },
    ])
    expect(read.records[10]?.deletedAt).toBe(Date.UTC(2024, 1, 1, 10))
    const passed = read.items.flatMap(({ outcome }) => (outcome.type === 'passed-over' ? [outcome.reason] : []))
    expect(passed).toEqual([
      'Followers, followed and blocked accounts: kept, not read.',
      'Log-ins and devices: kept, not read.',
      'Videos that were watched: kept, not read.',
    ])
    expect(read.items.filter(({ outcome }) => outcome.type === 'failed')).toHaveLength(1)
    expect(read.recognition).toMatchObject({ ownerHandle: 'lakeview.city', confidence: 0.9 })
    expect(JSON.stringify(read.records)).not.toMatch(/SECRET|192\.0\.2\.1|clerk@|555/)
  })

  test('names its owner where the profile stands behind more than is looked at', async () => {
    const { Profile, ...rest } = tiktokJson('new')
    const many = Array.from({ length: 1500 }, (_, n) => ({
      Date: '2024-01-01 00:00:00',
      Link: `${SHARE}/70000000000${10000 + n}/`,
    }))
    const read = await readFiles(tiktok, {
      'user_data_tiktok.json': JSON.stringify({
        'Likes and Favorites': { 'Like List': { ItemFavoriteList: many } },
        ...rest,
        'Profile And Settings': Profile,
      }),
    })
    expect(read.recognition?.ownerHandle).toBe('lakeview.city')
    expect(countKinds(read.records).like).toBe(1501)
  })

  test('of sections with nothing in them is known, and one of other platforms is not', async () => {
    const empty = await readFiles(tiktok, {
      'user_data.json':
        '{"Activity":{"Like List":{"ItemFavoriteList":null},"Follower List":{"FansList":null}},"Video":{"Videos":{"VideoList":null}}}',
    })
    expect([empty.recognition?.confidence, empty.records.length, empty.plan.files.map(({ use }) => use)]).toEqual([
      0.9,
      0,
      ['records'],
    ])
    const other = await readFiles(tiktok, {
      'a.json': '{"comments":[{"date":"2024"}],"Posts":[]}',
      'b.txt': 'Date: soon\nLink: x\n',
      'c.csv': 'Date,Link\n2024-01-01 00:00:00,x\n',
    })
    expect(other.recognition).toBeNull()
  })
})

describe('an export as text', () => {
  test('gives messages, posts, comments and likes, whatever the language of its labels', async () => {
    const read = await readFiles(tiktok, tiktokText())
    expect(
      read.records.map(({ kind, author, text, atSource, conversation, measures }) => [
        kind,
        author,
        text,
        atSource,
        conversation,
        measures,
      ]),
    ).toEqual([
      ['comment', '', 'Gracias: a todos', '2024-05-02 10:00:00 UTC', null, []],
      ['comment', '', 'Sí', '2024-05-03 10:00:00 UTC', null, []],
      ['like', '', '', '2024-04-02 10:00:00 UTC', null, []],
      ['message', 'lakeview.city', 'hola: a las 7\ny mañana', '2026-07-03 23:00:11 UTC', 'ana', []],
      ['message', 'ana', '¿cuándo?', '2026-07-01 03:01:15 UTC', 'ana', []],
      ['message', 'lakeview.city', 'buenas', '2026-06-01 10:00:00 UTC', 'bo', []],
      ['post', '', 'Parade: at noon\nwith band', '2024-05-01 10:00:00 UTC', null, [['likes', 12]]],
      ['post', '', 'Two', '2024-05-02 10:00:00 UTC', null, [['likes', 1]]],
    ])
    expect(read.plan.files.find(({ name }) => name.endsWith('Historial.txt'))).toMatchObject({
      use: 'unread',
      type: 'text-links',
    })
    expect(read.recognition?.confidence).toBeGreaterThan(0.9)
  })
})

describe('odd files', () => {
  test('keep what stands before the break, and never make the reader fail', async () => {
    const text = JSON.stringify(tiktokJson('old'))
    const cut = await readFiles(tiktok, { 'user_data.json': text.slice(0, text.indexOf('When?')) })
    expect([countKinds(cut.records), [...cut.damaged.keys()]]).toEqual([
      { bookmark: 1, like: 1, comment: 1, message: 1 },
      ['user_data.json'],
    ])
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('VideoList', 'CommentsList', 'ItemFavoriteList', 'GoLiveList', 'FavoriteVideoList'),
        fc.string(),
        async (any, name, words) => {
          await readFiles(tiktok, {
            'a.json': JSON.stringify({
              Activity: { [name]: [any, { Date: any, Link: any, Title: any, From: any }], FansList: any },
              Profile: any,
            }),
            'b.txt': `>>> Chat History with a::\n${words}\n2024-01-01 00:00:00 UTC a: ${words}`,
            'c.txt': `Date: 2024-01-01 00:00:00\nComment: ${words}\n`,
          })
        },
      ),
      { numRuns: 40 },
    )
  })
})
