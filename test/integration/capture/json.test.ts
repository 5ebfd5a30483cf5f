// Captures of an interface that nobody knows, by a mapping that a person saved: each way of paging to its end, and what may never pass for the whole.
import { describe, expect, test } from 'vitest'
import type { Asking } from '../../../shared/domain/intake/asking.ts'
import { asks, page, rules, some, told } from '../../support/json-interface.ts'
import { captureBy } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

/** Ids of the records, each as often as it was seen. */
const ids = ({ drafts }: Awaited<ReturnType<typeof captureBy>>) => drafts.map(({ nativeId }) => nativeId)

describe('each way of paging comes to its end', () => {
  test('a link in the answer, relative or whole; a link in its head', async () => {
    const server = await serve({
      '/posts': (query, _nth, address) =>
        query.get('after') === null
          ? page(some(1, 2), { meta: { next: `${address}/posts?after=2` } })
          : page(some(3, 3), { meta: { next: null } }),
      '/heads': (query) => ({
        ...page(query.get('after') === null ? some(1, 2) : some(3, 4)),
        headers:
          query.get('after') === null
            ? { link: '</heads?after=0>; rel="prev", </heads?after=2>; title="more, next"; rel="section next"' }
            : {},
      }),
    })
    const linked = {
      way: 'api/json',
      address: `${server.address}/posts`,
      rules: rules(asks({ by: 'link', column: 'meta.next' })),
    }
    const first = await captureBy(linked)
    expect(first.end).toMatchObject({ outcome: 'complete', stop: { met: true } })
    expect(ids(first)).toEqual(['1', '2', '3'])
    expect(first.drafts[0]).toMatchObject({
      kind: 'post',
      text: 'Notice 1',
      author: 'Clerk',
      sourceZone: 'America/Los_Angeles',
      at: Date.parse('2026-10-01T10:00:00-07:00'),
      measures: [['likes', 3]],
      details: { ward: 'Second' },
    })
    const heads = await captureBy({
      ...linked,
      address: `${server.address}/heads`,
      rules: rules(asks({ by: 'link', column: null })),
    })
    expect(heads.end.outcome).toBe('complete')
    expect(ids(heads)).toEqual(['1', '2', '3', '4'])
  })

  test('a cursor with more digits than JavaScript holds, and one whose members all go into the address', async () => {
    const [cursor, item] = ['9007199254740993001', '9007199254740993003']
    const server = await serve({
      '/long': (query) =>
        query.get('after') === null
          ? {
              headers: { 'content-type': 'application/json' },
              bytes: Buffer.from(`{"data":{"posts":[{"id":${item},"body":{"words":"A"}}]},"next":${cursor}}`),
            }
          : query.get('after') === cursor
            ? page(some(2, 2), { next: null })
            : { status: 400, json: {} },
      '/several': (query) =>
        query.get('from') === null
          ? page(some(1, 1), { continue: { from: 'b', continue: '-||' } })
          : query.get('from') === 'b' && query.get('continue') === '-||'
            ? page(some(2, 2))
            : { status: 400, json: {} },
    })
    const by = (parameter: string | null, column: string) => rules(asks({ by: 'cursor', column, parameter }))
    const long = await captureBy({ way: 'api/json', address: `${server.address}/long`, rules: by('after', 'next') })
    expect(long.end.outcome).toBe('complete')
    expect(ids(long)).toEqual([item, '2'])
    const several = await captureBy({
      way: 'api/json',
      address: `${server.address}/several?limit=1`,
      rules: by(null, 'continue'),
    })
    expect(several.end.outcome).toBe('complete')
    expect(ids(several)).toEqual(['1', '2'])
    expect(several.exchanges[1]?.url).toContain('limit=1&from=b')
  })

  test('counted pages and counted items, looked through twice; one answer that holds everything; a list at the root', async () => {
    const all = some(1, 5)
    const server = await serve({
      '/pages': (query) => page(all.slice(2 * (Number(query.get('p')) - 1), 2 * Number(query.get('p')))),
      '/offset': (query) => page(all.slice(Number(query.get('skip')), Number(query.get('skip')) + 2), { count: 5 }),
      '/once': () => json(all.map((one) => told(one))),
    })
    const counted = await captureBy({
      way: 'api/json',
      address: `${server.address}/pages`,
      rules: rules(asks({ by: 'page', parameter: 'p', first: 1 })),
    })
    expect(counted.end).toMatchObject({ outcome: 'complete', sentence: '5 items were seen.' })
    expect(new Set(ids(counted)).size).toBe(5)
    const offset = await captureBy({
      way: 'api/json',
      address: `${server.address}/offset`,
      rules: rules(asks({ by: 'offset', parameter: 'skip' }, { column: 'count' })),
    })
    expect(offset.end).toMatchObject({ outcome: 'complete', sentence: '5 items were seen.' })
    expect(
      server.asked.filter(({ url }) => url.pathname === '/offset').map(({ url }) => url.searchParams.get('skip')),
    ).toEqual(['0', '2', '4', '0', '2', '4'])
    const once = await captureBy({
      way: 'api/json',
      address: `${server.address}/once`,
      rules: rules(asks(null), { list: null }),
    })
    expect(ids(once)).toEqual(['1', '2', '3', '4', '5'])
  })

  test('an item that slips to an earlier page while a later one is read is found all the same', async () => {
    let all = some(1, 4)
    let deleted = false
    const server = await serve({
      '/pages': (query) => {
        const at = Number(query.get('p'))
        if (at === 2 && !deleted) {
          deleted = true
          all = all.filter(({ id }) => id !== 1)
        }
        return page(all.slice(2 * (at - 1), 2 * at))
      },
    })
    const { end, drafts } = await captureBy({
      way: 'api/json',
      address: `${server.address}/pages`,
      rules: rules(asks({ by: 'page', parameter: 'p', first: 1 })),
    })
    expect(end.outcome).toBe('complete')
    expect(new Set(drafts.map(({ nativeId }) => nativeId))).toEqual(new Set(['1', '2', '3', '4']))
  })
})

describe('what may not pass for the whole', () => {
  test.each([
    [
      'fewer items than it says',
      () => page(some(1, 2), { count: 9 }),
      asks(null, { column: 'count' }),
      'says that it has 9 items, and gave 2',
    ],
    [
      'no total where one should stand',
      () => page(some(1, 2)),
      asks(null, { column: 'count' }),
      'does not say how many',
    ],
    [
      'no list where the items should be',
      () => json({ error: 'try later' }),
      asks(null),
      'holds no list under “data.posts”',
    ],
    [
      'a next page at another server',
      () => page(some(1, 1), { next: 'https://elsewhere.test/2' }),
      asks({ by: 'link', column: 'next' }),
      'another server (elsewhere.test)',
    ],
    [
      'itself as the next page',
      () => page(some(1, 1), { next: '/posts' }),
      asks({ by: 'link', column: 'next' }),
      'names itself',
    ],
    [
      'a mark that is none',
      () => page(some(1, 1), { next: { a: [1] } }),
      asks({ by: 'cursor', column: 'next', parameter: null }),
      'is none',
    ],
    [
      'the same items under other marks',
      (nth: number) => page(some(1, 1), { next: `m${nth}` }),
      asks({ by: 'cursor', column: 'next', parameter: 'm' }),
      'again and again',
    ],
  ] as const)('%s', async (_what, answer, asking, sentence) => {
    const server = await serve({ '/posts': (_query, nth) => answer(nth) })
    const { end, drafts } = await captureBy({
      way: 'api/json',
      address: `${server.address}/posts`,
      rules: rules(asking),
    })
    expect(end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(end.sentence).toContain(sentence)
    expect(server.asked.length).toBeLessThan(8)
    if (!sentence.includes('no list')) expect(drafts.length).toBeGreaterThan(0)
  })

  test('a page that is not there before all items came; and a server that wants to be left alone for a day', async () => {
    const missing = await serve({
      '/posts': (query) => (query.get('p') === '1' ? page(some(1, 2), { count: 4 }) : { status: 404, json: {} }),
    })
    const paged = rules(asks({ by: 'page', parameter: 'p', first: 1 }, { column: 'count' }))
    const cut = await captureBy({ way: 'api/json', address: `${missing.address}/posts`, rules: paged })
    expect(cut.end).toMatchObject({ outcome: 'incomplete', stop: { met: false } })
    expect(cut.end.sentence).toContain('4 items, and gave 2')
    const busy = await serve({
      '/posts': (query) =>
        query.get('p') === '1' ? page(some(1, 2)) : { status: 429, headers: { 'retry-after': '86400' }, json: {} },
    })
    const left = await captureBy({
      way: 'api/json',
      address: `${busy.address}/posts`,
      rules: rules(asks({ by: 'page', parameter: 'p', first: 1 })),
    })
    expect(left.end.outcome).toBe('incomplete')
    expect(ids(left)).toEqual(['1', '2'])
  })
})

test('a log-in goes to the named server alone: as a token, as a name with a password, as a key under the name that the mapping gives', async () => {
  const pictures = await serve({
    '/a.png': () => ({ headers: { 'content-type': 'image/png' }, bytes: Buffer.from('png') }),
  })
  const server = await serve({
    '/posts': () =>
      json({ data: { posts: [told({ id: 1, words: 'One' }, { pictures: [{ url: `${pictures.address}/a.png` }] })] } }),
  })
  const address = `${server.address}/posts`
  const keyed = (place: Asking['key']) => rules({ paging: null, total: null, key: place })
  const seen = async (secrets: Readonly<Record<string, string>>, place: Asking['key'] = null) => {
    const { exchanges, drafts, end } = await captureBy({ way: 'api/json', address, rules: keyed(place), secrets })
    expect(JSON.stringify(exchanges)).not.toContain(TOKEN)
    expect(end.outcome).toBe('complete')
    expect(drafts[0]?.media).toHaveLength(1)
    return server.asked.at(-1)
  }
  expect((await seen({ token: TOKEN }))?.headers.authorization).toBe(`Bearer ${TOKEN}`)
  expect((await seen({ user: 'clerk', password: TOKEN }))?.headers.authorization).toMatch(/^Basic /)
  expect((await seen({ key: TOKEN }, { in: 'head', name: 'X-Town-Key' }))?.headers['x-town-key']).toBe(TOKEN)
  expect((await seen({ key: TOKEN }, { in: 'query', name: 'k' }))?.url.searchParams.get('k')).toBe(TOKEN)
  // 127.0.0.1 with another port is another server.
  expect(pictures.asked.map(({ headers, url }) => [headers.authorization, headers['x-town-key'], url.search])).toEqual(
    pictures.asked.map(() => [undefined, undefined, '']),
  )
})
