// Captures of servers that answer as published references say. YouTube and Vimeo: threads and their answers, what is held back, quotas (docs/capture.md).
import { describe, expect, test } from 'vitest'
import { captureBy, type Reply } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

const KEY = 'planted-key-4471-numbat'

describe('YouTube', () => {
  const comment = (id: string, more: object = {}) => ({
    kind: 'youtube#comment',
    id,
    snippet: {
      videoId: 'vid00000001',
      textOriginal: `Comment ${id}`,
      authorDisplayName: '@resident',
      authorChannelId: { value: 'UCr' },
      publishedAt: '2026-10-01T10:00:00Z',
      updatedAt: '2026-10-01T10:00:00Z',
      likeCount: 1,
      ...more,
    },
  })
  const thread = (id: string, replies: object[] = [], total = replies.length) => ({
    kind: 'youtube#commentThread',
    id,
    snippet: { videoId: 'vid00000001', topLevelComment: comment(id), totalReplyCount: total },
    replies: { comments: replies },
  })

  test('videos, threads, answers beyond those that stand in a thread, and what is held back; what says who asks is stored nowhere', async () => {
    const server = await serve({
      '/youtube/v3/channels': () =>
        json({
          items: [
            { kind: 'youtube#channel', id: 'UCcity', contentDetails: { relatedPlaylists: { uploads: 'UUcity' } } },
          ],
        }),
      '/youtube/v3/playlistItems': () =>
        json({ items: [{ kind: 'youtube#playlistItem', id: 'p1', contentDetails: { videoId: 'vid00000001' } }] }),
      '/youtube/v3/playlists': () => json({ items: [] }),
      '/youtube/v3/videos': () =>
        json({
          items: [
            {
              kind: 'youtube#video',
              id: 'vid00000001',
              snippet: {
                title: 'Council',
                description: 'The meeting',
                channelId: 'UCcity',
                publishedAt: '2026-09-30T10:00:00Z',
                tags: [],
              },
              status: { privacyStatus: 'public', uploadStatus: 'processed' },
              statistics: { viewCount: '9', commentCount: '4' },
            },
          ],
        }),
      '/youtube/v3/commentThreads': (query) =>
        query.get('moderationStatus') === 'heldForReview'
          ? json({ items: [thread('c9')] })
          : query.get('moderationStatus') === 'likelySpam'
            ? json({ items: [] })
            : json({ items: [thread('c1', [comment('c1.a', { parentId: 'c1' })], 2)] }),
      '/youtube/v3/comments': () =>
        json({ items: [comment('c1.a', { parentId: 'c1' }), comment('c1.b', { parentId: 'c1' })] }),
    })
    const { drafts, end, exchanges } = await captureBy({
      way: 'api/youtube',
      address: server.address,
      secrets: { token: TOKEN },
    })
    expect(end.outcome).toBe('complete')
    const byKey = await captureBy({ way: 'api/youtube', address: server.address, secrets: { key: KEY } })
    expect(byKey.end.outcome).toBe('complete')
    const shown = ({ headers, url }: (typeof server.asked)[number]) =>
      headers.authorization === `Bearer ${TOKEN}` || url.searchParams.get('key') === KEY
    expect(server.asked.every(shown)).toBe(true)
    const stored = JSON.stringify([...exchanges, ...byKey.exchanges])
    expect([TOKEN, KEY].filter((secret) => stored.includes(secret))).toEqual([])
    const seen = new Map(
      drafts.map(({ kind, nativeId, parentNativeId, details }) => [
        nativeId,
        [kind, parentNativeId, details.hidden ?? false],
      ]),
    )
    expect(Object.fromEntries(seen)).toEqual({
      vid00000001: ['video', null, false],
      c1: ['comment', 'vid00000001', false],
      'c1.a': ['comment', 'c1', false],
      'c1.b': ['comment', 'c1', false],
      c9: ['comment', 'vid00000001', true],
    })
  })

  test('a quota that is used up leaves the capture incomplete; comments that are turned off are an answer', async () => {
    const failed = (reason: string) => ({
      status: 403,
      json: { error: { code: 403, message: 'no', errors: [{ reason }] } },
    })
    const server = (comments: Reply) =>
      serve({
        '/youtube/v3/channels': () =>
          json({ items: [{ id: 'UC', contentDetails: { relatedPlaylists: { uploads: 'UU' } } }] }),
        '/youtube/v3/playlistItems': () => json({ items: [{ id: 'p1', contentDetails: { videoId: 'v1' } }] }),
        '/youtube/v3/videos': () => json({ items: [{ kind: 'youtube#video', id: 'v1', snippet: { title: 'T' } }] }),
        '/youtube/v3/commentThreads': () => comments,
      })
    const order = { way: 'api/youtube', secrets: { key: TOKEN }, scope: { kinds: ['videos', 'comments'] } }
    expect((await captureBy({ ...order, address: (await server(failed('quotaExceeded'))).address })).end.outcome).toBe(
      'incomplete',
    )
    expect(
      (await captureBy({ ...order, address: (await server(failed('commentsDisabled'))).address })).end.outcome,
    ).toBe('complete')
  })
})

test('Vimeo: videos with comments and their answers, from one page to the next', async () => {
  const server = await serve({
    '/users/city': () =>
      json({
        uri: '/users/55',
        name: 'City',
        link: 'https://vimeo.com/city',
        created_time: '2020-01-01T00:00:00+00:00',
        membership: { type: 'pro' },
      }),
    '/users/55/videos': (query) =>
      query.get('page') === null
        ? json({
            total: 2,
            page: 1,
            paging: { next: '/users/55/videos?page=2&per_page=100' },
            data: [
              {
                uri: '/videos/901',
                name: 'One',
                duration: 3,
                privacy: { view: 'anybody' },
                embed: {},
                created_time: '2026-10-01T10:00:00+00:00',
                metadata: { connections: { comments: { total: 1 } } },
              },
            ],
          })
        : json({
            total: 2,
            page: 2,
            paging: { next: null },
            data: [
              {
                uri: '/videos/902',
                name: 'Two',
                duration: 3,
                privacy: { view: 'nobody' },
                embed: {},
                created_time: '2026-10-02T10:00:00+00:00',
                metadata: { connections: { comments: { total: 0 } } },
              },
            ],
          }),
    '/videos/901/comments': () =>
      json({
        paging: { next: null },
        data: [
          {
            uri: '/videos/901/comments/31',
            type: 'video',
            text: 'Good',
            created_on: '2026-10-01T11:00:00+00:00',
            user: { name: 'R' },
            metadata: { connections: { replies: { total: 1 } } },
          },
        ],
      }),
    '/videos/901/comments/31/replies': () =>
      json({
        paging: { next: null },
        data: [
          {
            uri: '/videos/901/comments/32',
            type: 'video',
            text: 'Thanks',
            created_on: '2026-10-01T12:00:00+00:00',
            user: { name: 'City' },
          },
        ],
      }),
  })
  const { drafts, end } = await captureBy({ way: 'api/vimeo', address: server.address, secrets: { token: TOKEN } })
  expect(end.outcome).toBe('complete')
  // Its pages are looked through a second time, because they are counted off.
  const seen = new Map(drafts.map(({ kind, nativeId, parentNativeId }) => [nativeId, [kind, nativeId, parentNativeId]]))
  expect([...seen.values()]).toEqual([
    ['profile', '55', null],
    ['video', '901', null],
    ['comment', '31', '901'],
    ['comment', '32', '31'],
    ['video', '902', null],
  ])
})
