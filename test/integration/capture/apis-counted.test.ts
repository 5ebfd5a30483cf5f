// Captures of servers that answer as published references say. Lists that are counted off by number shift while somebody deletes: they are looked through a
// second time, and nothing in them is lost (docs/capture.md).
import { describe, expect, test } from 'vitest'
import { captureBy } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

const COMPLETE = { outcome: 'complete', stop: { met: true } }

describe('lists that are counted off, of which an item is deleted while their first page is read', () => {
  /** Pages of two of what is left; the first item goes once the first page came. */
  const shifting = () => {
    const items = [1, 2, 3, 4, 5]
    let asked = 0
    return (at: number) => {
      const shown = items.slice(at, at + 2)
      const more = items.length > at + 2
      if (asked++ === 0) items.shift()
      return { shown, more }
    }
  }

  test('Discourse loses no topic', async () => {
    const turn = shifting()
    const topic = (id: number) => [
      `/t/${id}.json`,
      () =>
        json({
          ...{ id, title: `Topic ${id}` },
          post_stream: { posts: [{ id: id * 10, topic_id: id, post_number: 1, cooked: `<p>${id}</p>` }], stream: [] },
        }),
    ]
    const server = await serve({
      '/latest.json': (query) => {
        const { shown, more } = turn(Number(query.get('page')) * 2)
        return json({ topic_list: { topics: shown.map((id) => ({ id })), ...(more ? { more_topics_url: '/l' } : {}) } })
      },
      ...Object.fromEntries([1, 2, 3, 4, 5].map(topic)),
    })
    const { end, drafts } = await captureBy({ way: 'api/discourse', address: server.address })
    expect(end).toMatchObject(COMPLETE)
    expect(drafts.map(({ nativeId }) => nativeId).toSorted()).toEqual(['10', '20', '30', '40', '50'])
  })

  test('Vimeo loses no video', async () => {
    const turn = shifting()
    const server = await serve({
      '/users/city': () => json({ uri: '/users/55', name: 'City' }),
      '/users/55/videos': (query) => {
        const page = Number(query.get('page') ?? 1)
        const { shown, more } = turn((page - 1) * 2)
        const data = shown.map((id) => ({
          uri: `/videos/${id}`,
          name: `Video ${id}`,
          duration: 3,
          privacy: {},
          embed: {},
        }))
        return json({ paging: { next: more ? `/users/55/videos?page=${page + 1}` : null }, data })
      },
    })
    const { end, drafts } = await captureBy({ way: 'api/vimeo', address: server.address, secrets: { token: TOKEN } })
    expect(end).toMatchObject(COMPLETE)
    const videos = new Set(drafts.flatMap(({ kind, nativeId }) => (kind === 'video' ? [nativeId] : [])))
    expect([...videos].toSorted()).toEqual(['1', '2', '3', '4', '5'])
  })

  test('LocalWiki loses no page', async () => {
    const turn = shifting()
    const wiki = (id: number) => ({
      url: `http://w/api/v4/pages/${id}/`,
      name: `Page ${id}`,
      slug: `${id}`,
      content: '',
    })
    const server = await serve({
      '/api/v4/regions/': () => json({ results: [{ slug: 'oakland' }] }),
      '/api/v4/pages_history/': () => json({ next: null, results: [] }),
      '/api/v4/pages/': (query, _nth, address) => {
        const offset = Number(query.get('offset') ?? 0)
        const { shown, more } = turn(offset)
        return json({
          next: more ? `${address}/api/v4/pages/?limit=2&offset=${offset + 2}` : null,
          results: shown.map(wiki),
        })
      },
    })
    const { end, drafts } = await captureBy({
      ...{ way: 'api/localwiki', address: server.address, handle: 'oakland', scope: { kinds: ['pages'] } },
    })
    expect(end).toMatchObject(COMPLETE)
    expect(new Set(drafts.map(({ text }) => text))).toEqual(new Set([1, 2, 3, 4, 5].map((id) => `Page ${id}`)))
  })
})
