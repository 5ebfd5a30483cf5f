// What makes a version of an X record and what does not: later exports, other orders, other counts.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import { canonicalJson } from '../../../electron/core/vault/canonical.ts'
import { demoExports } from '../../fixtures/x/demo.ts'
import { handmade, note, type ReadExport, readExport, records, temporary, tweet } from './x-support.ts'

const key = ({ kind, nativeId }: RecordDraft) => `${kind} ${nativeId}`
const contents = (read: ReadExport) => new Map(records(read).map((draft) => [key(draft), canonicalJson(draft.content)]))

/** Every object in a value with its keys in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, shuffled(inner)]),
  )
}

const contentOf = async (element: unknown, file = 'data/tweets.js', ...more: readonly unknown[]) =>
  canonicalJson(records(await readExport([await handmade({ [file]: [element, ...more] })]))[0]?.content)

describe('a later export of the demonstration', () => {
  let before: ReadonlyMap<string, string>
  let after: ReadonlyMap<string, string>
  let exported: Awaited<ReturnType<typeof demoExports>>
  beforeAll(async () => {
    exported = await demoExports(await temporary(), 7)
    before = contents(await readExport([exported.first.path]))
    after = contents(await readExport([exported.second.path]))
  }, 60_000)

  test('has other content exactly where a text or the chain of edits changed', () => {
    const changes = exported.second.facts.changes
    const known = [...after].filter(([name]) => before.has(name))
    const changed = known
      .filter(([name, content]) => before.get(name) !== content)
      .map(([name]) => name.split(' ')[1] ?? '')
    const chain = (changes?.editHistoryChanged ?? []).filter((id) => !changes?.added.includes(id))
    expect(changed.toSorted()).toEqual([...(changes?.textChanged ?? []), ...chain].toSorted())
    expect(known.length).toBeGreaterThan(600)
  })

  test('read again is the same, byte for byte', async () => {
    expect(contents(await readExport([exported.second.path]))).toEqual(after)
  })
})

const media = {
  id_str: '7',
  type: 'video',
  media_url_https: 'https://pbs.example/a.jpg?x=1',
  sizes: { small: { w: '1' } },
  video_info: { variants: [{ url: 'https://video.example/a.mp4?tag=1', bitrate: '1' }] },
}
const url = {
  url: 'https://t.co/a',
  expanded_url: 'https://alderbay.example',
  display_url: 'alderbay.example',
  indices: ['1', '2'],
}
const entities = { urls: [url], user_mentions: [{ screen_name: 'Harbor', name: 'Harbor', id_str: '5' }] }
const whole = tweet('100', {
  edit_info: {
    initial: { editTweetIds: ['100', '101'], editableUntil: '2025-02-20T13:35:53.000Z', editsRemaining: '4' },
  },
  source: '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
  lang: 'en',
  possibly_sensitive: false,
  in_reply_to_status_id_str: '90',
  in_reply_to_user_id_str: '9',
  coordinates: { type: 'Point', coordinates: ['-122.2', '37.8'] },
  place: { id: 'a1', full_name: 'Alder Bay, CA' },
  entities,
  extended_entities: { media: [media] },
})
const changed = (more: Readonly<Record<string, unknown>>) => ({ tweet: { ...whole.tweet, ...more } })

describe('no version is made by', () => {
  const user_mentions = [{ screen_name: 'HarborOffice', name: 'Harbor Office', id_str: '-1' }]
  test.each<[string, unknown]>([
    ['another order of keys', shuffled(whole)],
    ['likes and reposts', changed({ favorite_count: '4000', retweet_count: '12' })],
    ['the program’s name', changed({ source: '<a href="https://x.com">X Web App</a>' })],
    [
      'the language that X guesses and its warnings',
      changed({ lang: 'und', possibly_sensitive: true, withheld_in_countries: ['XY'] }),
    ],
    ['a new name of somebody mentioned', changed({ entities: { ...entities, user_mentions } })],
    [
      'other addresses, sizes and variants of media',
      changed({
        extended_entities: {
          media: [
            { ...media, media_url_https: 'https://cdn.example/b/a.jpg', sizes: {}, video_info: { variants: [] } },
          ],
        },
      }),
    ],
    [
      'the time left for edits',
      changed({
        edit_info: {
          initial: { editTweetIds: ['100', '101'], editableUntil: '2030-01-01T00:00:00.000Z', editsRemaining: '0' },
        },
      }),
    ],
    ['a missing wrapper', whole.tweet],
    [
      'its place in an edit chain told as a later edit',
      changed({ edit_info: { edit: { initialTweetId: '100', editControlInitial: { editTweetIds: ['100', '101'] } } } }),
    ],
  ])('%s', async (_, other) => {
    expect(await contentOf(other)).toBe(await contentOf(whole))
  })

  test('an edit history that says only that there is none, as exports since 2022 do', async () => {
    const alone = tweet('1', { edit_info: { initial: { editTweetIds: ['1'], editsRemaining: '5' } } })
    expect(await contentOf(alone)).toBe(await contentOf(tweet('1')))
  })

  test('a deletion, which is a state', async () => {
    const gone = tweet('1', { deleted_at: 'Fri Feb 21 12:35:53 +0000 2025' })
    expect(await contentOf(gone, 'data/deleted-tweets.js')).toBe(await contentOf(tweet('1')))
  })
})

describe('a version is made by', () => {
  const urls = [{ ...url, expanded_url: 'https://elsewhere.example' }]
  test.each<[string, unknown]>([
    ['another text', changed({ full_text: 'Post 100, corrected' })],
    ['another time', changed({ created_at: 'Thu Feb 20 12:35:54 +0000 2025' })],
    ['another target of a link', changed({ entities: { ...entities, urls } })],
    ['another picture', changed({ extended_entities: { media: [{ ...media, id_str: '8' }] } })],
    ['a picture’s description', changed({ extended_entities: { media: [{ ...media, ext_alt_text: 'A pier' }] } })],
    ['a later edit', changed({ edit_info: { initial: { editTweetIds: ['100', '101', '102'] } } })],
    ['another post that it answers', changed({ in_reply_to_status_id_str: '91' })],
  ])('%s', async (_, other) => {
    expect(await contentOf(other)).not.toBe(await contentOf(whole))
  })

  test('another whole text of a long post', async () => {
    const read = async (text: string) => {
      const folder = await handmade({
        'data/tweets.js': [tweet('1', { full_text: 'It began…' })],
        'data/note-tweet.js': [note('9', text)],
      })
      return canonicalJson(records(await readExport([folder]))[0]?.content)
    }
    expect(await read('It began and went on.')).not.toBe(await read('It began and ended.'))
  })
})

test('the order in which an export lists reactions makes no version of a message', async () => {
  const reaction = (id: string) => ({
    eventId: id,
    senderId: '5',
    reactionKey: 'like',
    createdAt: '2025-02-20T12:35:53.000Z',
  })
  const talk = (reactions: readonly unknown[]) => ({
    dmConversation: {
      conversationId: '1-2',
      messages: [
        { messageCreate: { id: '7', senderId: '1', text: 'Hello', createdAt: '2025-02-20T12:35:53.000Z', reactions } },
      ],
    },
  })
  const file = 'data/direct-messages.js'
  const content = await contentOf(talk([reaction('1'), reaction('2')]), file)
  expect(await contentOf(talk([reaction('2'), reaction('1')]), file)).toBe(content)
  expect(await contentOf(talk([reaction('1')]), file)).not.toBe(content)
})

test('posts keep their content whatever else stands in the export', async () => {
  const content = await contentOf(whole)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ id: fc.bigInt({ min: 1n, max: 99n }), text: fc.string() }), { maxLength: 5 }),
      async (others) => {
        const more = others.map(({ id, text }) => tweet(String(id), { full_text: text }))
        expect(await contentOf(whole, 'data/tweets.js', ...more)).toBe(content)
      },
    ),
    { numRuns: 20 },
  )
})

test('every content field that the readers give is in the documentation', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/formats/x.md'), 'utf8')
  const table = page.slice(page.indexOf('## What makes a version'))
  const exported = await demoExports(await temporary(), 7)
  const fields = records(await readExport([exported.first.path])).flatMap(({ content }) =>
    Object.entries(Object(content)).flatMap(([name, value]) => (value === undefined ? [] : [name])),
  )
  const undocumented = [...new Set(fields)].filter((name) => !table.includes(`\`${name}\``))
  expect(undocumented).toEqual([])
  expect(new Set(fields).size).toBeGreaterThan(20)
})
