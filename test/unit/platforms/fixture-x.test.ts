// The X fixtures keep their word: what their facts say is what a plain reading of the archives finds.
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { demoExports } from '../../fixtures/x/demo.ts'
import { unescapeText } from '../../fixtures/x/entities.ts'
import type { PostKind, XFacts } from '../../fixtures/x/facts.ts'
import { hostileExport } from '../../fixtures/x/hostile.ts'
import { hostilePosts } from '../../fixtures/x/hostile-posts.ts'
import { dataFileText } from '../../fixtures/x/json.ts'
import { millionTweets } from '../../fixtures/x/million.ts'
import * as read from '../../fixtures/x/read-back.ts'
import { multiPartExport, type SmallOptions, smallExport } from '../../fixtures/x/small.ts'

let dir = ''
let demo: Awaited<ReturnType<typeof demoExports>>
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'fixture-x-'))
  demo = await demoExports(join(dir, 'demo'), 7)
}, 60_000)
afterAll(async () => await rm(dir, { recursive: true }))

const sorted = (values: Iterable<string> | undefined): readonly string[] => [...(values ?? [])].toSorted()
const mediaOf = (facts: XFacts): readonly string[] => facts.posts.flatMap((post) => post.media.map(({ path }) => path))
const fileOf: Record<PostKind, string> = {
  tweet: 'tweets',
  community: 'community-tweet',
  circle: 'twitter-circle-tweet',
  deleted: 'deleted-tweets',
}

describe.each(['first', 'second'] as const)('the %s export of the demonstration', (which) => {
  let facts: XFacts
  let found: Map<string, Buffer>
  beforeAll(async () => {
    facts = demo[which].facts
    found = await read.members(demo[which].path)
  })
  const data = (name: string): Buffer | undefined => found.get(`data/${name}.js`)

  test('is named as X names archives and holds the members it says, byte for byte', () => {
    expect(basename(demo[which].path)).toMatch(/^twitter-\d{4}-\d{2}-\d{2}-[0-9a-f]{64}\.zip$/)
    expect([...found].map(([path, bytes]) => ({ path, sha256: read.digest(bytes) }))).toEqual(facts.members)
  })

  test('claims in its manifest as many elements as its files hold', () => {
    const told = facts.files.map(({ written, claimed: _, ...file }) => ({ ...file, count: String(written) }))
    expect(read.claims(data('manifest'))).toEqual(told.toSorted((a, b) => (a.type < b.type ? -1 : 1)))
    const counted = facts.files.map(({ fileName }) => read.records(found.get(fileName)).length)
    expect(counted).toEqual(facts.files.map(({ written }) => written))
    expect(counted.filter((count) => count === 0).length).toBeGreaterThan(20)
  })

  test.each(['tweet', 'community', 'circle', 'deleted'] as const)('holds the %s posts its facts tell of', (kind) => {
    const told = facts.posts.filter((post) => post.kind === kind)
    expect(told.length).toBeGreaterThan(2)
    expect(read.posts(data(fileOf[kind]))).toEqual(
      told.map(({ id, createdAt, fullText, text, lang, likes, shares }) => ({
        id,
        createdAt,
        fullText,
        text,
        lang,
        likes,
        shares,
      })),
    )
  })

  test('has unique ids, and no post longer than X allows', () => {
    const ids = [...facts.posts, ...facts.messages].map(({ id }) => id).concat(facts.notes.map(({ noteId }) => noteId))
    expect(new Set(ids).size).toBe(ids.length)
    const link = (media: readonly unknown[]): number => (media.length > 0 ? 24 : 0)
    expect(facts.posts.filter(({ text, media }) => [...text].length > 280 + link(media))).toEqual([])
  })

  test('ties each note to one tweet, by second and beginning alone', () => {
    const live = read.posts(data('tweets'))
    const tied = read.notes(data('note-tweet')).map(({ noteId, createdAt, text }) => {
      const begins = live.filter((post) => post.createdAt === createdAt && text.startsWith(post.text.replace(/…$/, '')))
      return [noteId, { tweetIds: begins.map(({ id }) => id), text }] as const
    })
    const told = facts.notes.map(({ noteId, tweetId, text }) => [noteId, { tweetIds: [tweetId], text }] as const)
    expect(new Map(tied)).toEqual(new Map(told))
    expect(facts.notes.filter(({ text }) => [...text].length <= 280)).toEqual([])
  })

  test.each([
    ['direct-messages', false],
    ['direct-messages-group', true],
  ] as const)('holds the messages its facts tell of in %s, newest first', (file, group) => {
    const talks = read.conversations(data(file))
    const told = facts.messages.filter((message) => message.group === group)
    const key = (talk: string, message: { id: string; text: string; senderId: string; createdAt: string }): string =>
      [talk, message.id, message.senderId, message.createdAt, message.text].join(' ')
    const found = talks.flatMap((talk) => talk.messages.map((message) => key(talk.conversationId, message)))
    expect(sorted(found)).toEqual(sorted(told.map((message) => key(message.conversationId, message))))
    expect(talks.map(({ times }) => times)).toEqual(talks.map(({ times }) => times.toSorted().toReversed()))
    const others = talks.reduce((sum, talk) => sum + talk.times.length - talk.messages.length, 0)
    expect(others).toBe(group ? facts.conversationEvents : 0)
  })

  test('holds every picture and film its facts tell of, and each can be opened', async () => {
    const media = [...facts.posts, ...facts.messages].flatMap((item) => item.media)
    expect(sorted(new Set(media.map(({ type }) => type)))).toEqual(['animated_gif', 'photo', 'video'])
    const bytes = (path: string): Buffer => found.get(path) ?? Buffer.alloc(0)
    expect(media.filter(({ path, sha256 }) => read.digest(bytes(path)) !== sha256)).toEqual([])
    const films = media.filter(({ type }) => type !== 'photo')
    expect(new Set(films.map(({ path }) => bytes(path).toString('latin1', 4, 8)))).toEqual(new Set(['ftyp']))
    const photos = media.filter(({ type }) => type === 'photo')
    const opened = await Promise.all(photos.slice(0, 30).map(async ({ path }) => await sharp(bytes(path)).metadata()))
    expect(new Set(opened.map(({ width, height }) => `${width}x${height}`))).toEqual(new Set(['400x300']))
    expect(new Set(photos.map(({ sha256 }) => sha256)).size).toBeGreaterThan(100)
  })

  test('shows what a demonstration needs: many texts, languages, years, shared posts, edits', () => {
    expect(new Set(facts.posts.map(({ text }) => text)).size).toBeGreaterThan(400)
    expect(sorted(Object.keys(facts.languages))).toEqual(['ar', 'en', 'es', 'iw', 'ja', 'ko', 'th', 'vi', 'zh'])
    expect(new Set(facts.posts.map(({ createdAt }) => createdAt.slice(0, 4))).size).toBe(10)
    expect(facts.posts.filter(({ retweet }) => retweet).length).toBeGreaterThan(15)
    expect(facts.posts.some(({ media }) => media.length > 2)).toBe(true)
    expect(facts.messages.some(({ edits }) => edits > 0)).toBe(true)
    expect(facts.messages.some(({ reactions }) => reactions > 0)).toBe(true)
    const ids = new Set(facts.posts.map(({ id }) => id))
    expect([...facts.editChains, ...facts.threads].flat().filter((id) => !ids.has(id))).toEqual([])
  })
})

test('the second export differs from the first in what it says and in nothing else', () => {
  const { first, second } = demo
  const changes = second.facts.changes
  const before = new Map(first.facts.posts.map((post) => [post.id, post]))
  const after = new Map(second.facts.posts.map((post) => [post.id, post]))
  const noteOf = (facts: XFacts, id: string): string | undefined =>
    facts.notes.find(({ tweetId }) => tweetId === id)?.text
  const both = [...before.keys()].filter((id) => after.has(id))
  const differ = (...names: readonly ('text' | 'likes' | 'shares' | 'kind')[]): readonly string[] =>
    both.filter((id) => names.some((name) => before.get(id)?.[name] !== after.get(id)?.[name]))
  const renoted = both.filter((id) => noteOf(first.facts, id) !== noteOf(second.facts, id))
  const messages = new Set(first.facts.messages.map(({ id }) => id))
  expect(sorted([...after.keys()].filter((id) => !before.has(id)))).toEqual(sorted(changes?.added))
  expect(sorted([...before.keys()].filter((id) => !after.has(id)))).toEqual(sorted(changes?.gone))
  expect(sorted(differ('kind'))).toEqual(sorted(changes?.deletedSince))
  expect(sorted([...differ('text'), ...renoted])).toEqual(sorted(changes?.textChanged))
  expect(sorted(differ('likes', 'shares'))).toEqual(sorted(changes?.countsChanged))
  const newMessages = second.facts.messages.map(({ id }) => id).filter((id) => !messages.has(id))
  expect(sorted(newMessages)).toEqual(sorted(changes?.messagesAdded))
})

test('the same seed gives the same bytes, in another time zone too; another seed does not', async () => {
  const [module, target] = [resolve(import.meta.dirname, '../../fixtures/x/demo.ts'), join(dir, 'zone')].map((path) =>
    JSON.stringify(path),
  )
  const script = `const { demoExports } = await import(${module}); const made = await demoExports(${target}, 7); console.log(JSON.stringify([made.first.path, made.second.path]))`
  const env = { ...process.env, TZ: 'Pacific/Auckland' }
  const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env, encoding: 'utf8' })
  const there = z.array(z.string()).parse(JSON.parse(ran.stdout))
  const digests = async (paths: readonly string[]): Promise<readonly string[]> =>
    await Promise.all(paths.map(async (path) => read.digest(await readFile(path))))
  expect(await digests(there)).toEqual(await digests([demo.first.path, demo.second.path]))
  const seeds = await Promise.all([5, 6].map(async (seed) => await smallExport(join(dir, 'seeds'), { seed })))
  expect(new Set(await digests(seeds.map(({ path }) => path))).size).toBe(2)
}, 60_000)

describe('small exports', () => {
  const small = async (options: SmallOptions) => {
    const { path, facts } = await smallExport(join(dir, 'small'), options)
    return { facts, found: await read.members(path) }
  }

  test('split posts over parts, repeating one where asked to', async () => {
    const { found, facts } = await small({ tweets: 9, parts: 3, duplicateIds: true })
    const parts = ['tweets', 'tweets-part1', 'tweets-part2'].map((name) => found.get(`data/${name}.js`))
    const ids = parts.flatMap((part) => read.tweets(part).map(({ id_str }) => id_str))
    expect(ids.length).toBe(11)
    expect(sorted(new Set(ids))).toEqual(sorted(facts.posts.filter(({ kind }) => kind === 'tweet').map(({ id }) => id)))
    const globals = parts.map((part) => part?.toString().split(' ')[0])
    expect(globals).toEqual([0, 1, 2].map((part) => `window.YTD.tweets.part${part}`))
  })

  test('wear a byte order mark and a semicolon where asked to', async () => {
    const { found } = await small({ bom: true, semicolon: true })
    const text = found.get('data/tweets.js')?.toString() ?? ''
    expect([text.charCodeAt(0), text.trimEnd().at(-1)]).toEqual([0xfeff, ';'])
  })

  test('keep the layouts of earlier years', async () => {
    const oldest = await small({ era: '2019-root' })
    expect(z.array(read.tweetShape).parse(read.records(oldest.found.get('tweet.js'))).length).toBe(12)
    expect([...oldest.found.keys()].filter((name) => name.includes('manifest') || name.startsWith('data/'))).toEqual([])
    const older = await small({ era: '2020' })
    expect(read.tweets(older.found.get('data/tweet.js')).length).toBe(12)
    for (const { facts, found } of [oldest, older]) {
      expect(mediaOf(facts).length).toBeGreaterThan(0)
      expect(mediaOf(facts).filter((path) => !(path.includes('tweet_media/') && found.has(path)))).toEqual([])
    }
  })

  test('lie in the manifest, or have none', async () => {
    const lying = await small({ manifest: 'lying' })
    const tweets = lying.facts.files.find(({ fileName }) => fileName === 'data/tweets.js')
    expect(tweets).toMatchObject({ claimed: 15, written: 12 })
    expect(read.claims(lying.found.get('data/manifest.js')).find(({ type }) => type === 'tweets')).toMatchObject({
      count: '15',
    })
    const missing = await small({ manifest: 'missing' })
    expect([missing.found.has('data/manifest.js'), missing.facts.files[0]?.claimed]).toEqual([false, null])
  })

  test('break off one file and leave the others whole', async () => {
    const { found, facts } = await small({ malformed: 'like' })
    expect(() => read.records(found.get('data/like.js'))).toThrow(SyntaxError)
    expect(read.tweets(found.get('data/tweets.js')).length).toBe(12)
    expect(facts.files.find(({ fileName }) => fileName === 'data/like.js')?.written).toBeNull()
  })

  test('have an empty type, a bogus year, an enclosing folder, unwrapped posts', async () => {
    const { found, facts } = await small({
      emptyType: 'like',
      wrongYear: true,
      folder: 'My archive (2)',
      wrapped: false,
    })
    const data = (name: string): Buffer | undefined => found.get(`My archive (2)/data/${name}.js`)
    expect(data('like')?.toString()).toBe('window.YTD.like.part0 = [ ]')
    const bogus = z
      .array(read.tweetShape)
      .parse(read.records(data('tweets')))
      .filter(({ created_at }) => created_at.endsWith('2106'))
    expect(bogus.map(({ id_str }) => facts.posts.find(({ id }) => id === id_str)?.createdAt)).toEqual([
      '2025-02-20T12:35:53.000Z',
    ])
    expect(mediaOf(facts).filter((path) => !found.has(path))).toEqual([])
  })

  test('come in two archives with all media in the second', async () => {
    const { paths, facts } = await multiPartExport(join(dir, 'parts'), { tweets: 30 })
    const [first, second] = [await read.members(paths[0]), await read.members(paths[1])]
    expect(mediaOf(facts).length).toBeGreaterThan(2)
    expect(mediaOf(facts).filter((path) => first.has(path) || !second.has(path))).toEqual([])
    expect(sorted(new Set([...first.keys(), ...second.keys()]))).toEqual(sorted(facts.members.map(({ path }) => path)))
    expect([...first.keys()].filter((name) => second.has(name))).toEqual(['data/README.txt'])
  })
})

test('the hostile export carries every hostile text and file through the archive unharmed', async () => {
  const { path, facts } = await hostileExport(join(dir, 'hostile'))
  const found = await read.members(path)
  const tweets = new Map(read.tweets(found.get('data/tweets.js')).map((tweet) => [tweet.id_str, tweet.full_text]))
  const texts = hostilePosts.filter(({ media, text }) => media === undefined && !text.includes('http'))
  const got = texts.map(({ name, verbatim }) => {
    const text = tweets.get(facts.hostile[name] ?? '') ?? 'absent'
    return [name, verbatim ? text : unescapeText(text)]
  })
  expect(got).toEqual(texts.map(({ name, text }) => [name, text]))
  const photo = facts.posts.find(({ id }) => id === facts.hostile['html-as-jpg'])?.media[0]
  expect(photo?.path).toMatch(/\.jpg$/)
  expect(found.get(photo?.path ?? '')?.toString()).toMatch(/^<!doctype html>/)
  const raw = found.get('data/tweets.js')?.toString() ?? ''
  expect(raw).toContain('"__proto__" : {')
  expect(raw).toContain('"high \\ud83d end, low \\ude00 end')
})

test('the archive for benchmarks holds what was asked for, newest first, ids made of the time, printed as X prints', async () => {
  const path = join(dir, 'long.zip')
  const seen: number[] = []
  await millionTweets(path, 3000, (done) => seen.push(done))
  const file = (await read.members(path)).get('data/tweets.js') ?? Buffer.alloc(0)
  const tweets = read.tweets(file)
  const ids = tweets.map(({ id_str }) => BigInt(id_str))
  expect([tweets.length, new Set(ids).size, seen.at(-1)]).toEqual([3000, 3000, 3000])
  expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? 1 : -1)))
  const second = (id: bigint): number => Math.floor((Number(id >> 22n) + 1_288_834_974_657) / 1000)
  expect(ids.map(second)).toEqual(tweets.map(({ created_at }) => Date.parse(created_at) / 1000))
  expect(dataFileText('YTD.tweets.part0', z.array(z.json()).parse(read.value(file)))).toBe(file.toString())
  expect(file.length / 3000).toBeGreaterThan(900)
  expect(new Set(tweets.map(({ full_text }) => full_text)).size).toBeGreaterThan(2700)
  expect(new Set(tweets.map(({ created_at }) => created_at.slice(-4))).size).toBe(17)
})
