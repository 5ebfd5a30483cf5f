// Captures of servers that answer as published references say. Where a list ends: a refusal, a page that is not there, and an end that is none
// leave the capture incomplete, so that nothing is told to be no longer shown (docs/capture.md).
import { describe, expect, test } from 'vitest'
import { captureBy, type Reply } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

const INCOMPLETE = { outcome: 'incomplete', stop: { met: false } }
const COMPLETE = { outcome: 'complete', stop: { met: true } }
const refusal = (code: number, message: string, subcode?: number): Reply => ({
  status: 400,
  json: { error: { code, message, ...(subcode === undefined ? {} : { error_subcode: subcode }) } },
})

describe('Meta', () => {
  const AT = '2026-10-01T10:00:00+0000'
  const page = (comments: (query: URLSearchParams) => Reply) =>
    serve({
      '/city/feed': () => json({ data: [{ id: '1_10', message: 'Road closed', created_time: AT }] }),
      '/1_10/comments': comments,
    })
  const capture = (address: string) =>
    captureBy({ way: 'api/facebook', address, scope: { kinds: ['posts', 'comments'] }, secrets: { token: TOKEN } })

  test.each([
    [
      'the sentence that says two things at once',
      refusal(
        100,
        "Unsupported get request. Object with ID '1_10' does not exist, cannot be loaded due to missing permissions, or does not support this operation",
        33,
      ),
      INCOMPLETE,
    ],
    ['its number alone', refusal(100, 'Object does not exist', 33), INCOMPLETE],
    ['a post that does not exist', refusal(100, 'Object does not exist'), COMPLETE],
  ])('comments that are refused with %s', async (_what, reply, end) => {
    const { address } = await page(() => reply)
    expect((await capture(address)).end).toMatchObject(end)
  })

  test('a later page that is not there is no end of a list that goes on by marks', async () => {
    const { address } = await page((query) =>
      query.get('after') === null
        ? json({
            data: [{ id: '10_1', message: 'First', created_time: AT }],
            paging: { cursors: { after: 'A' }, next: 'https://graph.test/next' },
          })
        : refusal(100, 'Object does not exist'),
    )
    expect((await capture(address)).end).toMatchObject(INCOMPLETE)
  })

  test('more without a mark that says where is no end', async () => {
    const { address } = await page(() =>
      json({ data: [{ id: '10_1', message: 'First', created_time: AT }], paging: { next: 'https://graph.test/next' } }),
    )
    const { end, drafts } = await capture(address)
    expect(end).toMatchObject(INCOMPLETE)
    expect(end.sentence).toContain('there is more of comments on 1_10')
    expect(drafts).toHaveLength(2)
  })

  test('Instagram: answers beyond the first fifty, and comments of a post that counts none because they are hidden', async () => {
    const comment = (id: string, more: object = {}) => ({
      id,
      text: `Said ${id}`,
      timestamp: AT,
      username: 'r',
      ...more,
    })
    const server = await serve({
      '/77/media': () => json({ data: [{ id: '501', caption: 'Parade', timestamp: AT, comments_count: 0 }] }),
      '/501/comments': () =>
        json({
          data: [
            comment('601', {
              hidden: true,
              replies: {
                data: [comment('602', { parent_id: '601' })],
                paging: { cursors: { after: 'R' }, next: 'https://graph.test/next' },
              },
            }),
          ],
        }),
      '/601/replies': (query) =>
        json({ data: query.get('after') === 'R' ? [comment('603', { parent_id: '601' })] : [] }),
    })
    const { drafts, end } = await captureBy({
      ...{ way: 'api/instagram', address: server.address, nativeId: '77' },
      ...{ scope: { kinds: ['posts', 'comments'] }, secrets: { token: TOKEN } },
    })
    expect(end).toMatchObject(COMPLETE)
    const said = drafts.map(({ nativeId, parentNativeId, conversation }) => [nativeId, parentNativeId, conversation])
    expect(said).toEqual([
      ['501', null, null],
      ['601', '501', '501'],
      ['602', '601', '501'],
      ['603', '601', '501'],
    ])
  })
})

describe('YouTube: what is held back for review', () => {
  const failed = (status: number, reason: string): Reply => ({
    status,
    json: { error: { code: status, message: 'no', errors: [{ reason }] } },
  })
  const channel = (held: Reply, published: Reply = json({ items: [] }), commentCount = '0') =>
    serve({
      '/youtube/v3/channels': () =>
        json({ items: [{ id: 'UC', contentDetails: { relatedPlaylists: { uploads: 'UU' } } }] }),
      '/youtube/v3/playlistItems': () => json({ items: [{ id: 'p1', contentDetails: { videoId: 'v1' } }] }),
      '/youtube/v3/playlists': () => json({ items: [] }),
      '/youtube/v3/videos': () =>
        json({ items: [{ kind: 'youtube#video', id: 'v1', snippet: { title: 'T' }, statistics: { commentCount } }] }),
      '/youtube/v3/commentThreads': (query) => (query.has('moderationStatus') ? held : published),
    })
  const capture = async (server: { readonly address: string }, secrets: Readonly<Record<string, string>>) =>
    (await captureBy({ way: 'api/youtube', address: server.address, secrets })).end

  test('a token that may not see it leaves the capture incomplete, of a video that counts no comments, too', async () => {
    const end = await capture(await channel(failed(403, 'forbidden')), { token: TOKEN })
    expect(end).toMatchObject(INCOMPLETE)
    expect(end.sentence).toContain('YouTube says: no')
  })

  test('is not asked for with a key alone', async () => {
    const server = await channel(failed(403, 'forbidden'))
    expect(await capture(server, { key: TOKEN })).toMatchObject(COMPLETE)
    expect(server.asked.some(({ url }) => url.searchParams.has('moderationStatus'))).toBe(false)
  })

  test('a server that fails to look says of no comment that it is gone', async () => {
    const server = await channel(json({ items: [] }), failed(400, 'processingFailure'), '4')
    expect(await capture(server, { token: TOKEN })).toMatchObject(INCOMPLETE)
  })
})

describe('an end that is none', () => {
  const ELSEWHERE = 'https://198.51.100.7/more'

  test('LocalWiki: more at another server', async () => {
    const server = await serve({
      '/api/v4/regions/': () => json({ results: [{ slug: 'oakland' }] }),
      '/api/v4/pages_history/': () => json({ next: ELSEWHERE, results: [] }),
      '/api/v4/pages/': () => json({ next: null, results: [] }),
    })
    const { end } = await captureBy({
      ...{ way: 'api/localwiki', address: server.address, handle: 'oakland', scope: { kinds: ['pages'] } },
    })
    expect(end).toMatchObject(INCOMPLETE)
    expect(end.sentence).toContain('at another server (198.51.100.7)')
  })

  test.each([
    ['more at another server', [{ secure_profile_id: 'p9' }], { posts: [], next: ELSEWHERE }],
    ['an answer without a list', [{ secure_profile_id: 'p9' }], { detail: 'Come back later' }],
    ['no agency', [], { posts: [] }],
  ])('Nextdoor: %s', async (_what, profiles, posts) => {
    const server = await serve({ '/me/profiles/': () => json(profiles), '/post/': () => json(posts) })
    const order = { way: 'api/nextdoor', address: server.address, secrets: { token: TOKEN } }
    expect((await captureBy(order)).end).toMatchObject(INCOMPLETE)
  })

  const AT = { date: '2026-10-01T10:00:00', date_gmt: '2026-10-01T10:00:00', modified: '2026-10-01T10:00:00' }
  test('WordPress: a list of which the site does not say how many pages it has', async () => {
    const server = await serve({
      '/': (query) =>
        json(
          query.get('rest_route') === '/wp/v2/types'
            ? { post: { slug: 'post', rest_base: 'posts' } }
            : [
                {
                  ...AT,
                  id: 1,
                  type: 'post',
                  status: 'publish',
                  title: { rendered: 'Post' },
                  content: { rendered: '' },
                },
              ],
        ),
    })
    const { end, drafts } = await captureBy({
      ...{ way: 'api/wordpress', address: server.address, scope: { kinds: ['posts'] } },
    })
    expect(end).toMatchObject(INCOMPLETE)
    expect(end.sentence).toContain('does not say how many pages')
    expect(drafts).toHaveLength(1)
  })

  const note = (id: number) => ({ id: `https://t.test/${id}`, type: 'Note', content: `Note ${id}` })
  const outbox = (paths: Readonly<Record<string, (address: string) => unknown>>) =>
    serve({
      '/.well-known/webfinger': (_query, _nth, address) =>
        json({ links: [{ rel: 'self', type: 'application/activity+json', href: `${address}/city` }] }),
      '/city': (_query, _nth, address) => json({ id: `${address}/city`, outbox: `${address}/outbox` }),
      ...Object.fromEntries(
        Object.entries(paths).map(([path, say]) => [
          path,
          (_q: unknown, _n: unknown, address: string) => json(say(address)),
        ]),
      ),
    })

  test('ActivityPub: an outbox that counts what it does not give, and one whose next page is named as an object', async () => {
    const counting = await outbox({ '/outbox': () => ({ totalItems: 3 }) })
    const counted = await captureBy({ way: 'api/activitypub', address: counting.address })
    expect(counted.end).toMatchObject(INCOMPLETE)
    expect(counted.end.sentence).toContain('holds 3 activities')
    const turning = await outbox({
      '/outbox': (address) => ({ totalItems: 2, orderedItems: [note(2)], next: { id: `${address}/second` } }),
      '/second': () => ({ totalItems: 2, orderedItems: [note(1)] }),
    })
    const whole = await captureBy({ way: 'api/activitypub', address: turning.address })
    expect(whole.end).toMatchObject(COMPLETE)
    expect(whole.end.sentence).toContain('2 items were seen')
  })

  test('Bluesky and Tumblr: a page on which the platform shows nothing, with another behind it', async () => {
    const did = 'did:plc:city'
    const post = (key: string) => ({ post: { uri: `at://${did}/app.bsky.feed.post/${key}`, author: { did } } })
    const bluesky = await serve({
      '/xrpc/com.atproto.repo.describeRepo': () => json({ did, handle: 'city.test' }),
      '/xrpc/app.bsky.feed.getAuthorFeed': (query) => {
        const at = Number(query.get('cursor') ?? 0)
        return json(at === 2 ? { feed: [post('b')] } : { feed: at === 0 ? [post('a')] : [], cursor: String(at + 1) })
      },
    })
    const one = await captureBy({ way: 'api/bluesky', address: bluesky.address, scope: { kinds: ['replies'] } })
    expect(one.end).toMatchObject(COMPLETE)
    expect(one.end.sentence).toContain('2 items were seen')
    const tumblr = await serve({
      '/v2/blog/city.tumblr.com/posts': (query) => {
        const at = Number(query.get('offset') ?? 0)
        const posts = at === 20 ? [] : [{ id_string: `p${at}`, timestamp: 1_790_000_000 - at }]
        const next = at === 40 ? {} : { _links: { next: { query_params: { offset: at + 20 } } } }
        return json({ response: { posts, ...next } })
      },
    })
    const order = { way: 'api/tumblr', secrets: { key: TOKEN }, scope: { kinds: ['posts'] } }
    const two = await captureBy({ ...order, address: tumblr.address })
    expect(two.end).toMatchObject(COMPLETE)
    expect(two.end.sentence).toContain('2 items were seen')
    const endless = await serve({
      '/v2/blog/city.tumblr.com/posts': (query) => {
        const offset = Number(query.get('offset') ?? 0) + 20
        return json({ response: { posts: [], _links: { next: { query_params: { offset } } } } })
      },
    })
    const three = await captureBy({ ...order, address: endless.address })
    expect(three.end).toMatchObject(INCOMPLETE)
    expect(three.end.sentence).toContain('page after page with nothing on it')
  })
})
