// Captures of servers that answer as published references say. Mastodon, ActivityPub, Bluesky, LocalWiki: earlier wordings, hidden answers, histories (docs/capture.md).
import { expect, test } from 'vitest'
import { captureBy } from '../../support/replay.ts'
import { json, serve } from '../../support/replay-paths.ts'

test('Mastodon: earlier wordings come before the last, answers beside them, numbers are addresses', async () => {
  const status = (id: string, more: object = {}) => ({
    id,
    uri: `https://town.test/users/city/statuses/${id}`,
    url: `https://town.test/@city/${id}`,
    created_at: '2026-10-01T10:00:00.000Z',
    edited_at: null,
    content: `<p>Status ${id}</p>`,
    spoiler_text: '',
    visibility: 'public',
    account: { id: '1', acct: 'city', username: 'city' },
    replies_count: 0,
    media_attachments: [],
    reblog: null,
    in_reply_to_id: null,
    ...more,
  })
  const server = await serve({
    '/api/v1/accounts/lookup': () => json({ id: '1', username: 'city' }),
    '/api/v1/accounts/1/statuses': (query) =>
      query.get('max_id') === null
        ? json([
            status('5', { content: '<p>Right words</p>', edited_at: '2026-10-01T11:00:00.000Z' }),
            status('4', { replies_count: 1 }),
          ])
        : query.get('max_id') === '4'
          ? json([status('3')])
          : json([]),
    '/api/v1/statuses/5/history': () =>
      json([
        {
          content: '<p>Wrong words</p>',
          spoiler_text: '',
          created_at: '2026-10-01T10:00:00.000Z',
          media_attachments: [],
        },
        {
          content: '<p>Right words</p>',
          spoiler_text: '',
          created_at: '2026-10-01T11:00:00.000Z',
          media_attachments: [],
        },
      ]),
    '/api/v1/statuses/4/context': () =>
      json({
        ancestors: [],
        descendants: [
          status('9', {
            uri: 'https://far.test/users/r/statuses/70',
            account: { acct: 'r@far.test' },
            in_reply_to_id: '4',
          }),
        ],
      }),
  })
  const { drafts, end } = await captureBy({ way: 'api/mastodon', address: server.address })
  expect(end.outcome).toBe('complete')
  expect(
    drafts.map(({ kind, nativeId, text, parentNativeId }) => [
      kind,
      nativeId.split('/').at(-1),
      text,
      parentNativeId?.split('/').at(-1) ?? null,
    ]),
  ).toEqual([
    ['post', '4', 'Status 4', null],
    ['post', '5', 'Wrong words', null],
    ['post', '5', 'Right words', null],
    ['reply', '70', 'Status 9', '4'],
    ['post', '3', 'Status 3', null],
  ])
})

test('ActivityPub: an outbox is found from the handle and followed to its end', async () => {
  const note = (address: string, id: number) => ({
    id: `${address}/act/${id}`,
    type: 'Create',
    actor: `${address}/users/city`,
    published: '2026-10-01T10:00:00Z',
    to: ['https://www.w3.org/ns/activitystreams#Public'],
    object: {
      id: `${address}/users/city/statuses/${id}`,
      type: 'Note',
      content: `<p>Note ${id}</p>`,
      published: '2026-10-01T10:00:00Z',
    },
  })
  const server = await serve({
    '/.well-known/webfinger': (query, _nth, address) =>
      json({
        subject: query.get('resource'),
        links: [{ rel: 'self', type: 'application/activity+json', href: `${address}/users/city` }],
      }),
    '/users/city': (_query, _nth, address) =>
      json({
        id: `${address}/users/city`,
        type: 'Organization',
        preferredUsername: 'city',
        name: 'City',
        outbox: `${address}/users/city/outbox`,
      }),
    '/users/city/outbox': (query, _nth, address) =>
      query.get('page') === null
        ? json({ type: 'OrderedCollection', totalItems: 2, first: `${address}/users/city/outbox?page=1` })
        : query.get('page') === '1'
          ? json({
              type: 'OrderedCollectionPage',
              next: `${address}/users/city/outbox?page=2`,
              orderedItems: [note(address, 2)],
            })
          : json({ type: 'OrderedCollectionPage', orderedItems: [note(address, 1)] }),
  })
  const { drafts, end } = await captureBy({ way: 'api/activitypub', address: server.address })
  expect(end.outcome).toBe('complete')
  expect(drafts.map(({ kind, text }) => [kind, text])).toEqual([
    ['profile', 'City'],
    ['post', 'Note 2'],
    ['post', 'Note 1'],
  ])
})

const DEFS = 'app.bsky.feed.defs'

test('Bluesky: answers that the author hid, and what is gone, in the view of a thread', async () => {
  const did = 'did:plc:city'
  // As app.bsky.feed.defs has it: threadViewPost, notFoundPost, blockedPost, threadgateView.
  const labelled = (one: ReturnType<typeof view>, val: string) => ({
    ...one,
    post: { ...one.post, labels: [{ src: 'did:plc:mod', uri: one.post.uri, val, cts: '2026-10-01T11:00:00.000Z' }] },
  })
  const view = (who: string, key: string, text: string, more: object = {}) => ({
    $type: `${DEFS}#threadViewPost`,
    post: {
      $type: `${DEFS}#postView`,
      indexedAt: '2026-10-01T10:00:01.000Z',
      uri: `at://${who}/app.bsky.feed.post/${key}`,
      cid: `bafy${key}`,
      author: { did: who, handle: `${who.split(':').at(-1)}.test` },
      record: {
        $type: 'app.bsky.feed.post',
        text,
        createdAt: '2026-10-01T10:00:00.000Z',
        reply: {
          root: { uri: `at://${did}/app.bsky.feed.post/a` },
          parent: { uri: `at://${did}/app.bsky.feed.post/a` },
        },
      },
    },
    ...more,
  })
  const server = await serve({
    '/xrpc/com.atproto.repo.describeRepo': () => json({ did, handle: 'city.test' }),
    '/xrpc/app.bsky.feed.getAuthorFeed': () =>
      json({ feed: [{ post: { uri: `at://${did}/app.bsky.feed.post/a`, replyCount: 3, author: { did } } }] }),
    '/xrpc/app.bsky.feed.getPostThread': () =>
      json({
        thread: view(did, 'a', 'Mine', {
          replies: [
            view('did:plc:r', 'b', 'Seen', {
              // Answers to answers, the account's own among them, and one that the platform itself took away.
              replies: [view(did, 'e', 'Thanks'), labelled(view('did:plc:u', 'f', 'Taken away'), '!takedown')],
            }),
            view('did:plc:s', 'c', 'Unseen'),
            { $type: `${DEFS}#notFoundPost`, notFound: true, uri: 'at://did:plc:t/app.bsky.feed.post/d' },
            {
              ...{ $type: `${DEFS}#blockedPost`, blocked: true, uri: 'at://did:plc:v/app.bsky.feed.post/g' },
              author: { did: 'did:plc:v' },
            },
          ],
        }),
        threadgate: { record: { hiddenReplies: ['at://did:plc:s/app.bsky.feed.post/c'] } },
      }),
  })
  const { drafts, end, outcomes } = await captureBy({
    way: 'api/bluesky',
    address: server.address,
    handle: 'city.test',
    scope: { kinds: ['replies'] },
  })
  expect(end.outcome).toBe('complete')
  expect(
    drafts.map(({ kind, nativeId, author, details }) => [kind, nativeId, author, details.hidden ?? false]),
  ).toEqual([
    ['reply', 'at://did:plc:r/app.bsky.feed.post/b', 'r.test', false],
    ['reply', 'at://did:plc:u/app.bsky.feed.post/f', 'u.test', true],
    ['reply', 'at://did:plc:s/app.bsky.feed.post/c', 's.test', true],
  ])
  const said = outcomes.flatMap((outcome) => (outcome.type === 'passed-over' ? [outcome.reason] : []))
  expect(said.filter((reason) => reason.includes('is gone, or is shown to nobody here'))).toHaveLength(2)
  expect(said.filter((reason) => reason.includes('own post in a view of its answers'))).toHaveLength(2)
})

test('LocalWiki: histories come before what stands now, and what stands now is their newest version', async () => {
  const page = {
    url: 'http://w/api/v4/pages/1/',
    name: 'Lake',
    slug: 'lake',
    content: '<p>New</p>',
    region: 'http://w/api/v4/regions/3/',
    tags: [],
  }
  const entry = (id: number, content: string) => ({
    ...page,
    content,
    history_id: id,
    history_date: `2026-10-0${id}T10:00:00`,
    history_type: id === 1 ? 0 : 1,
    history_user: null,
    history_comment: '',
  })
  const list = (results: object[]) => json({ count: results.length, next: null, previous: null, results })
  const server = await serve({
    '/api/v4/regions/': () => list([{ url: 'http://w/api/v4/regions/3/', slug: 'oakland', full_name: 'Oakland' }]),
    '/api/v4/pages_history/': () => list([entry(1, '<p>Old</p>'), entry(2, '<p>New</p>')]),
    '/api/v4/pages/': () => list([page]),
  })
  const { drafts, end } = await captureBy({
    way: 'api/localwiki',
    address: server.address,
    handle: 'oakland',
    scope: { kinds: ['pages'] },
  })
  expect(end.outcome).toBe('complete')
  expect(drafts.map(({ kind, nativeId, text }) => [kind, nativeId, text])).toEqual([
    ['page', drafts[0]?.nativeId, 'Lake\nOld'],
    ['page', drafts[0]?.nativeId, 'Lake\nNew'],
    ['page', drafts[0]?.nativeId, 'Lake\nNew'],
  ])
  expect(drafts[2]?.content).toEqual(drafts[1]?.content)
})
