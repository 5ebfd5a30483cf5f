// What a clerk can rely on when an archive of Mastodon holds more than plain posts.
import { expect, test } from 'vitest'
import mastodon from '../../../electron/core/intake/platforms/mastodon/platform.ts'
import { mastodon as built } from '../../fixtures/small-platforms.ts'
import { readFiles } from '../../support/read-platform.ts'

const owner = 'https://m.example/users/alderbay'
const create = (id: string, object: Readonly<Record<string, unknown>>, to: readonly string[] = ['as:Public']) => ({
  id: `https://m.example/${id}/activity`,
  type: 'Create',
  actor: owner,
  published: '2024-03-05T12:00:00Z',
  to,
  cc: [],
  object: {
    id: `https://m.example/${id}`,
    type: 'Note',
    published: '2024-03-05T12:00:00Z',
    content: '<p>Words</p>',
    ...object,
  },
})
const outbox = (items: readonly unknown[]) =>
  JSON.stringify({ id: 'outbox.json', type: 'OrderedCollection', totalItems: items.length, orderedItems: items })

test('polls with votes and voters, quotes, places, direct posts, a boost of what is given whole', async () => {
  const read = await readFiles(mastodon, {
    'actor.json': built['actor.json'],
    'outbox.json': outbox([
      create('1', {
        type: 'Question',
        anyOf: [
          { type: 'Note', name: 'Yes', replies: { type: 'Collection', totalItems: 3 } },
          { type: 'Note', name: 'No', replies: { type: 'Collection', totalItems: 1 } },
        ],
        endTime: '2024-03-06T12:00:00Z',
        votersCount: 4,
      }),
      create('2', { quote: 'https://o.example/5', location: { type: 'Place', name: 'Lake Park' } }, [
        `${owner}/followers`,
      ]),
      create('3', { updated: '2024-03-07T00:00:00Z' }, ['https://o.example/users/ann']),
      {
        type: 'Announce',
        actor: owner,
        published: '2024-03-06T12:00:00Z',
        to: ['as:Public'],
        object: { id: 'https://m.example/3', type: 'Note' },
      },
      { id: 'x', type: 'Delete', actor: owner, object: 'https://m.example/9' },
      'nonsense',
    ]),
  })
  const [, poll, quote, direct, boost] = read.records
  expect([poll?.text, poll?.details.poll, poll?.details.pollAllows, poll?.details.pollEnds, poll?.measures]).toEqual([
    'Words\nYes\nNo',
    ['Yes', 'No'],
    'several choices',
    '2024-03-06T12:00:00Z',
    [
      ['votes: Yes', 3],
      ['votes: No', 1],
      ['voters', 4],
    ],
  ])
  expect([quote?.details.quoted, quote?.details.place, quote?.details.visibility, quote?.links.at(-1)?.target]).toEqual(
    ['https://o.example/5', 'Lake Park', 'followers only', 'https://o.example/5'],
  )
  expect([direct?.details.visibility, direct?.details.edited, boost?.kind, boost?.parentNativeId]).toEqual([
    'direct',
    '2024-03-07T00:00:00Z',
    'repost',
    'https://m.example/3',
  ])
  expect(read.items.map(({ outcome }) => outcome.type).slice(-2)).toEqual(['passed-over', 'failed'])
})

test('the profile with its fields and pictures; posts that lie by themselves, whoever wrote them', async () => {
  const read = await readFiles(mastodon, {
    'actor.json': JSON.stringify({
      id: owner,
      type: 'Person',
      preferredUsername: 'alderbay',
      name: 'Alder Bay',
      summary: '<p>News of the <a href="https://alder.example">city</a></p>',
      outbox: 'outbox.json',
      icon: { type: 'Image', url: 'avatar.png' },
      attachment: [{ type: 'PropertyValue', name: 'Phone', value: '311' }],
    }),
    'avatar.png': 'not really a picture',
    'one.json': JSON.stringify(create('1', {})),
    'other.json': JSON.stringify({
      id: 'https://o.example/5',
      type: 'Note',
      attributedTo: 'https://o.example/users/ann',
      to: ['as:Public'],
      content: 'Hi',
      published: '2024-03-05T12:00:00Z',
    }),
  })
  expect(
    read.records.map(({ kind, author, text, links, media }) => [
      kind,
      author,
      text,
      links.length,
      media.flatMap(({ names }) => names),
    ]),
  ).toEqual([
    ['profile', 'alderbay', 'Alder Bay\nNews of the city\nPhone: 311', 1, ['avatar.png']],
    ['post', 'alderbay', 'Words', 0, []],
    ['post', 'ann', 'Hi', 0, []],
  ])
})

test('tables of other accounts are kept unread as contacts, a table of bookmarks is read', async () => {
  const read = await readFiles(mastodon, {
    'following_accounts.csv': 'Account address,Show boosts,Notify on new posts,Languages\nann@o.example,true,false,\n',
    'blocked_domains.csv': '#domain,#severity\nbad.example,suspend\n',
    'lists.csv': 'Press,ann@o.example\nPress,ben@p.example\n',
    'bookmarks.csv': 'https://o.example/users/ann/statuses/1\nhttps://p.example/@ben/2\n',
  })
  expect(read.plan.files.map(({ name, use, group }) => [name, use, group])).toEqual([
    ['blocked_domains.csv', 'unread', 'contacts'],
    ['following_accounts.csv', 'unread', 'contacts'],
    ['lists.csv', 'unread', 'contacts'],
    ['bookmarks.csv', 'records', undefined],
  ])
  expect(read.records.map(({ kind, nativeId }) => [kind, nativeId])).toEqual([
    ['bookmark', 'https://o.example/users/ann/statuses/1'],
    ['bookmark', 'https://p.example/@ben/2'],
  ])
})
