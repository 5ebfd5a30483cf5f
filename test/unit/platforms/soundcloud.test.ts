// What a clerk can rely on when SoundCloud's feeds, answers and tables are read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import podcast from '../../../electron/core/intake/platforms/podcast/platform.ts'
import soundcloud from '../../../electron/core/intake/platforms/soundcloud/platform.ts'
import { show } from '../../fixtures/feeds.ts'
import * as built from '../../fixtures/soundcloud.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')

test('its feeds are SoundCloud’s and nobody else’s; other feeds are podcasts’', async () => {
  const own = { 'feed.xml': built.feed }
  expect((await readFiles(soundcloud, own)).recognition).toMatchObject({
    title: 'SoundCloud',
    confidence: 0.9,
    ownerHandle: 'alderbay',
    ownerNativeId: '9001',
    ownerName: 'Alder Bay Talks',
  })
  expect((await readFiles(podcast, own)).recognition).toBeNull()
  const other = { 'feed.xml': show() }
  expect((await readFiles(soundcloud, other)).recognition).toBeNull()
  // A show that moved keeps its guids.
  const moved = {
    'feed.xml': built.feed.replaceAll('http://feeds.soundcloud.com/users', 'https://feeds.example/users'),
  }
  expect((await readFiles(soundcloud, moved)).recognition).toBeNull()
  expect((await readFiles(podcast, moved)).recognition?.confidence).toBe(0.85)
  // The clerk may overrule: it is read all the same.
  expect(countKinds((await readFiles(podcast, own)).records)).toEqual({ episode: 2, profile: 1 })
})

test('a track is one record, whether a feed or the interface gives it', async () => {
  const fromFeed = await readFiles(soundcloud, { 'feed.xml': built.feed })
  const fromApi = await readFiles(soundcloud, built.api)
  const facts = ({ records }: typeof fromFeed) =>
    records
      .filter(({ kind }) => kind === 'episode')
      .map(({ nativeId, content }) => ({ nativeId, content }))
      .sort((one, other) => one.nativeId.localeCompare(other.nativeId))
  expect(facts(fromFeed)).toEqual([
    { nativeId: '50001', content: { title: 'First', words: 'About fish' } },
    { nativeId: '50002', content: { title: 'Second', words: '' } },
  ])
  expect(facts(fromApi).slice(0, 2)).toEqual(facts(fromFeed))
  expect(fromFeed.records.at(-1)).toMatchObject({ kind: 'profile', nativeId: 'feed soundcloud:users:9001' })
  expect(fromFeed.plan.findings.map(({ code }) => code)).toEqual(['feed-continues'])
})

test('a second page is known by the address it gives as its own; without one it is told as missing, and read all the same', async () => {
  const named = built.feed
    .replace(/<atom:link [^>]*rel="next"\/>/, '')
    .replaceAll(/5000(?=[12])/g, '4000')
    .replace('sounds.rss" rel="self"', 'sounds.rss?before=50001" rel="self"')
  const nameless = named.replace(/<atom:link [^>]*rel="self"\/>/, '')
  const read = async (second: string) => {
    const { records, plan } = await readFiles(soundcloud, { 'feed.xml': built.feed, 'older.xml': second })
    return [
      plan.findings.map(({ code, file }) => [code, file]),
      records.flatMap(({ kind, nativeId }) => (kind === 'episode' ? [nativeId] : [])).sort(),
    ]
  }
  const tracks = ['40001', '40002', '50001', '50002']
  expect(await read(named)).toEqual([[], tracks])
  expect(await read(nameless)).toEqual([[['feed-continues', 'feed.xml']], tracks])
})

test('tracks, comments at their moments, playlists, likes, reposts and the profile are records', async () => {
  const read = await readFiles(soundcloud, built.api)
  expect(read.recognition).toMatchObject({ ownerHandle: 'alderbay', ownerNativeId: '9001', ownerName: 'Alder Bay' })
  expect(
    read.records.map(({ kind, nativeId, author, text, parentNativeId }) => [
      kind,
      nativeId,
      author,
      text,
      parentNativeId,
    ]),
  ).toEqual([
    ['profile', '9001', 'Alder Bay', 'Alder Bay\nCity of Alder Bay\nTalks of the council', null],
    ['comment', '700', 'Ana', 'Well said', '50001'],
    ['comment', '701', '', 'And?', '50001'],
    ['like', 'like track 60001', '', 'Birds', '60001'],
    ['repost', 'repost track 60002', '', 'Rain', '60002'],
    ['playlist', 'playlist 800', 'Alder Bay', 'All talks\nIn order', null],
    ['episode', '50001', 'Alder Bay', 'First\nAbout fish', null],
    ['episode', '50002', 'Alder Bay', 'Second', null],
    ['episode', '50003', 'Alder Bay', 'Draft', null],
  ])
  expect(read.items.filter(({ outcome }) => outcome.type === 'failed').length).toBe(1)
  const of = (id: string) => read.records.find(({ nativeId }) => nativeId === id)
  expect(of('50001')).toMatchObject({
    at: Date.UTC(2016, 0, 28, 12, 34, 56),
    atSource: '2016/01/28 12:34:56 +0000',
    details: { seconds: 638.5, tags: ['fish', 'city council', 'geo:lat=37.8'], visibility: 'public', licence: 'cc-by' },
    measures: [
      ['plays', 7],
      ['comments', 1],
    ],
    media: [{ role: 'audio', names: ['sounds/50001-alderbay-talk.mp3'], directory: '', alt: null }],
  })
  expect(of('50003')).toMatchObject({
    details: { visibility: 'private' },
    media: [{ names: ['sounds/draft-talk.wav'] }],
  })
  expect(of('700')?.details).toEqual({ atSecond: 62.5, user: '9002' })
  expect(read.plan.files.find(({ name }) => name === 'followers.json')).toMatchObject({
    use: 'unread',
    group: 'contacts',
  })
})

test('tables are read by their columns, what they do not name is kept beside, log-ins are kept unread', async () => {
  const read = await readFiles(soundcloud, built.tables)
  expect(read.recognition?.confidence).toBeGreaterThan(0.5)
  expect(
    read.records.map(({ kind, nativeId, text, author, parentNativeId }) => [
      kind,
      nativeId,
      text,
      author,
      parentNativeId,
    ]),
  ).toEqual([
    ['comment', '700', 'Well, said', 'Ana', '50001'],
    ['episode', '50001', 'First\nAbout fish', '', null],
  ])
  expect(read.records[1]?.details).toMatchObject({ visibility: 'public', other: { Mood: 'calm' } })
  expect(read.records[0]).toMatchObject({ sourceZone: 'unknown' })
  expect(read.plan.files.find(({ name }) => name === 'logins.csv')).toMatchObject({ use: 'unread', group: 'log-ins' })
})

test('tables and answers that say nothing of SoundCloud are not taken for its', async () => {
  const files = {
    'a.csv': 'Title,Url,Created At\r\nA,https://a.example,2016-01-01\r\n',
    'b.json': '[{"title":"A","id":1},{"title":"B","id":2}]',
    'd.csv': 'Date,Title,Body\r\n2020-01-01,A,See soundcloud.com/alderbay\r\n',
    'c.json': '{"data":[{"uri":"/videos/1","name":"A","duration":1}]}',
  }
  expect((await readFiles(soundcloud, files)).recognition).toBeNull()
})

describe.skipIf(!existsSync(samples))('a real feed of SoundCloud', () => {
  test('gives as many tracks as it has guids, by grep', async () => {
    const path = join(samples, 'soundcloud/akupila__node-podcast-parser')
    const read = await readPaths(soundcloud, [path])
    // grep -c '<item>' is 54, and 54 guids differ; every one has an enclosure.
    expect(countKinds(read.records)).toEqual({ episode: 54, profile: 1 })
    expect(new Set(read.records.map(({ nativeId }) => nativeId)).size).toBe(55)
    expect(read.records.slice(0, -1).every(({ details, at }) => details.seconds !== undefined && at !== null)).toBe(
      true,
    )
    expect(read.recognition).toMatchObject({ ownerHandle: 'graphistania', ownerNativeId: '141739624' })
    expect(read.findings).toEqual([])
    expect((await readPaths(podcast, [path])).recognition).toBeNull()
  })
})
