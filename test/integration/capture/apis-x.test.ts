// Captures of servers that answer as published references say. X: pages, limits, a token that expired (docs/capture.md).
import { describe, expect, test } from 'vitest'
import { captureBy } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

describe('X', () => {
  const post = (id: string, more: object = {}) => ({
    id,
    text: `Post ${id} &amp; more`,
    author_id: '7',
    conversation_id: id,
    created_at: '2026-10-01T10:00:00.000Z',
    edit_history_tweet_ids: [id],
    public_metrics: { like_count: 3, retweet_count: 0, reply_count: 1, quote_count: 0 },
    ...more,
  })
  const users = {
    users: [
      { id: '7', username: 'city', name: 'City' },
      { id: '8', username: 'resident', name: 'R' },
    ],
  }

  test('posts come in pages, what names the account beside them, numbers as in an archive; the token goes along and is stored nowhere', async () => {
    const server = await serve({
      '/2/users/by/username/city': () => json({ data: { id: '7', username: 'city' } }),
      '/2/users/7/tweets': (query) =>
        query.get('pagination_token') === null
          ? json({
              data: [post('12'), post('11', { note_tweet: { text: 'A long one' } })],
              includes: users,
              meta: { result_count: 2, next_token: 'more' },
            })
          : json({
              data: [post('10', { text: 'RT @other: hello', referenced_tweets: [{ type: 'retweeted', id: '5' }] })],
              includes: users,
              meta: { result_count: 1 },
            }),
      '/2/users/7/mentions': () =>
        json({
          data: [
            post('13', {
              author_id: '8',
              conversation_id: '12',
              referenced_tweets: [{ type: 'replied_to', id: '12' }],
            }),
          ],
          includes: users,
          meta: { result_count: 1 },
        }),
    })
    const { end, drafts, exchanges } = await captureBy({
      way: 'api/x',
      address: server.address,
      secrets: { token: TOKEN },
    })
    expect(end.outcome).toBe('complete')
    expect(end.stop.met).toBe(true)
    expect(
      drafts.map(({ kind, nativeId, text, author, parentNativeId }) => [kind, nativeId, text, author, parentNativeId]),
    ).toEqual([
      ['post', '12', 'Post 12 & more', 'city', null],
      ['post', '11', 'A long one', 'city', null],
      ['repost', '10', 'RT @other: hello', 'city', '5'],
      ['reply', '13', 'Post 13 & more', 'resident', '12'],
    ])
    expect(server.asked.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true)
    expect(JSON.stringify(exchanges)).not.toContain(TOKEN)
  })

  test('a token that expired is said in words, and nothing seems to be gone', async () => {
    const server = await serve({
      '/2/users/by/username/city': () => json({ data: { id: '7' } }),
      '/2/users/7/tweets': () => ({
        status: 401,
        json: { title: 'Unauthorized', detail: 'Unauthorized', status: 401 },
      }),
    })
    const { end } = await captureBy({ way: 'api/x', address: server.address, secrets: { token: TOKEN } })
    expect(end).toMatchObject({ outcome: 'lapsed', stop: { met: false } })
    expect(end.sentence).toContain('Set it anew')
  })

  test('when nothing is left to ask, it waits until the server says so; for a day it does not', async () => {
    const now = Date.UTC(2026, 10, 30, 12) / 1000
    const limited = (reset: number) =>
      serve({
        '/2/users/by/username/city': () => json({ data: { id: '7' } }),
        '/2/users/7/tweets': (query) =>
          query.get('pagination_token') === null
            ? {
                headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(reset) },
                json: { data: [post('2')], meta: { result_count: 1, next_token: 'n' } },
              }
            : json({ data: [post('1')], meta: { result_count: 1 } }),
        '/2/users/7/mentions': () => json({ data: [], meta: { result_count: 0 } }),
      })
    const soon = await captureBy({
      way: 'api/x',
      address: (await limited(now + 600)).address,
      secrets: { token: TOKEN },
    })
    expect(soon.end.outcome).toBe('complete')
    expect(soon.waited).toBeGreaterThanOrEqual(600_000)
    expect(soon.limits.map(({ kind }) => kind)).toContain('rate')
    const late = await captureBy({
      way: 'api/x',
      address: (await limited(now + 86_400)).address,
      secrets: { token: TOKEN },
    })
    expect(late.end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(late.end.sentence).toMatch(/more may be asked for 1440 minutes/)
    expect(late.drafts.map(({ nativeId }) => nativeId)).toEqual(['2'])
  })
})
