// An X export is known by what its files say, whatever they and the folders around them are called.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import x from '../../../electron/core/intake/platforms/x/platform.ts'
import { members } from '../../fixtures/x/read-back.ts'
import { multiPartExport, type SmallOptions, smallExport } from '../../fixtures/x/small.ts'
import { handmade, manifest, never, readExport, records, temporary, tree, tweet } from './x-support.ts'

async function recognised(...paths: readonly string[]) {
  const opened = await tree(...paths)
  const found = await x.recognise(opened, never)
  await opened.set.close()
  return found
}

describe('an export is recognised', () => {
  test.each<[string, SmallOptions, string]>([
    ['as X makes it today', {}, 'current'],
    ['as X made it from 2020', { era: '2020' }, '2020'],
    ['as X made it before, at the root', { era: '2019-root' }, '2019-root'],
    ['inside a folder that somebody packed around it', { folder: 'From Twitter (2)' }, 'current'],
    ['without a list of contents', { manifest: 'missing' }, 'current'],
    ['without a list of contents, of 2020', { manifest: 'missing', era: '2020' }, '2020'],
    ['with marks before and after its data', { bom: true, semicolon: true }, 'current'],
  ])('%s', async (_, options, layout) => {
    const { path, facts } = await smallExport(await temporary(), options)
    const listed = options.manifest !== 'missing' && options.era !== '2019-root'
    expect(await recognised(path)).toMatchObject({
      platform: 'x',
      layout,
      ownerHandle: facts.userName,
      ownerNativeId: facts.accountId,
      ownerName: 'City of Alder Bay',
      generatedAt: listed ? Date.parse(facts.generationDate) : null,
      confidence: listed ? 0.99 : 0.95,
    })
  })

  test('as several parts, also where only one holds the list of contents', async () => {
    const { paths, facts } = await multiPartExport(await temporary())
    expect(await recognised(...paths)).toMatchObject({
      layout: 'current',
      ownerHandle: facts.userName,
      confidence: 0.99,
    })
  })

  test('as an unpacked folder, as its data folder alone, and with another name on every file', async () => {
    const folder = await handmade({
      'data/tweets.js': [tweet('1')],
      'data/account.js': [{ account: { username: 'AlderBayCity' } }],
    })
    await rename(join(folder, 'data/tweets.js'), join(folder, 'data/backup of posts.js'))
    expect(await recognised(folder)).toMatchObject({ layout: 'current', ownerHandle: 'AlderBayCity', confidence: 0.95 })
    expect(await recognised(join(folder, 'data'))).toMatchObject({ layout: 'current', ownerHandle: 'AlderBayCity' })
    expect(records(await readExport([folder])).map(({ nativeId }) => nativeId)).toEqual(['1'])
  })

  test('and its signs are told in sentences', async () => {
    const { path } = await smallExport(await temporary())
    const evidence = (await recognised(path))?.evidence ?? []
    expect(evidence).toHaveLength(3)
    expect(evidence.every((sentence) => /^[^ ].*\.$/.test(sentence))).toBe(true)
  })
})

describe('what is not an export of X is not taken for one', () => {
  test('files that are only named like X’s', async () => {
    const page = 'console.log("just a script")'
    expect(await recognised(await handmade({ 'data/tweets.js': page, 'data/manifest.js': page }))).toBeNull()
  })

  test('the layout of before 2018 is named', async () => {
    const folder = await handmade({
      'data/js/tweets/2014_03.js': 'Grailbird.data.tweets_2014_03 = \n [ ]',
      'tweets.csv': 'tweet_id,in_reply_to_status_id,timestamp\n',
    })
    const found = await recognised(folder)
    expect(found).toMatchObject({ layout: 'grailbird', confidence: 0.95 })
    expect(found?.evidence.join()).toContain('before 2018')
  })
})

test('a list of contents that cannot be read is said, and the files are found without it', async () => {
  const folder = await handmade({
    'data/manifest.js': 'window.__THAR_CONFIG = { "dataTypes" : ',
    'data/tweets.js': [tweet('1')],
  })
  const read = await readExport([folder])
  expect(read.plan.findings).toMatchObject([{ code: 'manifest-unreadable', file: 'manifest.js' }])
  expect(records(read)).toHaveLength(1)
})

test('parts of two accounts are not read as one without a word', async () => {
  const one = await handmade({
    'a/data/manifest.js': manifest({ 'data/tweets.js': 1 }),
    'a/data/tweets.js': [tweet('1')],
  })
  const other = await handmade({ 'b/data/manifest.js': manifest({}).replace('281104733', '999') })
  const opened = await tree(one, other)
  expect((await x.plan(opened, never)).findings.map(({ code }) => code)).toContain('owners-differ')
  await opened.set.close()
})

test('parts in folders with different names are one export, and media are found across them', async () => {
  const dir = await temporary()
  const { paths, facts } = await multiPartExport(dir)
  const unpacked = await Promise.all(
    paths.map(async (path, part) => {
      for (const [name, bytes] of await members(path)) {
        const target = join(dir, `unpacked-${part}`, `Archive ${part + 1}`, name)
        await mkdir(dirname(target), { recursive: true })
        await writeFile(target, bytes)
      }
      return join(dir, `unpacked-${part}`)
    }),
  )
  const read = await readExport(unpacked)
  const named = records(read).flatMap(({ media }) => media.map(({ directory, names }) => `${directory}/${names[0]}`))
  const expected = facts.posts.flatMap(({ media }) => media.map(({ path }) => `Archive 2/${path}`))
  expect(named.toSorted()).toEqual(expected.toSorted())
  expect(read.plan.files.flatMap(({ use, name }) => (use === 'unknown' ? [name] : []))).toEqual([])
})
