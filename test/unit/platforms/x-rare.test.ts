// Records that few accounts have, and what the account says of itself.
import { expect, test } from 'vitest'
import { handmade, readExport, records } from './x-support.ts'

const account = { 'data/account.js': [{ account: { username: 'AlderBayCity', accountId: '281104733' } }] }
const read = async (files: Readonly<Record<string, string | readonly unknown[]>>) =>
  records(await readExport([await handmade({ ...account, ...files })]))

test('the profile is a record; its pictures are found where the export holds them', async () => {
  const profile = {
    description: { bio: 'Official account.', website: 'https://t.co/a', location: 'Alder Bay' },
    avatarMediaUrl: 'https://pbs.example/profile_images/901/seal.jpg',
    headerMediaUrl: 'https://pbs.example/profile_banners/281104733/1630000000',
  }
  const [without] = await read({ 'data/profile.js': [{ profile }] })
  expect(without).toMatchObject({
    kind: 'profile',
    nativeId: '281104733',
    author: 'AlderBayCity',
    at: null,
    text: 'Official account.\nhttps://t.co/a\nAlder Bay',
    content: { bio: 'Official account.', website: 'https://t.co/a', location: 'Alder Bay' },
    media: [],
  })
  const files = { 'data/profile_media/281104733-seal.jpg': 'x', 'data/profile_media/281104733-1630000000.jpg': 'x' }
  const [found] = await read({ 'data/profile.js': [{ profile }], ...files })
  expect(found?.media.map(({ role, names }) => [role, names[0]])).toEqual([
    ['photo', '281104733-seal.jpg'],
    ['photo', '281104733-1630000000.jpg'],
  ])
})

test('a change of the handle is an event of the account', async () => {
  const change = {
    accountId: '281104733',
    screenNameChange: { changedAt: '2016-08-09T21:10:44.000Z', changedFrom: 'CityAlderBay', changedTo: 'AlderBayCity' },
  }
  expect(await read({ 'data/screen-name-change.js': [{ screenNameChange: change }] })).toMatchObject([
    {
      kind: 'account-event',
      nativeId: 'handle:2016-08-09T21:10:44.000Z:AlderBayCity',
      at: Date.UTC(2016, 7, 9, 21, 10, 44),
      text: 'The handle was changed from @CityAlderBay to @AlderBayCity.',
    },
  ])
})

test('likes and bookmarks name their post and claim no time and no author of it', async () => {
  const saved = { tweetId: '55', fullText: 'Fish &amp; chips', expandedUrl: 'https://x.example/55' }
  const files = {
    'data/like.js': [{ like: saved }, { like: { fullText: 'x' } }],
    'data/bookmark.js': [{ bookmark: saved }],
  }
  expect(
    (await read(files)).map(({ kind, nativeId, parentNativeId, at, text }) => [
      kind,
      nativeId,
      parentNativeId,
      at,
      text,
    ]),
  ).toEqual([
    ['like', '55', '55', null, 'Fish & chips'],
    ['bookmark', '55', '55', null, 'Fish & chips'],
  ])
})

test('moments, Spaces, articles and talks with Grok are records with their words', async () => {
  const sender = (name: string) => ({ value: '1', name, originalName: name.toUpperCase(), annotations: {} })
  const turn = (name: string, message: string) => ({
    grokChatItem: {
      chatId: '7',
      createdAt: '2025-10-23T13:11:59.692Z',
      sender: sender(name),
      message,
      accountId: '281104733',
    },
  })
  const drafts = await read({
    'data/moment.js': [
      {
        moment: {
          momentId: '70',
          createdAt: 'Fri Jul 05 16:00:00 +0000 2019',
          title: 'Lights',
          description: 'By the pier',
          tweets: [{ tweet: { tweetId: '5' } }],
        },
      },
    ],
    'data/spaces-metadata.js': [
      {
        spacesMetadata: {
          id: '1nAJ',
          creatorUserId: '1',
          speakers: [],
          createdAt: '2022-09-05T00:00:00.000Z',
          totalParticipated: '41',
        },
      },
    ],
    'data/article.js': [
      {
        article: {
          id: '90',
          title: 'Budget',
          data: { blocks: [{ text: 'First.', styles: ['bold'] }, { text: 'Second.' }] },
        },
      },
    ],
    'data/grok-chat-item.js': [turn('User', 'How?'), turn('Agent', 'So.'), turn('Agent', 'And so.')],
    'data/spaces_media/1nAJ-replay.m4a': 'sound',
  })
  expect(drafts.map(({ kind, nativeId, author, text }) => [kind, nativeId, author, text])).toEqual([
    ['moment', '70', 'AlderBayCity', 'Lights\nBy the pier'],
    ['space', '1nAJ', 'AlderBayCity', 'Space 1nAJ'],
    ['article', '90', 'AlderBayCity', 'Budget\nFirst.\nSecond.'],
    ['chat', '7:2025-10-23T13:11:59.692Z:USER:0', 'AlderBayCity', 'How?'],
    ['chat', '7:2025-10-23T13:11:59.692Z:AGENT:0', 'Grok', 'So.'],
    ['chat', '7:2025-10-23T13:11:59.692Z:AGENT:1', 'Grok', 'And so.'],
  ])
  expect(drafts[1]).toMatchObject({
    measures: [['participants', 41]],
    media: [{ role: 'audio', names: ['1nAJ-replay.m4a'] }],
  })
})
