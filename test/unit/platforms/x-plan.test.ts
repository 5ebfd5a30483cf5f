// The plan of an X export: every file is read, kept with a reason, or unknown by name; nothing claimed is forgotten.
import { readFile, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import x from '../../../electron/core/intake/platforms/x/platform.ts'
import { smallExport } from '../../fixtures/x/small.ts'
import { dataTypes } from '../../fixtures/x/types.ts'
import { handmade, manifest, never, note, readExport, records, temporary, tree, tweet } from './x-support.ts'

async function planned(...paths: readonly string[]) {
  const opened = await tree(...paths)
  const plan = await x.plan(opened, never)
  await opened.set.close()
  return plan
}

describe('of an export as X makes it', () => {
  test('each declared file has its claim; what is not read says why', async () => {
    const { path, facts } = await smallExport(await temporary(), { parts: 3 })
    const plan = await planned(path)
    const claims = new Map(plan.files.map(({ name, claimed }) => [name, claimed]))
    expect(facts.files.map(({ fileName }) => claims.get(fileName))).toEqual(facts.files.map(({ claimed }) => claimed))
    expect(plan.files.filter(({ use, note: why }) => use !== 'records' && why === null)).toEqual([])
    expect(plan.files.filter(({ use }) => use === 'unknown').map(({ name }) => name)).toEqual([])
    expect(plan.files.filter(({ use }) => use === 'records')).toHaveLength(21)
    expect(plan.absent).toEqual([])
  })

  test('no type of X’s is unknown', async () => {
    const { path } = await smallExport(await temporary())
    const types = new Set((await planned(path)).files.map(({ type }) => type))
    expect(dataTypes.length).toBeGreaterThan(80)
    expect(dataTypes.map(({ file }) => file).filter((file) => !types.has(file) && !file.startsWith('article'))).toEqual(
      [],
    )
  })

  test('a claim that is not true stays beside what was read', async () => {
    const { path } = await smallExport(await temporary(), { manifest: 'lying' })
    const read = await readExport([path])
    const difference = read.plan.files.flatMap(({ name, claimed }) => {
      const count = read.items.get(name)?.filter(({ nested }) => !nested).length
      return claimed === null || count === undefined || count === claimed ? [] : [[name, claimed - count]]
    })
    expect(difference).toContainEqual(['data/tweets.js', 3])
  })

  test('an empty type is read, and holds nothing', async () => {
    const { path } = await smallExport(await temporary(), { emptyType: 'like' })
    const read = await readExport([path])
    expect(read.items.get('data/like.js')).toEqual([])
    expect(read.plan.files.find(({ name }) => name === 'data/like.js')).toMatchObject({ use: 'records', claimed: 0 })
  })
})

test('posts are read before the notes that belong to them, parts by number, headers last', async () => {
  const folder = await handmade({
    'data/tweet-headers.js': [],
    'data/note-tweet.js': [],
    'data/tweets-part10.js': [],
    'data/tweets-part2.js': [],
    'data/tweets.js': [],
    'data/deleted-tweets.js': [],
    'data/community-tweet.js': [],
  })
  const names = (await planned(folder)).files.map(({ name }) => name)
  expect(names).toEqual([
    'community-tweet.js',
    'tweets.js',
    'tweets-part2.js',
    'tweets-part10.js',
    'deleted-tweets.js',
    'note-tweet.js',
    'tweet-headers.js',
  ])
})

test('a file that nobody knows is named; one that the list leaves out is read when it says what it is', async () => {
  const folder = await handmade({
    'Your archive.html': '<html></html>',
    'assets/js/main.js': 'void 0',
    'assets/clip.mp4': 'film',
    'notes to self.docx': 'words',
    'data/manifest.js': manifest({ 'data/tweets.js': 1, 'data/hologram.js': 2 }),
    'data/tweets.js': [tweet('1')],
    'data/hologram.js': [{}, {}],
    'data/like.js': [{ like: { tweetId: '5', fullText: 'A &lt;b&gt;', expandedUrl: 'https://x.example/5' } }],
    'data/README.txt': 'words',
  })
  const plan = await planned(folder)
  expect(plan.files.map(({ name, use, type, claimed }) => [name, use, type, claimed])).toEqual([
    ['data/tweets.js', 'records', 'tweets', 1],
    ['data/like.js', 'records', 'like', null],
    ['data/hologram.js', 'unknown', 'hologram', 2],
    ['data/manifest.js', 'unread', 'manifest', null],
    ['data/README.txt', 'unread', 'readme', null],
    ['Your archive.html', 'unread', 'viewer', null],
    ['assets/js/main.js', 'unread', 'viewer', null],
    ['assets/clip.mp4', 'unknown', '', null],
    ['notes to self.docx', 'unknown', '', null],
  ])
  expect(records(await readExport([folder])).map(({ kind, text }) => [kind, text])).toEqual([
    ['post', 'Post 1'],
    ['like', 'A <b>'],
  ])
})

test('a file goes by what it says it is, not by what the list calls it', async () => {
  const folder = await handmade({
    'data/manifest.js': manifest({ 'data/tweets.js': 1 }),
    'data/tweets.js': `window.YTD.deleted_tweets.part0 = [ ${JSON.stringify(tweet('1'))} ]`,
  })
  const [file] = (await planned(folder)).files
  expect(file).toMatchObject({ type: 'deleted-tweets', claimed: 1, use: 'records' })
  expect(file?.note).toContain('calls itself deleted-tweets')
})

test('declared files that are missing, parts that are missing, and an export that is only a part are told', async () => {
  const folder = await handmade({
    'data/manifest.js': manifest({ 'data/tweets.js': 7, 'data/like.js': 2 }, { isPartialArchive: true }),
    'data/tweets-part2.js': [tweet('1')],
  })
  const plan = await planned(folder)
  expect(plan.absent).toEqual([
    { type: 'tweets', file: 'data/tweets.js', claimed: 7 },
    { type: 'like', file: 'data/like.js', claimed: 2 },
  ])
  expect(plan.findings.map(({ code }) => code)).toEqual(['partial-archive', 'part-missing'])
})

test('a list of contents in each part is compared with its own part', async () => {
  const one = await handmade({ 'data/manifest.js': manifest({ 'data/tweets.js': 1 }), 'data/tweets.js': [tweet('1')] })
  const other = await handmade({
    'data/manifest.js': manifest({ 'data/tweets.js': 2 }),
    'data/tweets.js': [tweet('2'), tweet('3')],
  })
  const read = await readExport([one, other])
  expect(read.plan.files.flatMap(({ type, claimed }) => (type === 'tweets' ? [claimed] : []))).toEqual([1, 2])
  expect(records(read).map(({ nativeId }) => nativeId)).toEqual(['1', '2', '3'])
})

test('headers repeat posts; those whose post is missing are told of, the deleted ones by number and time', async () => {
  const header = (id: string, more = {}) => ({
    tweet: { tweet_id: id, user_id: '1', created_at: 'Thu Feb 20 12:35:53 +0000 2025', ...more },
  })
  const folder = await handmade({
    'data/tweets.js': [tweet('1')],
    'data/tweet-headers.js': [header('1'), header('2')],
    'data/deleted-tweet-headers.js': [header('3', { deleted_at: 'Fri Feb 21 12:35:53 +0000 2025' })],
  })
  const read = await readExport([folder])
  expect(read.findings.map(({ code, sentence }) => [code, sentence])).toEqual([
    ['header-without-post', 'One post is listed in the headers, and the content is not in the export (2).'],
    [
      'deleted-post-without-content',
      'One deleted post is known by number and time only: the content is not in the export (3, deleted Fri Feb 21 12:35:53 +0000 2025).',
    ],
  ])
  const again = await readExport([folder], (name) => name === 'tweets.js')
  expect(again.findings).toEqual(read.findings)
})

describe('what is wrong with one thing does not touch the rest', () => {
  test.each(['like', 'tweets', 'direct-messages', 'note-tweet'])('a %s file that breaks off', async (malformed) => {
    const { path, facts } = await smallExport(await temporary(), { malformed })
    const read = await readExport([path])
    expect([...read.damaged.keys()]).toEqual([`data/${malformed}.js`])
    expect(read.damaged.get(`data/${malformed}.js`)).toMatch(/ends in the middle/)
    const whole = facts.files.filter(({ fileName }) => read.items.has(fileName) && fileName !== `data/${malformed}.js`)
    const counted = whole.map(({ fileName }) => read.items.get(fileName)?.filter(({ nested }) => !nested).length)
    expect(counted).toEqual(whole.map(({ written }) => written))
  })

  test('an element', async () => {
    const text = `window.YTD.tweets.part0 = [ ${JSON.stringify(tweet('1'))}, {"tweet":{"id_str":"2",}}, 7, {"tweet":{"id_str":"3"}}, {"tweet":{"full_text":"x"}}, ${JSON.stringify(tweet('4'))} ]`
    const read = await readExport([
      await handmade({ 'data/tweets.js': text, 'data/note-tweet.js': [note('9', 'x'), {}] }),
    ])
    const outcomes = read.items
      .get('tweets.js')
      ?.map(({ outcome }) => ('code' in outcome ? outcome.code : outcome.type))
    expect(outcomes).toEqual([
      'record',
      'item-malformed',
      'not-an-object',
      'post-without-text',
      'post-without-id',
      'record',
    ])
    expect(read.items.get('note-tweet.js')?.map(({ outcome }) => outcome.type)).toEqual(['record', 'failed'])
  })

  test('a number too large to be exact is not taken for an id', async () => {
    const text =
      'window.YTD.tweets.part0 = [ {"tweet":{"id":1892555555555555555,"full_text":"x"}}, {"tweet":{"id":20,"full_text":"y"}} ]'
    const read = await readExport([await handmade({ 'data/tweets.js': text, 'data/like.js': [] })])
    expect(records(read).map(({ nativeId }) => nativeId)).toEqual(['20'])
  })

  test('bytes that are not text are told', async () => {
    const folder = await handmade({ 'data/like.js': [], 'data/tweets.js': [tweet('1', { full_text: 'Caf\u00e9' })] })
    const path = `${folder}/data/tweets.js`
    await writeFile(path, Buffer.from((await readFile(path, 'utf8')).normalize('NFC'), 'latin1'))
    const read = await readExport([folder])
    expect(read.findings).toMatchObject([{ code: 'not-utf8', position: 0 }])
    expect(records(read)[0]?.text).toBe('Caf\uFFFD')
  })
})

test('reading stops when it is told to', async () => {
  const { path } = await smallExport(await temporary())
  const opened = await tree(path)
  const plan = await x.plan(opened, never)
  const reader = await x.open(opened, plan, await temporary(), never)
  const stop = new AbortController()
  stop.abort(new Error('stopped'))
  const [first] = plan.files
  await expect(async () => {
    if (first) for await (const _ of reader.read(first, stop.signal)) expect.unreachable()
  }).rejects.toThrow('stopped')
  await reader.close()
  await opened.set.close()
})
