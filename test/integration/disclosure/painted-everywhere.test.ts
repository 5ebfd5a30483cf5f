// A picture with boxes, wherever a packet, a draft, a load file, a set for the portal or for paper shows it: never what lies under the paint.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { packetDraft } from '../../../shared/contract/packet.ts'
import { packetPaper, packetPortal } from '../../../shared/contract/packet-set.ts'
import { recordShow } from '../../../shared/contract/record.ts'
import { requestShow } from '../../../shared/contract/request.ts'
import { reviewHits } from '../../../shared/contract/review.ts'
import type { RecordId } from '../../../shared/domain/id.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { unzipped } from '../../golden/packet-files.ts'
import { type Asked, asked, closeReviews, id, privacy, released } from '../../support/reviewed.ts'
import { post, xFiles } from '../../support/x-files.ts'

afterAll(closeReviews)

/** A colour that nothing else of a packet has. */
const PLANTED = { r: 255, g: 0, b: 255 }
const box = { left: 0, top: 0, width: 0.5, height: 1 }

/** Green, with its left part in the planted colour. */
const plate = () =>
  sharp({ create: { width: 160, height: 120, channels: 3, background: '#22aa44' } }).composite([
    { input: { create: { width: 70, height: 120, channels: 3, background: PLANTED } }, left: 0, top: 0 },
  ])

/** The same photo in two posts, and one that no PDF can hold as it is. */
async function photos(folder: string): Promise<string> {
  const [jpeg, webp] = [
    await plate().jpeg({ quality: 95 }).toBuffer(),
    await plate().webp({ lossless: true }).toBuffer(),
  ]
  const shown = [
    ['The car of a resident', 'GqPlateA.jpg', jpeg],
    ['The same car once more', 'GqPlateB.jpg', jpeg],
    ['The car as a browser kept it', 'GqPlateC.webp', webp],
  ] as const
  const posts = shown.map(([words, name], nth) => {
    const { tweet } = post(nth, words)
    const of = { id_str: `90${nth}`, id: `90${nth}`, url: 'https://t.co/car', indices: ['0', '1'], type: 'photo' }
    const media = [
      { ...of, media_url_https: `https://pbs.twimg.com/media/${name}`, expanded_url: 'https://x.example/1' },
    ]
    return { tweet: { ...tweet, entities: { media }, extended_entities: { media } } }
  })
  const members = Object.entries(xFiles(posts)).map(([name, data]) => ({ name, data, method: 8 }))
  const files = shown.map(([, name, data], nth) => ({
    name: `data/tweets_media/${1000 + nth}-${name}`,
    data,
    method: 0,
  }))
  const path = join(folder, 'x.zip')
  writeFileSync(path, rawZip([...members, ...files]))
  return path
}

async function paint({ vault, decide }: Asked, record: RecordId): Promise<void> {
  const { versions } = await vault.call(recordShow, { id: record })
  const digest = versions.at(-1)?.media[0]?.digest
  if (digest == null) throw new Error('the record has no picture')
  const redactions = [{ field: 'media' as const, digest, boxes: [box], ground: { ...privacy, describes: 'A plate' } }]
  await decide(record, { outcome: 'redact', grounds: [], redactions, reason: '' })
}

async function showsPlanted(picture: Buffer): Promise<boolean> {
  const { data, info } = await sharp(picture).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  const [red, green, blue] = [0, 1, Math.min(2, info.channels - 1)]
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at + red] ?? 0) > 200 && (data[at + green] ?? 255) < 60 && (data[at + blue] ?? 0) > 200) return true
  return false
}

/** Every picture among files, and in each PDF among them. @returns how many there are, and those that show the planted colour */
async function seen(folder: string, files: Iterable<readonly [string, Buffer]>) {
  const shows: string[] = []
  let count = 0
  const look = async (name: string, bytes: Buffer) => {
    count += 1
    if (await showsPlanted(bytes)) shows.push(name)
  }
  for (const [name, bytes] of files) {
    if (/\.(?:png|jpe?g|webp)$/.test(name)) await look(name, bytes)
    if (!name.endsWith('.pdf')) continue
    const own = mkdtempSync(join(folder, 'drawn-'))
    writeFileSync(join(own, 'paper.pdf'), bytes)
    execFileSync('pdfimages', ['-png', join(own, 'paper.pdf'), join(own, 'drawn')])
    for (const drawn of readdirSync(own).filter((one) => one.endsWith('.png')))
      await look(`${name}: ${drawn}`, readFileSync(join(own, drawn)))
  }
  return { count, shows }
}

it('shows nothing of what lies under its boxes, and goes out whole of no other record unasked', async () => {
  const review = await asked(photos)
  const { vault, folder, find, decide, sign, build } = review
  const original = await seen(folder, await unzipped(readFileSync(join(folder, 'x.zip'))))
  expect(original).toMatchObject({ count: 3, shows: { length: 3 } })
  const [first, again, kept] = [await find('resident'), await find('"once more"'), await find('browser')]
  await paint(review, first)
  await paint(review, kept)
  await decide(again, released)
  const { hits } = await vault.call(reviewHits, { request: id })
  expect(hits).toMatchObject([{ record: again, redactedIn: first, isFile: true, words: '1001-GqPlateB.jpg' }])
  await sign()
  expect((await build()).problem?.sentence).toContain(
    '1 record holds a file, byte for byte, that is redacted in another',
  )
  await paint(review, again)
  expect((await vault.call(reviewHits, { request: id })).hits).toEqual([])
  await sign()

  const target = (name: string) => vault.archive.grant(join(folder, name), 'write').grant
  const whatLeft = async (name: string) => seen(folder, await unzipped(readFileSync(join(folder, name))))
  await vault.run(packetDraft, { request: id, to: target('DRAFT-packet.zip'), concordance: true })
  // Three pictures in media/, three in records.pdf, and one in each PDF of the load file.
  expect(await whatLeft('DRAFT-packet.zip')).toEqual({ count: 9, shows: [] })
  expect((await build({ concordance: true })).problem).toBeNull()
  expect(await whatLeft('packet.zip')).toEqual({ count: 9, shows: [] })
  const [made] = (await vault.call(requestShow, { id })).productions
  if (made === undefined) throw new Error('no production')
  await vault.run(packetPortal, { production: made.id, limit: 5_000_000, published: false, to: target('portal.zip') })
  expect(await whatLeft('portal.zip')).toEqual({ count: 3, shows: [] })
  await vault.run(packetPaper, { production: made.id, to: target('paper.pdf') })
  expect(await seen(folder, [['paper.pdf', readFileSync(join(folder, 'paper.pdf'))]])).toEqual({ count: 3, shows: [] })
})
