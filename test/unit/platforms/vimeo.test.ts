// What a clerk can rely on when Vimeo's answers, captions and tables are read.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import soundcloud from '../../../electron/core/intake/platforms/soundcloud/platform.ts'
import vimeo from '../../../electron/core/intake/platforms/vimeo/platform.ts'
import * as soundCloudBuilt from '../../fixtures/soundcloud.ts'
import * as built from '../../fixtures/vimeo.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')

test('videos, comments with their answers, showcases, folders, captions, likes and the profile are records', async () => {
  const read = await readFiles(vimeo, built.api)
  expect(read.recognition).toMatchObject({
    title: 'Vimeo',
    confidence: 0.99,
    ownerHandle: 'alderbay',
    ownerNativeId: '19001',
    ownerName: 'Alder Bay',
  })
  const brief = read.records.map(({ kind, nativeId, author, text, parentNativeId }) => [
    kind,
    nativeId,
    author,
    text,
    parentNativeId,
  ])
  expect(brief.sort((one, other) => String(one).localeCompare(String(other), 'en'))).toEqual([
    ['album', 'folder 44', 'Alder Bay', 'Drafts', null],
    ['album', 'showcase 55', 'Alder Bay', 'Meetings\nAll', null],
    ['comment', '1700', 'Ana', 'Well said', '592018875'],
    ['comment', '1701', 'Ana', 'Thanks', '592018875'],
    ['comment', '1702', 'Ana', 'Welcome', '1701'],
    ['comment', '1703', 'Ana', 'Indeed', '1700'],
    ['file', 'text track 31337', '', 'captions es council.vtt', '592018875'],
    ['file', 'transcript 31337.vtt of 592018875', '', 'Buenas tardes', '592018875'],
    ['like', 'like 592018875 by /users/9002', 'Ana', '', '592018875'],
    ['like', 'like 77000001', 'Alder Bay', 'Birds', '77000001'],
    ['profile', '19001', 'Alder Bay', 'Alder Bay\nFilms of the council', null],
    ['video', '592018875', 'Alder Bay', 'Council\nFirst line\nSecond line', null],
    ['video', '592018876', 'Alder Bay', 'Hidden', null],
    ['video', '592018877', 'Alder Bay', 'Library day', null],
  ])
  expect(read.records.filter(({ conversation }) => conversation === '592018875').length).toBe(7)
})

test('visibility, files, measures and times are kept; passwords, keys and addresses that expire are not', async () => {
  const read = await readFiles(vimeo, built.api)
  const of = (id: string) => read.records.find(({ nativeId }) => nativeId === id)
  expect(of('592018875')).toMatchObject({
    at: Date.UTC(2021, 7, 25, 7, 5, 59),
    sourceZone: 'UTC',
    details: { seconds: 60, size: '1920 × 1080', visibility: 'anybody', tags: ['council'], status: 'available' },
    measures: [
      ['plays', 3],
      ['likes', 2],
      ['comments', 3],
    ],
    media: [{ role: 'video', names: ['films/592018875.mp4'] }, { names: ['films/council-hd.mp4'] }],
  })
  expect(of('592018876')?.details).toMatchObject({
    visibility: 'unlisted',
    embeddableBy: 'private',
    mayComment: 'nobody',
    folder: 'Drafts',
    broadcast: { status: 'done', ended_time: '2021-08-25T09:00:00+00:00' },
  })
  expect(of('592018877')?.media.flatMap(({ names }) => names)).toEqual(['alone/Library day.mp4'])
  expect(of('showcase 55')).toMatchObject({ details: { visibility: 'nobody' }, measures: [['videos', 2]] })
  expect(JSON.stringify(read.records)).not.toMatch(/open sesame|stream-key|send\.example|secret/)
})

test('what an answer counts is compared, a page that is not there is told, an empty list is there and empty', async () => {
  const read = await readFiles(vimeo, built.api)
  const file = (name: string) => read.plan.files.find((one) => one.name === name)
  expect([file('comments.json')?.claimed, file('videos-1.json')?.claimed, file('empty.json')?.claimed]).toEqual([
    2,
    null,
    0,
  ])
  expect(file('empty.json')).toMatchObject({ type: 'list', use: 'records' })
  expect(file('followers.json')).toMatchObject({ use: 'unread', group: 'contacts' })
  expect(read.items.filter(({ nested }) => !nested && read.itemsOf('comments.json').length > 0).length).toBeGreaterThan(
    0,
  )
  expect(read.itemsOf('comments.json').filter(({ nested }) => !nested).length).toBe(2)
  expect(read.plan.findings).toEqual([
    {
      code: 'list-continues',
      file: 'videos-1.json',
      sentence:
        'This list goes on at /users/19001/videos?page=2&per_page=2, which is not in the package. Fetch that page too and import it.',
    },
  ])
  const second = JSON.stringify({
    total: 3,
    page: 2,
    paging: { next: null, previous: '/users/19001/videos?page=1', first: '/users/19001/videos?page=1' },
    data: [],
  })
  expect((await readFiles(vimeo, { ...built.api, 'videos-2.json': second })).plan.findings).toEqual([])
})

test('answers with escaped slashes, at the root, wrapped, or broken off are read all the same', async () => {
  const [first] = z.object({ data: z.array(z.unknown()) }).parse(JSON.parse(built.api['comments.json'])).data
  const escaped = JSON.stringify({ body: { data: [first] } }).replaceAll('/', '\\/')
  const wrapped = JSON.stringify([{ type: 'video', video: JSON.parse(built.api['alone/Library day.json']) }, 7])
  const cut = built.api['comments.json'].slice(0, -40)
  const read = await readFiles(vimeo, { 'a.json': escaped, 'b.json': wrapped, 'c.json': cut })
  expect(read.itemsOf('a.json')[0]?.outcome).toMatchObject({ draft: { nativeId: '1700', parentNativeId: '592018875' } })
  expect(read.itemsOf('b.json').map(({ outcome }) => outcome.type)).toEqual(['record', 'failed'])
  expect(read.itemsOf('c.json')[0]?.outcome).toMatchObject({ draft: { nativeId: '1700' } })
  expect([...read.damaged.keys()]).toEqual(['c.json'])
})

test('one object a line is read line by line; a line that is none is a failed item', async () => {
  const page: unknown = JSON.parse(built.api['videos-1.json'])
  const videos = z
    .object({ data: z.array(z.unknown()) })
    .parse(page)
    .data.map((one) => JSON.stringify(one))
  const read = await readFiles(vimeo, { 'a.jsonl': `\ufeff${[videos[0], '', '{"cut', videos[1]].join('\r\n')}` })
  expect(read.items.map(({ outcome, pointer }) => [outcome.type, pointer])).toEqual([
    ['record', '/0'],
    ['failed', '/1'],
    ['record', '/2'],
  ])
  expect(read.records.map(({ nativeId }) => nativeId)).toEqual(['592018875', '592018876'])
  const text = Buffer.from(read.items[2]?.bytes ?? []).toString('utf8')
  expect(text.trim()).toBe(videos[1])
})

test('tables are read by their columns; counts and tables that mean nothing are kept unread and said so', async () => {
  const read = await readFiles(vimeo, built.tables)
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
    ['comment', '1700', 'Well, said', 'Ana', '592018875'],
    ['video', '592018875', 'Council\nFirst line\nSecond line', '', null],
  ])
  expect(read.records[1]).toMatchObject({
    details: { visibility: 'anybody', other: { Mood: 'calm' } },
    measures: [['plays', 3]],
  })
  const unread = read.plan.files.filter(({ use }) => use === 'unread').map(({ name, note }) => [name, note])
  expect(unread).toEqual([
    ['analytics.csv', 'Counts of plays and visits; they are of no single record.'],
    ['billing.csv', 'A table whose columns mean nothing here: Invoice, Amount.'],
  ])
})

test('a file of its own beside a film is read by its keys, whoever wrote it', async () => {
  const written = {
    id: '592018875',
    title: 'Council',
    description: 'All of it',
    webpage_url: 'https://vimeo.com/592018875',
    uploader: 'Alder Bay',
    upload_date: '20210825',
    formats: [],
  }
  const read = await readFiles(vimeo, {
    'Council.info.json': JSON.stringify(written),
    'Council.mp4': 'not really a film',
  })
  expect(read.recognition?.confidence).toBe(0.6)
  expect(read.records).toMatchObject([
    {
      kind: 'video',
      nativeId: '592018875',
      author: 'Alder Bay',
      at: Date.UTC(2021, 7, 25),
      precision: 'day',
      media: [{ names: ['Council.mp4'] }],
    },
  ])
})

test('what is another platform’s is not taken for Vimeo’s, nor Vimeo’s for SoundCloud’s', async () => {
  expect((await readFiles(vimeo, soundCloudBuilt.api)).recognition).toBeNull()
  expect(
    (await readFiles(vimeo, { 'a.csv': 'Title,Link,Date\r\nA,https://a.example,2020-01-01\r\n' })).recognition,
  ).toBeNull()
  expect((await readFiles(soundcloud, built.api)).recognition).toBeNull()
  // Somebody's words may hold an address.
  const words = {
    'a.json': '[{"timestamp":1,"title":"See https://vimeo.com/592018875 for it"}]',
    'b.csv': 'Date,Title,Body\r\n2020-01-01,A,See vimeo.com/1\r\n',
  }
  expect((await readFiles(vimeo, words)).recognition).toBeNull()
})

describe.skipIf(!existsSync(samples))('objects that Vimeo wrote itself', () => {
  test('as many as there are files, by ls and jq', async () => {
    const read = await readPaths(vimeo, [join(samples, 'vimeo/vimeo__VimeoNetworking')])
    // Seven JSON files: jq says three have a duration or a video's path, one a showcase's, three a membership alone.
    expect(countKinds(read.records)).toEqual({ video: 3, album: 1, profile: 3 })
    expect(read.records.find(({ kind }) => kind === 'album')).toMatchObject({
      nativeId: 'showcase 5451829',
      author: 'Jason Hawkins',
      text: '2018\nFavorites from 2018.',
      measures: [['videos', 2]],
      at: Date.UTC(2018, 9, 1, 14, 50, 13),
    })
    expect(read.records.find(({ nativeId }) => nativeId === '277485394')?.text).toBe('Big Sur')
    expect(JSON.stringify(read.records)).not.toMatch(/mock_live_key|mock_chat_token/)
    expect(read.recognition?.confidence).toBe(0.9)
    expect(read.damaged.size).toBe(0)
  })
})
