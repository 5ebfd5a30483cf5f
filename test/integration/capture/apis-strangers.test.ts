// What says who asks goes to the server that was named, and to no other: neither where an answer leads on to it, nor where a redirect does.
import { tmpdir } from 'node:os'
import { expect, test, vi } from 'vitest'
import { BOUNDS, fetcher } from '../../../electron/core/capture/http.ts'
import { captureBy } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

// Two servers of this computer stand for two of the world, which a capture may ask.
vi.mock('../../../electron/core/capture/address-policy.ts', () => ({
  whyNotAsked: () => null,
  whyNotReached: () => null,
}))

test('an outbox at another server is read without the token', async () => {
  const other = await serve({
    '/outbox': () => json({ totalItems: 1, orderedItems: [{ id: 'https://t.test/1', type: 'Note', content: 'One' }] }),
  })
  const own = await serve({
    '/.well-known/webfinger': (_query, _nth, address) =>
      json({ links: [{ rel: 'self', type: 'application/activity+json', href: `${address}/city` }] }),
    '/city': () => json({ id: 'https://t.test/city', outbox: `${other.address}/outbox` }),
  })
  const { end } = await captureBy({ way: 'api/activitypub', address: own.address, secrets: { token: TOKEN } })
  expect(end.outcome).toBe('complete')
  expect(own.asked.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`])
  expect(other.asked.map(({ headers }) => headers.authorization)).toEqual([undefined])
})

test('a page of Vimeo at another server is not asked for, and the capture is incomplete', async () => {
  const other = await serve({ '/more': () => json({ paging: { next: null }, data: [] }) })
  const own = await serve({
    '/users/city': () => json({ uri: '/users/55' }),
    '/users/55/videos': () => json({ paging: { next: `${other.address}/more` }, data: [{ uri: '/videos/1' }] }),
  })
  const { end } = await captureBy({ way: 'api/vimeo', address: own.address, secrets: { token: TOKEN } })
  expect(end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
  expect(other.asked).toEqual([])
})

test('a server that sends on to another one is not captured as a stranger sees it, where a log-in is held', async () => {
  const list = () => json([])
  const paths = { '/api/v1/accounts/lookup': () => json({ id: '1' }), '/api/v1/accounts/1/statuses': list }
  const other = await serve(paths)
  const moved = () => ({ status: 302, headers: { location: `${other.address}/api/v1/accounts/1/statuses` } })
  const own = await serve({ ...paths, '/api/v1/accounts/1/statuses': moved })
  const { end } = await captureBy({ way: 'api/mastodon', address: own.address, secrets: { token: TOKEN } })
  expect(end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
  expect(end.sentence).toContain(`${own.address} sends on to ${other.address}`)
  expect((await captureBy({ way: 'api/mastodon', address: own.address })).end.outcome).toBe('complete')
})

test('a redirect to another server takes along which program asks, and nothing else that was said', async () => {
  const other = await serve({ '/': () => json({}) })
  const own = await serve({ '/': () => ({ status: 302, headers: { location: `${other.address}/` } }) })
  const one = fetcher({
    policy: { named: own.address, origins: null },
    bounds: BOUNDS,
    signal: new AbortController().signal,
    now: Date.now,
    sleep: async () => {},
    random: () => 0.5,
    userAgent: 'test',
    spool: tmpdir(),
    limit: () => {},
  })
  const said = [
    ['Accept', 'application/json'],
    ['X-Auth', TOKEN],
    ['X-Town', TOKEN],
    ['Authorization', `Bearer ${TOKEN}`],
  ] as const
  expect((await one.fetch({ url: `${own.address}/`, headers: said })).answer?.status).toBe(200)
  one.close()
  expect(own.asked[0]?.headers).toMatchObject({ 'x-auth': TOKEN, 'x-town': TOKEN })
  expect(JSON.stringify(other.asked[0]?.headers)).not.toContain(TOKEN)
  expect(other.asked[0]?.headers).toMatchObject({ accept: 'application/json', 'user-agent': 'test' })
})
