// Posts of an X export: every one is a record with its text, time, state, media and numbers, as the export has them.
import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import { demoExports } from '../../fixtures/x/demo.ts'
import type { PostFact, XFacts } from '../../fixtures/x/facts.ts'
import { hostileExport } from '../../fixtures/x/hostile.ts'
import { hostilePosts } from '../../fixtures/x/hostile-posts.ts'
import { members } from '../../fixtures/x/read-back.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { handmade, manifest, type ReadExport, readExport, records, temporary, tweet } from './x-support.ts'

const POSTS = ['post', 'reply', 'repost']
const posts = (read: ReadExport) => records(read).filter(({ kind }) => POSTS.includes(kind))
const folderOf = ({ media }: PostFact) => media.map(({ path }) => path)

/** A post as its facts tell it, in the terms of a record. */
function told(fact: PostFact, facts: XFacts) {
  const whole = facts.notes.find(({ noteId }) => noteId === fact.noteId)?.text
  return {
    nativeId: fact.id,
    kind: fact.inReplyTo === undefined ? (fact.retweet ? 'repost' : 'post') : 'reply',
    at: Date.parse(fact.createdAt),
    text: whole ?? fact.text,
    state: fact.kind === 'deleted' ? 'deleted' : 'live',
    deletedAt: fact.deletedAt === undefined ? null : Date.parse(fact.deletedAt),
    parentNativeId: fact.inReplyTo ?? null,
    author: facts.userName,
    audience: fact.kind === 'tweet' || fact.kind === 'deleted' ? undefined : fact.kind,
    lang: fact.lang,
    measures: [
      ['likes', fact.likes],
      ['reposts', fact.shares],
    ],
    media: folderOf(fact),
    joined: whole === undefined ? 0 : 1,
  }
}

function shown(draft: RecordDraft) {
  const { nativeId, kind, at, text, state, deletedAt, parentNativeId, author, details, measures, media, joined } = draft
  return {
    nativeId,
    kind,
    at,
    text,
    state,
    deletedAt,
    parentNativeId,
    author,
    audience: details.audience,
    lang: details.lang,
    measures,
    media: media.map(({ directory, names }) => `${directory}/${names[0]}`),
    joined: joined.length,
  }
}

const byId = <T extends { readonly nativeId: string }>(list: readonly T[]) =>
  list.toSorted((one, other) => (one.nativeId < other.nativeId ? -1 : 1))

describe.each(['first', 'second'] as const)('the %s export of the demonstration', (which) => {
  let facts: XFacts
  let read: ReadExport
  let path = ''
  beforeAll(async () => {
    const exported = await demoExports(await temporary(), 7)
    facts = exported[which].facts
    path = exported[which].path
    read = await readExport([path])
  }, 60_000)

  test('gives every post once, with text, time, state, media and numbers as they are', () => {
    expect(byId(posts(read)).map(shown)).toEqual(byId(facts.posts.map((fact) => told(fact, facts))))
  })

  test('gives as many elements as its list of contents claims, and says nothing odd', () => {
    const counted = read.plan.files
      .filter(({ use }) => use === 'records')
      .map(({ name, claimed }) => [name, claimed, read.items.get(name)?.filter(({ nested }) => !nested).length])
    expect(counted.filter(([, claimed, count]) => claimed !== count)).toEqual([])
    expect(counted.length).toBeGreaterThan(15)
    expect([...read.findings, ...read.plan.findings, ...read.damaged]).toEqual([])
  })

  test('numbers the items of each file without a gap, each with the bytes at its place', async () => {
    const gaps = [...read.items].filter(([, items]) => items.some(({ position }, index) => position !== index))
    expect(gaps.map(([name]) => name)).toEqual([])
    const files = await members(path)
    const elsewhere = [...read.items].flatMap(([name, items]) =>
      items.filter(
        ({ start, bytes }) =>
          !files
            .get(name)
            ?.subarray(start, start + bytes.length)
            .equals(bytes),
      ),
    )
    expect(elsewhere).toEqual([])
    expect([...read.items.values()].flat().length).toBeGreaterThan(1000)
  })

  test('joins each note to its post by its place in the note file, and counts it there', () => {
    const notes = read.items.get('data/note-tweet.js') ?? []
    expect(notes.map(({ outcome }) => outcome.type)).toEqual(facts.notes.map(() => 'joined'))
    const file = read.plan.files.findIndex(({ name }) => name === 'data/note-tweet.js')
    const joined = posts(read).flatMap((draft) => draft.joined.map((one) => ({ ...one, tweetId: draft.nativeId })))
    const expected = facts.notes.map(({ noteId, tweetId }) => {
      const at = notes.findIndex(({ bytes }) => Buffer.from(bytes).includes(noteId))
      return { member: file, position: at, start: notes[at]?.start, role: 'note', tweetId }
    })
    const place = joined.map(({ bytes: _, ...rest }) => rest).toSorted((one, other) => one.position - other.position)
    expect(place).toEqual(expected.toSorted((one, other) => one.position - other.position))
    expect(
      joined.every(({ bytes, position }) => Buffer.from(bytes).equals(notes[position]?.bytes ?? Buffer.alloc(0))),
    ).toBe(true)
  })

  test('names the whole chain of each edited post', () => {
    const chains = posts(read).flatMap(({ details }) => (details.edits === undefined ? [] : [details.edits]))
    expect(chains).toHaveLength(facts.editChains.flat().length)
    expect(new Set(chains.map((edits) => JSON.stringify(Object(edits).ids)))).toEqual(
      new Set(facts.editChains.map((chain) => JSON.stringify(chain))),
    )
  })
})

test('the text of a hostile post is what its author typed, decoded once, and nothing of it runs', async () => {
  const { path, facts } = await hostileExport(await temporary())
  const texts = new Map(posts(await readExport([path])).map(({ nativeId, text }) => [nativeId, text]))
  expect(texts.get(facts.hostile['escaped-twice'] ?? '')).toBe('Shown as <b>, not bold: &lt;script&gt;')
  expect(texts.get(facts.hostile['numeric-entities'] ?? '')).toBe(
    '&#60;script&#62; &#x3c;img&#x3e; &quot;&apos;&nbsp;&copy',
  )
  expect([...texts.values()].toSorted()).toEqual(facts.posts.map(({ text }) => text).toSorted())
  expect(texts.size).toBe(hostilePosts.length)
  expect(Object.hasOwn(Object.prototype, 'harmed')).toBe(false)
})

test('the same post in two files is the same content, with its long text in both', async () => {
  const { path } = await smallExport(await temporary(), { parts: 3, duplicateIds: true })
  const drafts = posts(await readExport([path]))
  const twice = drafts.filter(
    ({ nativeId }, index) => drafts.findIndex((draft) => draft.nativeId === nativeId) !== index,
  )
  expect(twice.length).toBe(2)
  const first = twice.map((draft) => drafts.find(({ nativeId }) => nativeId === draft.nativeId))
  expect(twice.map(({ content }) => content)).toEqual(first.map((draft) => draft?.content))
})

describe('a time that cannot be right', () => {
  test('is not used; the record is stored, its words kept, and it is told', async () => {
    const { path } = await smallExport(await temporary(), { wrongYear: true })
    const read = await readExport([path])
    const [bogus] = posts(read).filter(({ at }) => at === null)
    expect(bogus).toMatchObject({
      atSource: 'Sat Feb 20 12:35:53 +0000 2106',
      precision: 'unknown',
      sourceZone: null,
      text: 'Library hours change next week.',
      details: { timeOfId: '2025-02-20T12:35:53.100Z' },
    })
    expect(read.findings).toMatchObject([{ code: 'time-impossible', file: 'data/tweets.js' }])
  })

  test.each([
    ['before X opened', 'Thu Feb 20 12:35:53 +0000 2003'],
    ['not a day', 'Fri Feb 30 12:35:53 +0000 2024'],
    ['in a zone', 'Thu Feb 20 12:35:53 +0800 2025'],
    ['not a time', 'yesterday'],
  ])('%s', async (_, written) => {
    const read = await readExport([
      await handmade({ 'data/tweets.js': [tweet('1', { created_at: written }), tweet('2')] }),
    ])
    expect(posts(read).map(({ at, precision }) => [at, precision])).toEqual([
      [null, 'unknown'],
      [Date.UTC(2025, 1, 20, 12, 35, 53), 'second'],
    ])
    expect(read.findings.map(({ code, position }) => [code, position])).toEqual([['time-impossible', 0]])
  })

  test('is judged by the number of the post where the export does not say when it was made', async () => {
    const id = '1892555555555555555'
    const read = await readExport([
      await handmade({ 'tweet.js': [tweet(id, { created_at: 'Sat Feb 20 12:35:53 +0000 2038' })] }),
    ])
    expect(posts(read)[0]?.at).toBeNull()
  })
})

test('links are told as shown and where they lead; the text keeps what was typed', async () => {
  const urls = [
    { url: 'https://t.co/abc', expanded_url: 'https://alderbay.example/a?x=1&y=2', display_url: 'alderbay.example/a' },
  ]
  const folder = await handmade({
    'data/tweets.js': [tweet('1', { full_text: 'See https://t.co/abc &amp; call', entities: { urls } })],
  })
  const [draft] = posts(await readExport([folder]))
  expect(draft).toMatchObject({
    text: 'See https://t.co/abc & call',
    links: [{ shown: 'alderbay.example/a', target: 'https://alderbay.example/a?x=1&y=2' }],
    details: { shortLinks: ['https://t.co/abc'] },
  })
})

test('media are found by the best film, by any other name of the post, and said to be missing by the name they should have', async () => {
  const variants = [
    { bitrate: '256000', content_type: 'video/mp4', url: 'https://video.example/low.mp4?tag=1' },
    { content_type: 'application/x-mpegURL', url: 'https://video.example/list.m3u8' },
    { bitrate: '832000', content_type: 'video/mp4', url: 'https://video.example/high.mp4?tag=1' },
  ]
  const film = {
    id_str: '7',
    type: 'video',
    media_url_https: 'https://pbs.example/first.jpg',
    video_info: { variants },
  }
  const photo = { id_str: '8', type: 'photo', media_url_https: 'https://pbs.example/Fa.jpg', ext_alt_text: 'A pier' }
  const folder = await handmade({
    'data/tweets.js': [
      tweet('1', { extended_entities: { media: [film] }, entities: { media: [{ ...film, type: 'photo' }] } }),
      tweet('2', { extended_entities: { media: [photo, film] } }),
      tweet('3', { entities: { media: [photo] } }),
      tweet('4'),
    ],
    'data/tweets_media/1-high.mp4': 'film',
    'data/tweets_media/2-other.mp4': 'film',
    'data/tweets_media/2-Fa.jpg': 'photo',
    'data/tweets_media/4-found.png': 'photo',
    'data/tweets_media/40-not-ours.png': 'photo',
  })
  const read = await readExport([folder])
  const media = posts(read).map((draft) =>
    draft.media.map(({ role, names, directory, alt }) => [role, `${directory}/${names[0]}`, alt]),
  )
  expect(media).toEqual([
    [['video', 'tweets_media/1-high.mp4', null]],
    [
      ['photo', 'tweets_media/2-Fa.jpg', 'A pier'],
      ['video', 'tweets_media/2-other.mp4', null],
    ],
    [['photo', 'tweets_media/3-Fa.jpg', 'A pier']],
    [['photo', 'tweets_media/4-found.png', null]],
  ])
  expect(read.plan.mediaFolders).toEqual(['tweets_media'])
})

test('deleted posts are never mixed up with live ones, whatever the files are called', async () => {
  const folder = await handmade({
    'data/manifest.js': manifest({ 'data/tweets.js': 1, 'data/deleted-tweets.js': 1 }),
    'data/tweets.js': [tweet('1')],
    'data/deleted-tweets.js': [tweet('2', { deleted_at: 'Fri Feb 21 12:35:53 +0000 2025' })],
  })
  expect(
    posts(await readExport([folder])).map(({ nativeId, state, deletedAt }) => [nativeId, state, deletedAt]),
  ).toEqual([
    ['1', 'live', null],
    ['2', 'deleted', Date.UTC(2025, 1, 21, 12, 35, 53)],
  ])
})
