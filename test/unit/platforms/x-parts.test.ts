// The small parts of the X reader: times, ids, notes kept on disk, files of a post.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countOf } from '../../../electron/core/intake/kit/value.ts'
import { byteStore } from '../../../electron/core/intake/platforms/x/byte-store.ts'
import { parseElement } from '../../../electron/core/intake/platforms/x/elements.ts'
import { typeNamed } from '../../../electron/core/intake/platforms/x/file-type.ts'
import { headOf } from '../../../electron/core/intake/platforms/x/head.ts'
import { idSet } from '../../../electron/core/intake/platforms/x/id-set.ts'
import { isoTime, sourceTime, timeOfId, tweetTime } from '../../../electron/core/intake/platforms/x/time.ts'
import { snowflake, tweetTime as written } from '../../fixtures/x/time.ts'
import { temporary } from './x-support.ts'

const moment = fc.integer({ min: Date.UTC(2006, 2, 21), max: Date.UTC(2099, 0, 1) })

describe('times', () => {
  test('are read as X writes them, both ways', () => {
    fc.assert(
      fc.property(moment, (at) => {
        const second = at - (at % 1000)
        expect(tweetTime(written(at))).toBe(second)
        expect(isoTime(new Date(at).toISOString())).toBe(at)
      }),
    )
  })

  test('of ids since November 2010 are what X put into them; older ids have none', () => {
    const given = fc.integer({ min: Date.UTC(2010, 10, 5), max: Date.UTC(2079, 0, 1) })
    fc.assert(
      fc.property(given, fc.integer({ min: 0, max: 4095 }), (at, more) => {
        expect(timeOfId(snowflake(at, more))).toBe(at)
      }),
    )
    expect(['20', '29700000000', 'abc', '-1', ''].map(timeOfId)).toEqual([null, null, null, null, null])
  })

  test.each([
    'Thu Feb 29 12:35:53 +0000 2025',
    'Thu Feb 00 12:35:53 +0000 2025',
    'Thu Feb 20 24:00:00 +0000 2025',
    'Thu Feb 20 12:35:60 +0000 2025',
    'Thu Fev 20 12:35:53 +0000 2025',
    'Thu Feb 2x 12:35:53 +0000 2025',
    'Thu Feb 20 12:35:53 +0100 2025',
    'Thu Feb 20 12:35:53 +0000 2025 ',
    '2025-02-30T12:35:53.000Z',
    '2025-02-20T12:35:53',
    '2025-02-20T12:35:53+01:00',
    '2025-02-20 12:35:53',
    '',
  ])('that are not exactly that are not guessed: %j', (text) => {
    expect(tweetTime(text) ?? isoTime(text)).toBeNull()
  })

  test('know how exact they are', () => {
    expect(sourceTime('2025-02-20T12:35:53.400Z', null)).toMatchObject({
      precision: 'millisecond',
      sourceZone: 'UTC',
      odd: false,
    })
    expect(sourceTime('2025-02-20T12:35:53Z', null)).toMatchObject({ precision: 'second', odd: false })
    expect(sourceTime(undefined, null)).toMatchObject({ at: null, precision: 'unknown', odd: false })
    expect(sourceTime('2025-02-20T12:35:53Z', Date.UTC(2024, 0, 1))).toMatchObject({ at: null, odd: true })
  })
})

test('a set of ids answers as any set would', () => {
  const id = fc.oneof(
    fc.bigInt({ min: 0n, max: 2n ** 63n }).map(String),
    fc.integer({ min: 0, max: 30 }).map(String),
    fc.string(),
    fc.constant('007'),
  )
  fc.assert(
    fc.property(fc.array(id, { maxLength: 3000 }), fc.array(id, { maxLength: 20 }), (added, asked) => {
      const [set, plain] = [idSet(), new Set(added)]
      for (const one of added) set.add(one)
      expect([...added.slice(0, 20), ...asked].map((one) => set.has(one))).toEqual(
        [...added.slice(0, 20), ...asked].map((one) => plain.has(one)),
      )
    }),
    { numRuns: 30 },
  )
})

test('bytes come back as they were, from memory and from the file that takes over', async () => {
  const folder = await temporary()
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 30 }),
      fc.integer({ min: 0, max: 400 }),
      (all, inMemory) => {
        const store = byteStore(folder, inMemory)
        const places = all.map((bytes) => store.put(bytes))
        expect(places.map((place) => [...store.get(place)])).toEqual(all.map((bytes) => [...bytes]))
        store.close()
      },
    ),
    { numRuns: 40 },
  )
})

test.each([
  ['window.YTD.tweets.part0 = [', { kind: 'data', type: 'tweets', global: 'tweets', part: 0 }],
  ['\uFEFF\n window.YTD.tweet.part12=[', { kind: 'data', type: 'tweets', global: 'tweet', part: 12 }],
  [
    'window.YTD.direct_message_group.part0 = [',
    { kind: 'data', type: 'direct-messages-group', global: 'direct_message_group', part: 0 },
  ],
  ['window.__THAR_CONFIG = {', { kind: 'manifest' }],
  ['Grailbird.data.tweets_2014_03 = [', { kind: 'data', type: 'grailbird-month', global: 'grailbird', part: 0 }],
  ['var tweet_index = [', { kind: 'grailbird', about: 'index' }],
  ['// window.YTD.tweets.part0 = [', null],
  ['window.YTD.tweets = [', null],
])('the head %j says what a file is', (text, head) => {
  expect(headOf(text)).toEqual(head)
})

test('one type has one name, however the manifest or the file writes it', () => {
  expect(['twitterCircleTweet', 'twitter_circle_tweet', 'twitter-circle-tweet'].map(typeNamed)).toEqual(
    Array(3).fill('twitter-circle-tweet'),
  )
  expect(['tweet', 'article', 'directMessage'].map(typeNamed)).toEqual(['tweets', 'twitter-article', 'direct-messages'])
})

test('a count is a whole number that is not negative, or nothing', () => {
  expect(['12', 0, '0'].map(countOf)).toEqual([12, 0, 0])
  expect(['NaN', '-5', '', ' 3', '1e3', '1.5', 1.5, -1, null, undefined, '9'.repeat(16)].map(countOf)).toEqual(
    Array(11).fill(null),
  )
})

test('an element that is too large or malformed is said to be so, and is not parsed', () => {
  expect(parseElement({ index: 3, start: 9, length: 90_000_000, tooLarge: true, bytes: null })).toMatchObject({
    ok: false,
    code: 'item-too-large',
  })
  const bytes = Buffer.from('{"tweet":')
  expect(parseElement({ index: 3, start: 9, length: 9, tooLarge: false, bytes })).toMatchObject({
    ok: false,
    code: 'item-malformed',
  })
})
