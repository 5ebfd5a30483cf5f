// Captures of servers that answer as published references say. What goes wrong: limits for a day, errors, rings, lists that shift, log-in pages (docs/capture.md).
import { describe, expect, test } from 'vitest'
import { captureBy, replay } from '../../support/replay.ts'
import { json, serve, stopAfter } from '../../support/replay-paths.ts'

describe('what goes wrong', () => {
  const statuses = (ids: readonly number[]) =>
    ids.map((id) => ({
      id: String(id),
      uri: `https://t.test/${id}`,
      created_at: '2026-10-01T10:00:00.000Z',
      content: `<p>${id}</p>`,
      account: { acct: 'city' },
      media_attachments: [],
    }))
  const lookup = { '/api/v1/accounts/lookup': () => json({ id: '1' }) }
  const path = '/api/v1/accounts/1/statuses'

  test('a server that says “not for a day” leaves an incomplete capture with what came', async () => {
    const server = await serve({
      ...lookup,
      [path]: (query) =>
        query.get('max_id') === null
          ? json(statuses([3, 2]))
          : { status: 429, headers: { 'retry-after': '86400' }, json: {} },
    })
    const { end, drafts } = await captureBy({ way: 'api/mastodon', address: server.address })
    expect(end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(end.sentence).toContain('24 hours')
    expect(drafts).toHaveLength(2)
  })

  test('a server that fails now and then is asked again; one that fails for good leaves an incomplete capture', async () => {
    let failures = 2
    const flaky = await serve({
      ...lookup,
      [path]: (query) =>
        query.get('max_id') === null && failures-- > 0
          ? { status: 502 }
          : query.get('max_id') === null
            ? json(statuses([1]))
            : json([]),
    })
    expect((await captureBy({ way: 'api/mastodon', address: flaky.address })).end.outcome).toBe('complete')
    const broken = await serve({ ...lookup, [path]: () => ({ status: 500, json: {} }) })
    expect((await captureBy({ way: 'api/mastodon', address: broken.address })).end).toMatchObject({
      outcome: 'incomplete',
      stop: { met: false },
    })
  })

  test('pages that repeat themselves, and pages without end, come to an end that says so', async () => {
    const ring = await serve({ ...lookup, [path]: () => json(statuses([2, 1])) })
    const repeated = await captureBy({ way: 'api/mastodon', address: ring.address })
    expect(repeated.end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(repeated.end.sentence).toContain('again and again')
    expect(ring.asked.length).toBeLessThan(10)
    const endless = await serve({ ...lookup, [path]: (_query, nth) => json(statuses([1_000_000 - nth])) })
    const bounded = await captureBy({ way: 'api/mastodon', address: endless.address, scope: { depth: 50 } })
    expect(bounded.end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(bounded.drafts).toHaveLength(50)
  })

  test('an answer that is no answer of the interface (a log-in page) is kept, and the capture is incomplete', async () => {
    const server = await serve({
      ...lookup,
      [path]: () => ({ headers: { 'content-type': 'text/html' }, bytes: Buffer.from('<html>Log in</html>') }),
    })
    const { end, odd } = await captureBy({ way: 'api/mastodon', address: server.address })
    expect(end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(odd).toEqual(['answer-ill-formed'])
    expect(end.sentence).toContain('not what this interface answers with')
  })

  test('a list of the account that is gone as a whole does not say that its items are', async () => {
    const server = await serve({ ...lookup })
    const { end } = await captureBy({ way: 'api/mastodon', address: server.address })
    expect(end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(end.sentence).toContain('nothing at this address')
  })

  test('a server that answers nobody whom it does not know wants a log-in, and says so where none is held', async () => {
    const server = await serve({ '/api/v1/accounts/lookup': () => ({ status: 401, json: {} }) })
    const { end } = await captureBy({ way: 'api/mastodon', address: server.address })
    expect(end).toMatchObject({ outcome: 'lapsed', stop: { met: false } })
    expect(end.sentence).toContain('answers only whom it knows (401 Unauthorized). No log-in is held for this account.')
  })

  test('an account that is not there is refused in words', async () => {
    const server = await serve({
      '/api/v1/accounts/lookup': () => ({ status: 404, json: { error: 'Record not found' } }),
    })
    expect((await captureBy({ way: 'api/mastodon', address: server.address })).end).toMatchObject({
      outcome: 'refused',
      stop: { met: false },
    })
  })

  /** A WordPress whose list shifts: an item is deleted after the first page was read, so that one slips from the second page to the first. */
  const shifting = (change: (items: number[], nth: number) => void) => {
    const items = Array.from({ length: 250 }, (_, nth) => nth + 1)
    let lists = 0
    return replay(({ url }) => {
      const route = url.searchParams.get('rest_route')
      if (route === '/wp/v2/types') return json({ post: { slug: 'post', rest_base: 'posts' } })
      change(items, lists++)
      const [page, per] = [Number(url.searchParams.get('page')), Number(url.searchParams.get('per_page'))]
      const shown = items.slice((page - 1) * per, page * per)
      const full = (id: number) => ({
        id,
        type: 'post',
        status: 'publish',
        date: '2026-10-01T10:00:00',
        date_gmt: '2026-10-01T10:00:00',
        modified: '2026-10-01T10:00:00',
        title: { rendered: `Post ${id}` },
        content: { rendered: '' },
      })
      const only = url.searchParams.get('_fields') === 'id'
      return {
        headers: { 'x-wp-totalpages': String(Math.ceil(items.length / per)) },
        json: shown.map((id) => (only ? { id } : full(id))),
      }
    })
  }

  test('nothing is lost when items are deleted while a list is read', async () => {
    const server = await shifting((items, nth) => {
      if (nth === 1) items.splice(items.indexOf(5), 1)
    })
    stopAfter(server)
    const { end, drafts } = await captureBy({
      way: 'api/wordpress',
      address: server.address,
      scope: { kinds: ['posts'] },
    })
    expect(end.outcome).toBe('complete')
    expect(new Set(drafts.map(({ nativeId }) => nativeId)).size).toBe(250)
  })

  test('a list that never stands still is cut off, and may not say that anything is gone', async () => {
    const server = await shifting((items) => {
      items.shift()
      items.push(10_000 + (items.at(-1) ?? 0))
    })
    stopAfter(server)
    const { end } = await captureBy({ way: 'api/wordpress', address: server.address, scope: { kinds: ['posts'] } })
    expect(end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(end.sentence).toContain('changed again and again')
  })
})
