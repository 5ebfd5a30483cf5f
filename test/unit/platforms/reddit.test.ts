// What a clerk can rely on when a whole export of Reddit is read: every table has its line.
import { expect, test } from 'vitest'
import reddit from '../../../electron/core/intake/platforms/reddit/platform.ts'
import * as built from '../../fixtures/reddit.ts'
import { readFiles } from '../../support/read-platform.ts'

test('posts, what is scheduled and drafted, announcements, votes, awards and bookmarks are records', async () => {
  const read = await readFiles(reddit, built.reddit)
  expect(read.recognition).toMatchObject({ confidence: 0.99, ownerHandle: 'alderbay' })
  expect(
    read.records.map(({ kind, nativeId, author, text, state, at }) => [kind, nativeId, author, text, state, at]),
  ).toEqual([
    ['message', 'a1', 'reddit', 'New rules\nRead them', 'live', Date.UTC(2024, 2, 1, 12)],
    ['post', 'draft d1', 'alderbay', 'Later\nNot yet', 'draft', Date.UTC(2024, 2, 4, 12)],
    ['post', 't3_p1', 'alderbay', 'Title\nBody', 'live', Date.UTC(2024, 2, 5, 12)],
    ['post', 'scheduled s1', 'alderbay', 'Weekly\nQuestions, please', 'draft', Date.UTC(2024, 3, 1, 12)],
    [
      'reaction',
      'award given https://www.reddit.example/r/alder/comments/p1/title/ @ 2024-03-02T12:00:00Z',
      'alderbay',
      'Gold',
      'live',
      Date.UTC(2024, 2, 2, 12),
    ],
    [
      'reaction',
      'award received https://www.reddit.example/r/alder/comments/p1/title/ neighbor @ 2024-03-03T12:00:00Z',
      'neighbor',
      'gid_1',
      'live',
      Date.UTC(2024, 2, 3, 12),
    ],
    ['reaction', 'poll t3_p9 2', 'alderbay', 'Lakeside', 'live', null],
    ['bookmark', 't3_p1', 'alderbay', 'https://www.reddit.example/r/alder/comments/p1/title/', 'live', null],
  ])
  expect(read.records.find(({ nativeId }) => nativeId === 't3_p1')?.measures).toEqual([['gildings', 2]])
  expect(JSON.stringify(read.records)).not.toMatch(/203\.0\.113|clerk@/)
})

test('no table is unknown: what is no record of the account is kept unread, with its reason and group', async () => {
  const read = await readFiles(reddit, built.reddit)
  const unread = read.plan.files.filter(({ use }) => use === 'unread')
  expect(read.plan.files).toHaveLength(Object.keys(built.reddit).length)
  expect(unread.every(({ note }) => note?.endsWith('.') === true)).toBe(true)
  const groups = Object.groupBy(unread, ({ group }) => group ?? 'none')
  expect(
    Object.fromEntries(Object.entries(groups).map(([group, files]) => [group, files?.map(({ name }) => name)])),
  ).toEqual({
    other: ['comment_headers.csv', 'messages_archive_headers.csv', 'post_headers.csv'],
    contacts: ['friends.csv', 'moderated_subreddits.csv', 'subscribed_subreddits.csv'],
    'log-ins': ['ip_logs.csv', 'linked_identities.csv'],
    advertising: ['sensitive_ads_preferences.csv'],
    viewer: ['checkfile.csv'],
    settings: [
      'account_gender.csv',
      'birthdate.csv',
      'hidden_posts.csv',
      'linked_phone_number.csv',
      'multireddits.csv',
      'payouts.csv',
      'persona.csv',
      'purchases.csv',
      'statistics.csv',
      'stripe.csv',
      'subscriptions.csv',
      'twitter.csv',
      'user_preferences.csv',
    ],
  })
})
