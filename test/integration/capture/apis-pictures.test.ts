// Captures of servers that answer as published references say. Tumblr, Flickr, Nextdoor, Discourse (docs/capture.md).
import { expect, test } from 'vitest'
import { captureBy } from '../../support/replay.ts'
import { json, serve, TOKEN } from '../../support/replay-paths.ts'

test('Tumblr: posts in blocks, and the answers in their notes', async () => {
  const post = (id: string, notes: number) => ({
    object_type: 'post',
    type: 'blocks',
    id: Number(id),
    id_string: id,
    blog_name: 'city',
    post_url: `https://city.tumblr.com/post/${id}`,
    timestamp: 1790000000,
    state: 'published',
    tags: ['road'],
    note_count: notes,
    content: [{ type: 'text', text: `Post ${id}` }],
    layout: [],
    trail: [],
  })
  const server = await serve({
    '/v2/blog/city.tumblr.com/posts': (query) =>
      query.get('page_number') === null
        ? json({
            meta: { status: 200 },
            response: {
              posts: [post('22', 2)],
              _links: { next: { href: '/x', query_params: { page_number: 'k2', api_key: TOKEN } } },
            },
          })
        : json({ meta: { status: 200 }, response: { posts: [post('21', 0)] } }),
    '/v2/blog/city.tumblr.com/notes': () =>
      json({
        meta: { status: 200 },
        response: {
          notes: [
            { type: 'reply', timestamp: 1790000100, blog_name: 'resident', reply_text: 'Which road?' },
            { type: 'like', timestamp: 1790000050, blog_name: 'other' },
          ],
        },
      }),
  })
  const { drafts, end } = await captureBy({ way: 'api/tumblr', address: server.address, secrets: { key: TOKEN } })
  expect(end.outcome).toBe('complete')
  // Its pages are looked through a second time, because they are counted off.
  const said = drafts.map(({ kind, nativeId, author, text }) => [kind, nativeId.split(' @')[0], author, text])
  expect([...new Map(said.map((one) => [one[1], one])).values()]).toEqual([
    ['post', '22', 'city', 'Post 22'],
    ['comment', '22 resident', 'resident', 'Which road?'],
    ['post', '21', 'city', 'Post 21'],
  ])
})

test('Flickr: pictures by number and the comments on them; its own refusals in an answer of success are heard', async () => {
  const server = await serve({
    '/services/rest/': (query) => {
      switch (query.get('method')) {
        case 'flickr.people.findByUsername':
          return json({ stat: 'ok', user: { nsid: '12@N01', username: { _content: 'city' } } })
        case 'flickr.people.getPhotos':
          return json({
            stat: 'ok',
            photos: {
              page: 1,
              pages: 1,
              total: 1,
              photo: [
                {
                  id: '333',
                  owner: '12@N01',
                  title: 'Bridge',
                  description: { _content: 'At noon' },
                  dateupload: '1790000000',
                  ownername: 'City',
                  ispublic: 1,
                  media: 'photo',
                  tags: 'bridge noon',
                  views: '4',
                  latitude: 0,
                  longitude: 0,
                },
              ],
            },
          })
        default:
          return json({
            stat: 'ok',
            comments: {
              photo_id: '333',
              comment: [
                {
                  id: '12-333-9',
                  author: '99@N02',
                  authorname: 'R',
                  datecreate: '1790000200',
                  permalink: 'https://www.flickr.com/photos/city/333/#comment9',
                  _content: 'Lovely',
                },
              ],
            },
          })
      }
    },
  })
  const { drafts, end } = await captureBy({
    way: 'api/flickr',
    address: server.address,
    secrets: { key: TOKEN },
    scope: { kinds: ['comments'] },
  })
  expect(end.outcome).toBe('complete')
  expect(drafts.map(({ kind, nativeId, parentNativeId, text }) => [kind, nativeId, parentNativeId, text])).toEqual([
    ['photo', '333', null, 'Bridge\nAt noon'],
    ['comment', '12-333-9', '333', 'Lovely'],
  ])
  const invalid = await serve({
    '/services/rest/': () => json({ stat: 'fail', code: 100, message: 'Invalid API Key' }),
  })
  expect((await captureBy({ way: 'api/flickr', address: invalid.address, secrets: { key: TOKEN } })).end.outcome).toBe(
    'lapsed',
  )
})

test('Nextdoor and Discourse: what their references show is read, posts that are hidden with them', async () => {
  const nextdoor = await serve({
    '/me/profiles/': () => json([{ secure_profile_id: 'p9', name: 'City' }]),
    '/post/': (query) =>
      query.get('cursor') === null
        ? json({
            posts: [
              {
                id: 'n1',
                body: 'Water is off',
                creation_date: '2026-10-01T10:00:00Z',
                author: { name: 'City' },
                comments: [
                  {
                    id: 'k1',
                    parent_comment_id: null,
                    author_name: 'R',
                    body: 'Until when?',
                    creation_date: '2026-10-01T11:00:00Z',
                  },
                ],
              },
            ],
            next_cursor: 'c2',
          })
        : json({
            posts: [{ id: 'n0', body: 'Older', creation_date: '2026-09-01T10:00:00Z', author: { name: 'City' } }],
            next_cursor: null,
          }),
  })
  const one = await captureBy({ way: 'api/nextdoor', address: nextdoor.address, secrets: { token: TOKEN } })
  expect(one.end.outcome).toBe('complete')
  expect(one.drafts.map(({ kind, nativeId }) => [kind, nativeId])).toEqual([
    ['post', 'n1'],
    ['comment', 'k1'],
    ['post', 'n0'],
  ])

  const post = (id: number, number: number, more: object = {}) => ({
    id,
    topic_id: 7,
    post_number: number,
    username: 'r',
    created_at: '2026-10-01T10:00:00Z',
    updated_at: '2026-10-01T10:00:00Z',
    cooked: `<p>Post ${id}</p>`,
    version: 1,
    ...more,
  })
  const discourse = await serve({
    '/latest.json': (query) =>
      query.get('page') === '0'
        ? json({ topic_list: { more_topics_url: '/latest?page=1', topics: [{ id: 7 }] } })
        : json({ topic_list: { topics: [] } }),
    '/t/7.json': () => json({ id: 7, title: 'Parking', post_stream: { posts: [post(70, 1)], stream: [70, 71] } }),
    '/t/7/posts.json': () => json({ id: 7, post_stream: { posts: [post(71, 2, { hidden: true })] } }),
  })
  const two = await captureBy({ way: 'api/discourse', address: discourse.address })
  expect(two.end.outcome).toBe('complete')
  expect(
    two.drafts.map(({ kind, nativeId, text, details }) => [kind, nativeId, text, details.hidden ?? false]),
  ).toEqual([
    ['post', '70', 'Parking\nPost 70', false],
    ['reply', '71', 'Post 71', true],
  ])
})
