// What a clerk can rely on when a Takeout of YouTube is read, in whatever language and of whatever year.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RecordDraft } from '../../../electron/core/intake/draft.ts'
import { survey } from '../../../electron/core/intake/kit/peek.ts'
import { filmsOf } from '../../../electron/core/intake/platforms/youtube/films.ts'
import youtube from '../../../electron/core/intake/platforms/youtube/platform.ts'
import { playlistOfFile, titleOfFile } from '../../../electron/core/intake/platforms/youtube/playlist-files.ts'
import { tableOf } from '../../../electron/core/intake/platforms/youtube/table.ts'
import { openTree } from '../../../electron/core/intake/tree.ts'
import * as built from '../../fixtures/youtube.ts'
import { countKinds, type ReadExport, readFiles, readPaths, writeFiles } from '../../support/read-platform.ts'

async function surveyOf(files: Readonly<Record<string, string>>) {
  const path = await writeFiles(files)
  const never = new AbortController().signal
  return survey(await openTree([{ path, name: 'takeout' }], never), never)
}

const CHANNEL = 'UCYnl1cugi7Lw1h8j6JNqNEg'
const samples = resolve(import.meta.dirname, '../../../../shared/samples/youtube')

/** Each record once: further files that tell of it give the same. */
const each = ({ records }: ReadExport) => [
  ...new Map(records.map((one) => [`${one.kind} ${one.nativeId}`, one] as const)).values(),
]
const brief = ({ kind, nativeId, text, parentNativeId, media }: RecordDraft) => [
  kind,
  nativeId,
  text,
  parentNativeId,
  media.flatMap(({ names }) => names),
]

describe.each([
  ['English', built.inEnglish],
  ['Spanish', built.inSpanish],
  ['a language that nobody told Muniment of', built.inUnheard],
])('a Takeout in %s', (language, files) => {
  test('gives the same videos, comments, playlists, channel, subscriptions and posts', async () => {
    const read = await readFiles(youtube, files)
    expect([...read.damaged, ...read.items.filter(({ outcome }) => outcome.type !== 'record')]).toEqual([])
    const poll = language.startsWith('a') ? '' : '\nLakeside\nHill'
    const later = language.startsWith('a') ? 'Aꜱ Watch later' : 'Watch later'
    expect(each(read).map(brief).sort()).toEqual(
      [
        [
          'video',
          'aBcDefghijk',
          'Council meeting: March?\nAgenda of March, with minutes',
          null,
          ['videos/Council meeting March.mp4'],
        ],
        ['video', 'lMnOpqrstuv', 'Twice', null, []],
        ['video', 'wxyzABCDEFG', 'Twice', null, []],
        ['comment', 'UgytHqobEtqoKm_-pYB4AaABAg', 'Thanks\nall', 'aBcDefghijk', []],
        ['comment', 'UgytHqobEtqoKm_-pYB4AaABAg.9iwJkUYNcXa9u0lv3j3Abh', 'See 1:02', 'UgytHqobEtqoKm_-pYB4AaABAg', []],
        ['comment', 'UgzOnAPostqoKm_-pYB4AaABAg', 'On a post', 'Ugkxabcdefghijklmnopqrstuvwxyz012345', []],
        ['playlist', 'PLabcdefghijklmnopqrstuvwxyz012345', 'Meetings/2024', null, []],
        ['playlist', `playlist ${later} @ undated`, later, null, []],
        ['profile', CHANNEL, 'City of Alder Bay', null, []],
        ['contact', 'subscription UCA6DtnbZ2KJckyTYfXOwQNA', 'County News', null, []],
        ['post', 'Ugkxabcdefghijklmnopqrstuvwxyz012345', `Which park?${poll}`, null, ['posts/park.jpg']],
      ].sort(),
    )
    expect(read.plan.files.filter(({ use }) => use === 'unread').map(({ name }) => name)).toEqual(
      language.startsWith('a') ? ['4/b.csv', '4/c.csv'] : ['4/c.csv'],
    )
    expect(read.recognition).toMatchObject({ confidence: 0.99, ownerNativeId: CHANNEL, ownerName: 'City of Alder Bay' })
  })

  test('gives all that its tables say of a video, from each of them alike', async () => {
    const read = await readFiles(youtube, files)
    const sightings = read.records.filter(({ nativeId }) => nativeId === 'aBcDefghijk')
    expect(sightings).toHaveLength(3)
    expect(new Set(sightings.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(sightings[0]).toMatchObject({
      at: Date.UTC(2024, 2, 2, 12),
      sourceZone: 'UTC',
      author: CHANNEL,
      details: {
        duration: '61000',
        tags: ['council', 'march'],
        state: 'Processed',
        created: '2024-03-01T12:00:00+00:00',
        edited: '2024-03-05T12:00:00+00:00',
        place: { latitude: '37.8043', longitude: '-122.2711', altitude: '12.5' },
      },
    })
    const playlists = read.records.filter(({ nativeId }) => nativeId === 'PLabcdefghijklmnopqrstuvwxyz012345')
    expect(new Set(playlists.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(playlists[0]).toMatchObject({
      measures: [['videos', 2]],
      details: {
        videos: [
          { id: 'aBcDefghijk', added: '2024-03-03T12:00:00+00:00', title: 'Council meeting: March?' },
          { id: '0vGCh85obuI', added: '2024-03-04T12:00:00+00:00' },
        ],
      },
    })
  })

  test('says which films cannot be told apart', async () => {
    const read = await readFiles(youtube, files)
    expect(read.findings.map(({ code, file }) => [code, file])).toEqual([['film-ambiguous', '1/a.csv']])
    expect(read.records.find(({ nativeId }) => nativeId === 'lMnOpqrstuv')?.details.filmsPossible).toEqual([
      'videos/Twice(1).mp4',
      'videos/Twice.mp4',
    ])
  })
})

test('films in another part of the export are found', async () => {
  const whole = Object.entries(built.inEnglish)
  const isFilm = (name: string) => name.endsWith('.mp4')
  const first = await writeFiles(Object.fromEntries(whole.filter(([name]) => !isFilm(name))))
  const second = await writeFiles(Object.fromEntries(whole.filter(([name]) => isFilm(name))))
  const read = await readPaths(youtube, [first, second])
  expect(read.records.find(({ nativeId }) => nativeId === 'aBcDefghijk')?.media).toEqual([
    { role: 'video', names: ['videos/Council meeting March.mp4'], directory: '', alt: null },
  ])
})

test('histories, music, other products and Google’s own list are kept unread, in groups', async () => {
  const read = await readFiles(youtube, built.beside)
  const base = (name: string) => name.slice(name.lastIndexOf('/') + 1)
  expect(
    read.plan.files.filter(({ use }) => use !== 'records').map(({ name, type, group }) => [base(name), type, group]),
  ).toEqual([
    ['archive_browser.html', 'archive-browser', 'viewer'],
    ['MyActivity.json', 'other-product', 'searches'],
    ['c.csv', 'channel-settings', 'settings'],
    ['channel page settings.csv', 'channel-settings', 'settings'],
    ['search-history.json', 'history', 'searches'],
    ['watch-history.html', 'history', 'searches'],
    ['music library songs.csv', 'music', 'other'],
    ['grabaciones de vídeo.csv', 'video-list', 'other'],
  ])
  expect(read.plan.files.every(({ use, note }) => use === 'records' || note !== null)).toBe(true)
  expect(read.plan.findings.map(({ code, sentence }) => [code, sentence])).toEqual([
    [
      'listed-not-found',
      'Google’s own list of the archive names a file of YouTube’s that none of the parts given holds: “Lost.mp4”. If parts of the Takeout are missing, add them.',
    ],
  ])
  expect(youtube.leaveOut).toEqual(['advertising', 'log-ins', 'searches', 'location'])
})

test('the JSON, the pages and the playlists of earlier years are read', async () => {
  const read = await readFiles(youtube, built.early)
  expect(each(read).map(brief)).toEqual([
    ['comment', 'UgytHqobEtqoKm_-pYB4AaABAg', 'Thanks & see us\nsoon', 'aBcDefghijk', []],
    ['comment', '0vGCh85obuI @ 2016-06-15T08:50:49Z', 'Gracias', '0vGCh85obuI', []],
    ['playlist', 'PL0123456789ABCDEF', 'Summer\nFairs', null, []],
    ['playlist', 'WL', 'Watch later', null, []],
    ['contact', 'subscription UCA6DtnbZ2KJckyTYfXOwQNA', 'County News', null, []],
    ['video', 'aBcDefghijk', 'Fair\nBy the lake', null, ['videos/Fair.mp4']],
  ])
  const of = (id: string) => read.records.find(({ nativeId }) => nativeId === id)
  expect(of('aBcDefghijk')?.measures).toEqual([
    ['viewCount', 12],
    ['likeCount', 3],
  ])
  expect(of('PL0123456789ABCDEF')?.details.videos).toEqual([
    { id: 'aBcDefghijk', added: '2018-03-05T12:00:00.000Z', title: 'Fair' },
    { id: '0vGCh85obuI', added: '2018-03-05T12:00:00.000Z', title: 'Fireworks' },
  ])
  expect(of('WL')?.details.videos).toHaveLength(2)
  expect(read.items.filter(({ outcome }) => outcome.type === 'failed').map(({ pointer }) => pointer)).toEqual([
    '/li[2]',
  ])
})

test('several channels own nothing alone; what is deleted, empty, nameless or plain is said so', async () => {
  const read = await readFiles(youtube, built.odd)
  expect(read.recognition).toMatchObject({ ownerHandle: null, ownerNativeId: null, ownerName: null })
  expect(read.records.map(({ kind, text, state, author }) => [kind, text, state, author])).toEqual([
    ['profile', 'City of Alder Bay\nNews of the city', 'live', CHANNEL],
    ['profile', 'Alder Bay Parks', 'live', 'UCA6DtnbZ2KJckyTYfXOwQNA'],
    ['comment', 'Hello, all', 'live', CHANNEL],
    ['post', 'In JSON', 'live', ''],
    ['video', 'Gone', 'deleted', CHANNEL],
  ])
  expect(read.itemsOf('Kommentare.csv')).toEqual([])
  expect(read.items.filter(({ outcome }) => outcome.type === 'failed')).toHaveLength(1)
})

test.each([
  ['Meetings_2024-videos.csv', 'a'],
  ['Video_s in Watch later.csv', 'b'],
  ['A very long title of a playlist that Google cut s.csv', 'c'],
  ['Twice-videos.csv', null],
  ['Nobody-videos.csv', null],
])('the file %s belongs to the playlist %s', (name, id) => {
  const playlists = [
    { id: 'a', title: 'Meetings/2024' },
    { id: 'b', title: 'Watch later' },
    { id: 'c', title: 'A very long title of a playlist that Google cut short, alas' },
    { id: 'd', title: 'Twice' },
    { id: 'e', title: 'Twice!' },
  ]
  expect(playlistOfFile(`playlists/${name}`, playlists)).toBe(id)
})

test('a film is found by its cut title or by the number, and belongs to nobody where two titles begin so', async () => {
  const title = 'A meeting of the council about the lake, its park and all that'
  const { tree, peeks, byName } = await surveyOf({
    'videos/A meeting of the council about the lake, its.mp4': '',
    'videos/aBcDefghijk.mov': '',
    'notes.txt': 'x',
  })
  const films = (...others: readonly string[]) => filmsOf({ tree, peeks, byName }, [title, ...others])
  const cut = 'videos/A meeting of the council about the lake, its.mp4'
  expect([films().of('x', title), films(`${title}!`).of('x', title), films().of('aBcDefghijk', 'Else')]).toEqual([
    { certain: cut, possible: [] },
    { certain: null, possible: [cut] },
    { certain: 'videos/aBcDefghijk.mov', possible: [] },
  ])
  await tree.set.close()
})

test.each([
  ['Watch later-vídeos.csv', 'Watch later'],
  ['Video_s in Watch later.csv', 'Watch later'],
  ['Q-and-A-videoclipuri.csv', 'Q-and-A'],
  ['Films.csv', 'Films'],
])('the file %s is the playlist “%s”', (name, title) => {
  expect(titleOfFile(name)).toBe(title)
})

test.each([
  [
    ['Name', 'Position', 'Description', 'Started On', 'Finished On'],
    ['Board', 'Chair', 'x', '2020', '2021'],
  ],
  [
    ['id', 'permalink', 'direction'],
    ['councilbook', 'https://r.example', 'up'],
  ],
  [
    ['Date', 'Link'],
    ['2024-01-01 00:00:00', 'https://l.example/1'],
  ],
])('a table of another platform is none of YouTube’s: %s', (...rows) => {
  expect(tableOf(rows)).toBeNull()
})

describe.skipIf(!existsSync(samples))('real structures give as many records as their files hold', () => {
  test('comments of both years, live chats without a header, likes as JSON', async () => {
    const read = await readPaths(youtube, [join(samples, 'purarue__google_takeout_parser')])
    // Counted over the raw files with Python's csv and json modules.
    expect(countKinds(read.records)).toEqual({ comment: 5, playlist: 1 })
    expect(read.records.find(({ kind }) => kind === 'playlist')).toMatchObject({
      nativeId: 'LLA6DtnbZ2KJckyTYfXOwQNA',
      measures: [['videos', 1]],
    })
    expect([...read.damaged]).toEqual([])
    expect(read.plan.files.filter(({ use }) => use === 'unread').map(({ type }) => type)).toEqual(['other-product'])
  })

  test('a Takeout of other products alone is not YouTube’s', async () => {
    const read = await readPaths(youtube, [join(samples, 'dogsheep__google-takeout-to-sqlite')])
    expect(read.recognition).toBeNull()
  })
})
