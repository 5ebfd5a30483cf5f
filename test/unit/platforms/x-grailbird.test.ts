// What a clerk can rely on when an archive of X of before 2018 is read.
import { expect, test } from 'vitest'
import x from '../../../electron/core/intake/platforms/x/platform.ts'
import { grailbird } from '../../fixtures/grailbird.ts'
import { readFiles } from '../../support/read-platform.ts'

test('every post of months and table is read once, with its number, and the counts of the index are compared', async () => {
  const read = await readFiles(x, grailbird)
  expect(read.recognition).toMatchObject({
    layout: 'grailbird',
    confidence: 0.99,
    ownerHandle: 'alderbay',
    ownerNativeId: '281104733',
    ownerName: 'City of Alder Bay',
    generatedAt: Date.UTC(2016, 0, 2, 3, 4, 5),
  })
  expect(read.plan.files.map(({ name, type, use, claimed }) => [name, type, use, claimed])).toEqual([
    ['data/js/tweets/2010_06.js', 'grailbird-month', 'records', 1],
    ['data/js/tweets/2014_03.js', 'grailbird-month', 'records', 3],
    ['tweets.csv', 'grailbird-table', 'records', null],
    ['data/js/payload_details.js', 'manifest', 'unread', null],
    ['data/js/tweet_index.js', 'manifest', 'unread', null],
    ['data/js/user_details.js', 'manifest', 'unread', null],
    ['README.txt', 'readme', 'unread', null],
    ['index.html', 'viewer', 'unread', null],
    ['js/application.js', 'viewer', 'unread', null],
  ])
  expect(read.records.map(({ kind, nativeId, text, at, precision }) => [kind, nativeId, text, at, precision])).toEqual([
    ['post', '15000000001', 'Hello & welcome', Date.UTC(2010, 5, 1), 'day'],
    ['post', '441234567890123456', 'See http://t.co/a', Date.UTC(2014, 2, 5, 16, 12, 1), 'second'],
    ['repost', '441234567890123457', 'RT @mayor: Open today', Date.UTC(2014, 2, 5, 16, 12, 1), 'second'],
    ['reply', '441234567890123458', '@mayor yes', Date.UTC(2014, 2, 5, 16, 12, 1), 'second'],
    ['post', '449999999999999999', 'In the table, only', Date.UTC(2014, 2, 27, 1, 2, 3), 'second'],
  ])
  expect(read.itemsOf('tweets.csv').map(({ outcome }) => outcome.type)).toEqual([
    'passed-over',
    'passed-over',
    'record',
  ])
  expect(read.plan.findings).toEqual([])
})

test('links, pictures, places, and the post that was reposted', async () => {
  const { records } = await readFiles(x, grailbird)
  const [first, post, repost, , row] = records
  expect([
    post?.links,
    post?.media.map(({ names }) => names),
    post?.details.coordinates,
    first?.details.coordinates,
  ]).toEqual([
    [{ shown: 'alder.example/lake', target: 'https://alder.example/lake' }],
    [['441234567890123456-F1.jpg']],
    { type: 'Point', coordinates: [37.8, -122.2] },
    undefined,
  ])
  expect([repost?.parentNativeId, repost?.details.reposted]).toEqual([
    '441234567890000001',
    {
      id: '441234567890000001',
      handle: 'mayor',
      name: 'Mayor',
      userId: '99',
      createdAt: '2014-03-05 16:12:01 +0000',
      text: 'Open today',
    },
  ])
  expect(row?.links.map(({ target }) => target)).toEqual(['http://a.example/1', 'https://b.example/2'])
})

test('a post of an archive of today with the same words is the same version', async () => {
  const [old] = (
    await readFiles(x, {
      'data/js/tweets/2014_03.js': `Grailbird.data.tweets_2014_03 = [{"id_str":"441234567890123458","text":"@mayor yes &amp; no","geo":{},"entities":{"urls":[]},"created_at":"2014-03-05 16:12:01 +0000","in_reply_to_status_id_str":"44","in_reply_to_user_id_str":"99","user":{"screen_name":"alderbay"}}]`,
    })
  ).records
  const [now] = (
    await readFiles(x, {
      'data/tweets.js': `window.YTD.tweets.part0 = [{"tweet":{"id_str":"441234567890123458","full_text":"@mayor yes &amp; no","entities":{"urls":[]},"created_at":"Wed Mar 05 16:12:01 +0000 2014","in_reply_to_status_id_str":"44","in_reply_to_user_id_str":"99","favorite_count":"3"}}]`,
    })
  ).records
  expect(old).toMatchObject({ kind: now?.kind, nativeId: now?.nativeId, at: now?.at, author: 'alderbay' })
  expect(JSON.stringify(old?.content)).toBe(JSON.stringify(now?.content))
})

test('a table alone, a month that breaks off: what can be read is read', async () => {
  const alone = await readFiles(x, { 'export/tweets.csv': grailbird['tweets.csv'] })
  expect([alone.recognition?.layout, alone.records.length]).toEqual(['grailbird', 3])
  const month = grailbird['data/js/tweets/2014_03.js']
  const cut = await readFiles(x, { ...grailbird, 'data/js/tweets/2014_03.js': month.slice(0, month.length - 200) })
  expect([[...cut.damaged.keys()], cut.records.map(({ nativeId }) => nativeId).sort()]).toEqual([
    ['data/js/tweets/2014_03.js'],
    ['15000000001', '441234567890123456', '441234567890123457', '441234567890123458', '449999999999999999'],
  ])
})
