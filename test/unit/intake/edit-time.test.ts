// What a clerk can rely on where an export says itself when something was last edited: it is read in the words of every platform, at the latest.
import { expect, it, test } from 'vitest'
import { lastEdit } from '../../../electron/core/intake/edit-time.ts'
import discord from '../../../electron/core/intake/platforms/discord/platform.ts'
import mastodon from '../../../electron/core/intake/platforms/mastodon/platform.ts'
import wordpress from '../../../electron/core/intake/platforms/wordpress/platform.ts'
import { openDriver } from '../../../electron/core/vault/catalog/driver.ts'
import { migrations } from '../../../electron/core/vault/catalog/migrate.ts'
import { storeItems } from '../../../electron/core/vault/record/store.ts'
import { mastodon as built } from '../../fixtures/small-platforms.ts'
import { memoryCatalog, payloadOf } from '../../support/catalog.ts'
import { takeIn } from '../../support/take-in.ts'

/** Details, the moment that they mean at the latest, and whether the catalogs of before tell it from them in SQL as well. */
const SAID: readonly (readonly [string, object, string | null, boolean])[] = [
  ['Discord, Mastodon, YouTube', { edited: '2021-10-13T16:00:00+00:00' }, '2021-10-13T16:00:00.000Z', true],
  ['Slack', { edited: '2023-11-14T22:18:20.000Z' }, '2023-11-14T22:18:20.000Z', true],
  ['WordPress', { modified: '2025-02-03 10:00:00 UTC' }, '2025-02-03T10:00:00.000Z', true],
  ['SoundCloud', { modified: '2019/03/01 12:00:00 +0000' }, '2019-03-01T12:00:00.000Z', true],
  ['Facebook in JSON', { updated: 1_700_000_000 }, '2023-11-14T22:13:20.000Z', true],
  ['Facebook by its interface', { updated: '2024-03-05T12:00:00+0000' }, '2024-03-05T12:00:00.000Z', true],
  ['Flickr', { updated: '1700000000' }, '2023-11-14T22:13:20.000Z', true],
  ['milliseconds', { updated: '1700000000123' }, '2023-11-14T22:13:20.123Z', true],
  ['a long post of X', { note: { id: '1', updatedAt: '2023-02-08T18:31:17.000Z' } }, '2023-02-08T18:31:17.000Z', true],
  ['an album of Facebook', { changed: '2018-07-01T00:00:00.000Z' }, '2018-07-01T00:00:00.000Z', true],
  ['no zone: that farthest behind', { edited: '2024-03-05 12:00:00' }, '2024-03-06T00:00:00.000Z', true],
  ['a day alone: its end there', { modified: '2024-03-05' }, '2024-03-06T11:59:59.999Z', true],
  [
    'several: the last',
    { edited: '2024-03-05T12:00:00Z', updated: '2025-01-01T00:00:00Z' },
    '2025-01-01T00:00:00.000Z',
    true,
  ],
  [
    'a post of X in two wordings',
    { edits: { ids: ['1700000000000000000', '1700000900000000000'] } },
    '2023-09-08T04:19:33.706Z',
    true,
  ],
  ['a feed', { updated: 'Tue, 05 Mar 2024 12:00:00 GMT' }, '2024-03-05T12:00:00.000Z', false],
  ['a page of Facebook', { updated: 'Updated Jan 05, 2024 3:14pm' }, '2024-01-06T03:14:00.000Z', false],
  ['either day or month first', { edited: '4/5/2024 1:00 PM' }, '2024-05-05T01:00:00.000Z', false],
]

it.each(SAID)('%s', (_, details, at) => {
  expect(new Date(lastEdit({ ...details })?.at ?? 0).toISOString()).toBe(at)
})

it.each(['', 0, '0', '0000-00-00 00:00:00', false, 'no', undefined, null])(
  '%j says that nothing was edited',
  (edited) => {
    expect(lastEdit({ edited })).toBeNull()
  },
)

it('a time that cannot be read makes the whole unknown: it may be the last', () => {
  expect(lastEdit({ edited: 'last week', updated: '2024-03-05T12:00:00Z' })).toEqual({ at: null, source: 'last week' })
  expect(lastEdit({ edited: '1970-01-02T00:00:00Z' })).toMatchObject({ at: null })
})

const wxr = (modified: string) => ({
  'site.xml': `<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <wp:wxr_version>1.2</wp:wxr_version><item><title>Pool</title><content:encoded>Open daily</content:encoded><wp:post_id>7</wp:post_id>
    <wp:post_date_gmt>2019-05-01 10:00:00</wp:post_date_gmt><wp:post_modified_gmt>${modified}</wp:post_modified_gmt>
    <wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`,
})
const owner = 'https://m.example/users/alderbay'
const outbox = (updated: string) => ({
  'actor.json': built['actor.json'],
  'outbox.json': JSON.stringify({
    ...{ id: 'outbox.json', type: 'OrderedCollection', totalItems: 1 },
    orderedItems: [
      {
        ...{ id: 'https://m.example/1/activity', type: 'Create', actor: owner, published: '2019-05-01T10:00:00Z' },
        ...{ to: ['as:Public'], cc: [] },
        object: {
          ...{ id: 'https://m.example/1', type: 'Note', published: '2019-05-01T10:00:00Z' },
          ...{ content: '<p>Open daily</p>', updated },
        },
      },
    ],
  }),
})
const channel = (timestampEdited: string) => ({
  'channel.json': JSON.stringify({
    ...{
      guild: { id: '1', name: 'City' },
      channel: { id: '2', name: 'news', type: 'GuildTextChat' },
      exportedAt: '2026-01-01T00:00:00Z',
    },
    messages: [
      {
        ...{
          id: '573129600000000000',
          type: 'Default',
          timestamp: '2019-05-01T10:00:00+00:00',
          timestampEdited,
          content: 'Open daily',
        },
        ...{ author: { id: '3', name: 'clerk' }, attachments: [], embeds: [], reactions: [], mentions: [] },
      },
    ],
    messageCount: 1,
  }),
})
const kept = 'SELECT at, source FROM version_edited ORDER BY record_id, number'

test.each([
  ['WordPress', wordpress, wxr('2025-02-03 10:00:00')],
  ['Mastodon', mastodon, outbox('2025-02-03T10:00:00Z')],
  ['Discord', discord, channel('2025-02-03T10:00:00+00:00')],
])('an item of %s is kept with the moment of its edit', async (_, platform, files) => {
  const db = memoryCatalog(1)
  await takeIn(db, 1, platform, files)
  expect(db.all(kept)).toMatchObject([{ at: Date.UTC(2025, 1, 3, 10) }])
})

test('of two exports with the same words the later edit counts, in whatever order they come', async () => {
  for (const days of [
    ['2025-02-03', '2025-08-09'],
    ['2025-08-09', '2025-02-03'],
  ]) {
    const db = memoryCatalog(2)
    for (const [at, day] of days.entries()) await takeIn(db, at + 1, wordpress, wxr(`${day} 10:00:00`))
    expect(db.all(kept)).toEqual([{ at: Date.UTC(2025, 7, 9, 10), source: '2025-08-09 10:00:00 UTC' }])
    expect(db.all('SELECT versions FROM record')).toEqual([{ versions: 1 }])
  }
})

test('a time that cannot be read stays unknown when another export tells one, until the same words are read', () => {
  const db = memoryCatalog(3)
  const take = (accession: number, at: number | null, source: string) =>
    storeItems(db, payloadOf(accession, [{ id: '1', text: 'a', edited: { at, source } }]))
  take(1, null, 'Updated last week')
  take(2, 5, '1970')
  expect(db.all(kept)).toEqual([{ at: null, source: 'Updated last week' }])
  take(3, 4, 'Updated last week')
  expect(db.all(kept)).toEqual([{ at: 4, source: 'Updated last week' }])
})

test('catalogs of before tell it from their details; what only a reader understands is unknown until then', () => {
  const db = openDriver(':memory:', { readonly: false })
  const [before, now] = [
    migrations.filter(({ name }) => name < '20261202T190000'),
    migrations.find(({ name }) => name.endsWith('_version_edited')),
  ]
  for (const { sql } of before) db.exec(sql)
  db.pragma('foreign_keys = OFF')
  db.exec(
    `INSERT INTO account VALUES (1, 'wordpress', 'AlderBay', NULL, 'City', '', '', 0), (2, 'x', 'AlderBay', NULL, 'City', '', '', 0)`,
  )
  const all = [
    ...SAID.map(([, details]) => details),
    { modified: '0000-00-00 00:00:00' },
    { edited: '' },
    { title: '"edited"' },
  ]
  const add = (id: number, account: number, details: object) => {
    db.run(
      "INSERT INTO record VALUES (?, ?, 'post', ?, 0, NULL, 'second', 'UTC', '', NULL, NULL, 'live', NULL, 1, 0, 0, NULL, 1, 1)",
      id,
      account,
      `${id}`,
    )
    db.run("INSERT INTO version VALUES (?, 1, x'01', '', ?, 1, 1, 0, 1, 0)", id, JSON.stringify(details))
  }
  for (const [at, details] of all.entries()) add(at + 1, 2, details)
  add(100, 1, { modified: '2025-02-03 10:00:00' })
  db.exec(now?.sql ?? '')
  const told = db.all<{ id: number; at: number | null }>('SELECT record_id AS id, at FROM version_edited ORDER BY id')
  expect(told.map(({ id, at }) => [id, at === null ? null : new Date(at).toISOString()])).toEqual([
    ...SAID.map(([, , at, inSql], place) => [place + 1, inSql ? at : null]),
    [100, '2025-02-03T10:00:00.000Z'],
  ])
})
