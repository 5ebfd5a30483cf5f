// What a clerk can rely on when a repository of Bluesky is read.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import bluesky from '../../../electron/core/intake/platforms/bluesky/platform.ts'
import { DID, PICTURE, repository } from '../../fixtures/bluesky.ts'
import { countKinds, readFiles, readPaths } from '../../support/read-platform.ts'

const samples = resolve(import.meta.dirname, '../../../../shared/samples')
const uri = (path: string) => `at://${DID}/${path}`

describe('a repository', () => {
  test('gives every record by its path in the tree, and says of all other blocks what they are', async () => {
    const { car, didDocument } = repository()
    const read = await readFiles(bluesky, { 'repo.car': car, 'did.json': didDocument })
    expect(
      read.records.map(({ kind, nativeId, text, parentNativeId }) => [kind, nativeId, text, parentNativeId]),
    ).toEqual([
      ['profile', uri('app.bsky.actor.profile/self'), 'City of Alder Bay\nNews', null],
      [
        'like',
        uri('app.bsky.feed.like/3lbkj25b7pi2l'),
        'at://did:plc:other/app.bsky.feed.post/3l3yw3dbdzks2',
        'at://did:plc:other/app.bsky.feed.post/3l3yw3dbdzks2',
      ],
      ['post', uri('app.bsky.feed.post/3lbkj25b7pa22'), 'Été ☀ see alder.example #lake', null],
      ['reply', uri('app.bsky.feed.post/3lbkj25b7pb22'), 'I agree', 'at://did:plc:b/app.bsky.feed.post/3l3'],
      ['post', uri('app.bsky.feed.post/3lbkj25b7pc22'), 'Look', null],
      [
        'repost',
        uri('app.bsky.feed.repost/3lbkj25b7pi2m'),
        'at://did:plc:other/app.bsky.feed.post/3l3yw3dbdzks2',
        'at://did:plc:other/app.bsky.feed.post/3l3yw3dbdzks2',
      ],
      [
        'other',
        uri('app.bsky.feed.threadgate/3lbkj25b7pa22'),
        'app.bsky.feed.threadgate',
        uri('app.bsky.feed.post/3lbkj25b7pa22'),
      ],
      ['other', uri('com.example.blog.entry/3lbkj25b7pd22'), 'Longer\nMore words', null],
    ])
    expect(read.items.flatMap(({ outcome }) => (outcome.type === 'passed-over' ? [outcome.reason] : []))).toEqual([
      'The commit, which signs the repository as a whole.',
      'A part of the tree that lists the repository’s records.',
      'A part of the tree that lists the repository’s records.',
      'A part of the tree that lists the repository’s records.',
      'Whom the account follows, blocks or lists: contacts are no records of what it said.',
      'A block that the repository’s tree does not list: an earlier state, or something left over.',
    ])
    expect(new Set(read.records.map(({ author }) => author))).toEqual(new Set(['alderbay.example']))
  })

  test('each item stands at its block’s place in the file, byte for byte', async () => {
    const { car } = repository()
    const read = await readFiles(bluesky, { 'repo.car': car })
    expect(read.items.every(({ start, bytes }) => car.subarray(start, start + bytes.length).equals(bytes))).toBe(true)
    expect(read.items.map(({ position }) => position)).toEqual(read.items.map((_, place) => place))
  })

  test('links by bytes of the text, alt texts, cards, quotes, warnings, blobs that lie beside', async () => {
    const { car } = repository()
    const read = await readFiles(bluesky, { 'repo.car': car, [`blobs/${PICTURE}`]: Buffer.from([0xff, 0xd8, 0, 1]) })
    const [, , first, , quote] = read.records
    expect([first?.links, first?.media, first?.details.warnings]).toEqual([
      [
        { shown: 'alder.example', target: 'https://alder.example/lake' },
        { shown: '#lake', target: '#lake' },
        { shown: 'did:plc:x', target: 'did:plc:x' },
      ],
      [{ role: 'photo', names: [`blobs/${PICTURE}`], directory: '', alt: 'The lake' }],
      ['graphic-media'],
    ])
    expect([quote?.links, quote?.details.quoted, quote?.details.card]).toEqual([
      [
        {
          shown: 'at://did:plc:other/app.bsky.feed.post/3l3yw3dbdzks2',
          target: 'at://did:plc:other/app.bsky.feed.post/3l3yw3dbdzks2',
        },
        { shown: 'News', target: 'https://news.example/1' },
      ],
      'at://did:plc:other/app.bsky.feed.post/3l3yw3dbdzks2',
      { title: 'News', description: 'Of today', address: 'https://news.example/1' },
    ])
    // Without createdAt, the time of the record's key.
    expect(read.records.at(-1)).toMatchObject({ atSource: '2024-11-22T17:31:19.069Z', precision: 'millisecond' })
  })
})

describe('integrity', () => {
  test.each(['secp256k1', 'prime256v1'] as const)(
    'a signature (%s) is not verified without a DID document, verified with it, wrong with another key',
    async (curve) => {
      const { car, didDocument } = repository([], curve)
      const codes = async (files: Readonly<Record<string, string | Uint8Array>>) =>
        (await readFiles(bluesky, files)).plan.findings.map(({ code }) => code)
      expect([
        await codes({ 'repo.car': car }),
        await codes({ 'repo.car': car, 'did.json': didDocument }),
        await codes({ 'repo.car': car, 'did.json': repository().didDocument }),
      ]).toEqual([['signature-not-verified'], [], ['signature-wrong']])
    },
  )

  test('a block that was changed is no record and is named; so are blocks that are missing', async () => {
    const { car, blocks, didDocument } = repository()
    const at = car.indexOf(Buffer.from('I agree'))
    const changed = Buffer.from(car)
    changed.write('I never', at)
    const altered = await readFiles(bluesky, { 'repo.car': changed, 'did.json': didDocument })
    expect(
      altered.items.flatMap(({ outcome, pointer }) => (outcome.type === 'failed' ? [[outcome.code, pointer]] : [])),
    ).toEqual([['block-altered', '/app.bsky.feed.post/3lbkj25b7pb22']])
    const path = 'app.bsky.feed.post/3lbkj25b7pc22'
    const partial = repository([path])
    const lacking = await readFiles(bluesky, { 'repo.car': partial.car, 'did.json': partial.didDocument })
    expect(
      lacking.plan.findings.map(({ code, sentence }) => [code, sentence.includes(String(blocks.get(path)?.cid))]),
    ).toEqual([['blocks-missing', true]])
    expect(countKinds(lacking.records).post).toBe(1)
  })

  test('a file that is cut off gives what stands before; one that is no CAR file is not claimed', async () => {
    const { car } = repository()
    const cut = await readFiles(bluesky, { 'repo.car': car.subarray(0, car.length - 30) })
    expect([[...cut.damaged.keys()], cut.records.length]).toEqual([['repo.car'], 8])
    const noise = await readFiles(bluesky, {
      'noise.bin': Buffer.from([0x3a, 0xa2, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
    })
    expect([noise.recognition, noise.plan.files]).toEqual([null, []])
  })

  test('any byte may be wrong: records or named outcomes, never an exception', async () => {
    const { car } = repository()
    for (let at = 0; at < car.length; at += 37) {
      const changed = Buffer.from(car)
      changed[at] = (changed[at] ?? 0) ^ 0x5a
      const read = await readFiles(bluesky, { 'repo.car': changed })
      expect(
        read.items.length + read.damaged.size + read.plan.findings.length + (read.recognition === null ? 1 : 0),
      ).toBeGreaterThan(0)
    }
  })
})

describe.skipIf(!existsSync(samples))('the sample, a real repository', () => {
  test('gives the records that its published contents list, and every digest agrees', async () => {
    const folder = join(samples, 'bluesky/snarfed__arroba')
    const read = await readPaths(bluesky, [folder])
    const listed = readFileSync(join(folder, 'snarfed2.json'), 'utf8')
    expect(
      read.records.map(({ kind, atSource }) => [kind, listed.includes(`"createdAt": "${atSource}"`)]).sort(),
    ).toEqual([
      ['like', true],
      ['profile', true],
    ])
    const outcomes = read.items.map(({ outcome }) => (outcome.type === 'passed-over' ? outcome.reason : outcome.type))
    expect(outcomes.filter((one) => one.startsWith('Whom') || one.startsWith('A setting'))).toHaveLength(3)
    expect([outcomes.includes('failed'), read.plan.findings.map(({ code }) => code)]).toEqual([
      false,
      ['signature-not-verified'],
    ])
    expect(read.recognition).toMatchObject({ confidence: 0.97, ownerNativeId: 'did:plc:5zspv27pk4iqtrl2ql2nykjh' })
  })
})
