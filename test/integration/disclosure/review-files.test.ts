// What a reviewer can rely on: a document goes out as pages that she looked through, with what she boxed gone from picture and words; never as it is.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, expect, test } from 'vitest'
import { filePagesAttach, filePagesMake, filePagesShow } from '../../../shared/contract/file-pages.ts'
import { holdList } from '../../../shared/contract/hold.ts'
import { intakeImport } from '../../../shared/contract/intake.ts'
import { accountAdd } from '../../../shared/contract/people.ts'
import { recordShow } from '../../../shared/contract/record.ts'
import { requestFile, requestPart, requestPartFiles } from '../../../shared/contract/request-life.ts'
import { reviewHits } from '../../../shared/contract/review.ts'
import { PlatformName } from '../../../shared/domain/account/account.ts'
import { Digest } from '../../../shared/domain/id.ts'
import { OTHER_SYSTEMS } from '../../../shared/domain/request/request-life.ts'
import type { Redaction } from '../../../shared/domain/review/review.ts'
import { unzipped } from '../../golden/packet-files.ts'
import { madePdf } from '../../support/made-pdf.ts'
import { asked, closeReviews, id, leaving, plainly, privacy, redact, released, saying } from '../../support/reviewed.ts'
import { expectSound } from '../../support/sound-pdf.ts'
import { withFile } from '../../support/with-file.ts'

afterEach(closeReviews)

const NAME = 'María Quokkason'

async function opened(file: Buffer) {
  const review = await asked((folder) =>
    withFile(folder, file, [`Thanks to ${NAME} for the report`, 'The library is open']),
  )
  const { vault, find } = review
  const record = await find('memorandum')
  const digest = Digest.parse(createHash('sha256').update(file).digest('hex'))
  const { versions } = await vault.call(recordShow, { id: record })
  expect(versions[0]?.media[0]?.digest).toBe(digest)
  return { ...review, record, digest, thanks: await find('Thanks'), library: await find('library') }
}

test('a document goes out as looked through, with what was boxed gone, or not at all', async () => {
  const pdf = await madePdf(['Budget of the shelter', `Complaint of ${NAME}\nof 12 Fir Street`], `About ${NAME}`)
  const review = await opened(pdf)
  const { vault, folder, record, digest, thanks, library, decide, sign, build } = review
  expect((await build()).problem?.sentence).toContain('has a document that nobody has looked through')
  await decide(record, released)
  await redact(review, thanks, NAME)
  await decide(library, released)
  await sign()
  expect((await build()).problem?.sentence).toContain('not every page was looked through')

  expect(await vault.run(filePagesMake, { file: digest, name: 'memo.pdf' })).toEqual({ pages: 2 })
  const { pages } = await vault.call(filePagesShow, { file: digest })
  expect(pages.map(({ page }) => page)).toEqual([1, 2])
  expect(pages[0]?.text.split('\n')).toContain('Budget of the shelter')
  expect(pages[1]?.text.split('\n')).toEqual(expect.arrayContaining([`Complaint of ${NAME}`, 'of 12 Fir Street']))
  await expect(decide(record, { ...released, read: [{ digest, pages: 1 }] })).rejects.toThrow('drawn anew')
  await decide(record, { ...released, read: [{ digest, pages: 2 }] })
  // What is redacted elsewhere stands on its second page.
  expect((await vault.call(reviewHits, { request: id })).hits).toMatchObject([{ record, redactedIn: thanks }])
  await sign()
  expect((await build()).problem?.sentence).toMatch(/^1 record says words that are redacted in another one/)

  const box = { left: 0, top: 0, width: 1, height: 0.12 }
  const redactions: Redaction[] = [{ field: 'page', digest, page: 2, boxes: [box], ground: privacy }]
  await decide(record, { ...released, outcome: 'redact', redactions, read: [{ digest, pages: 2 }] })
  expect((await vault.call(reviewHits, { request: id })).hits).toEqual([])
  await sign()
  expect(await build()).toMatchObject({ state: 'succeeded' })
  const files = await leaving(folder)
  expect(saying(files, 'Quokkason')).toEqual([])
  const [name] = [...files.keys()].filter((one) => one.endsWith('-pages.pdf'))
  const words = plainly(files.get(`${name} as text`) ?? '')
  for (const said of ['Budget of the shelter', 'of 12 Fir Street']) expect(words).toContain(plainly(said))
  expect(files.get('withholding-log.csv')).toContain(privacy.describes)

  const bytes = await unzipped(readFileSync(join(folder, 'packet.zip')))
  const digests = [...bytes.values()].map((file) => createHash('sha256').update(file).digest('hex'))
  expect(digests).not.toContain(digest)
  writeFileSync(join(folder, 'pages.pdf'), bytes.get(name ?? '') ?? '')
  expectSound(join(folder, 'pages.pdf'))
  execFileSync('pdfimages', ['-png', join(folder, 'pages.pdf'), join(folder, 'picture')])
  const pictures = readdirSync(folder)
    .filter((one) => one.startsWith('picture-'))
    .sort()
  expect(pictures).toHaveLength(2)
  const dark = await Promise.all(
    pictures.map(async (one) => {
      const { data, info } = await sharp(join(folder, one)).greyscale().raw().toBuffer({ resolveWithObject: true })
      return data.subarray(0, Math.floor(info.height * 0.12) * info.width).every((value) => value === 0)
    }),
  )
  expect(dark).toEqual([false, true])
  expect(execFileSync('pdfinfo', [join(folder, 'pages.pdf')], { encoding: 'utf8' })).toMatch(/Tagged: +yes/)
})

test('a document that is no PDF is read as one made outside, bound to it, or withheld whole only as all exempt', async () => {
  const office = Buffer.from('{\\rtf1 A memorandum}')
  const { vault, folder, record, digest, thanks, library, decide, sign, build } = await opened(office)
  const whole = (more: object): Redaction[] => [{ field: 'media', digest, boxes: [], ...more, ground: privacy }]
  await expect(decide(record, { ...released, outcome: 'redact', redactions: whole({}) })).rejects.toThrow(
    'all of it is exempt',
  )
  const refused = await vault.start(filePagesMake, { file: digest, name: 'memo.xyz' })
  expect(refused.problem?.sentence).toContain('This is no PDF')

  writeFileSync(join(folder, 'memo.pdf'), await madePdf(['The memorandum of the office']))
  const pdf = vault.archive.grant(join(folder, 'memo.pdf'), 'read').grant
  await vault.run(filePagesAttach, { file: digest, pdf, how: 'The IT desk, from the original' })
  expect(await vault.call(filePagesShow, { file: digest })).toMatchObject({
    pages: [{ page: 1, text: expect.stringContaining('The memorandum of the office') }],
    made: [{ kind: 'paper', how: 'The IT desk, from the original', by: 'clerk' }],
  })
  for (const one of [thanks, library]) await decide(one, released)
  await decide(record, { ...released, read: [{ digest, pages: 1 }] })
  expect(await build()).toMatchObject({ state: 'succeeded' })
  const files = await leaving(folder)
  expect(saying(files, 'The memorandum of the office')).toEqual(
    expect.arrayContaining([expect.stringContaining('-pages.pdf as text')]),
  )
  await decide(record, { ...released, outcome: 'redact', redactions: whole({ allExempt: true }) })
  await sign()
  expect(await build()).toMatchObject({ state: 'succeeded' })
  expect([...(await leaving(folder)).keys()].filter((name) => name.startsWith('media/'))).toEqual([])
})

test('files of another system are taken into a part of the request: looked through, redacted and numbered with the rest, and held', async () => {
  const review = await opened(await madePdf(['Budget']))
  const { vault, folder, record, digest, thanks, library, decide, sign, build, list } = review
  const mail = await madePdf(['From the mayor', `Call ${NAME}`])
  writeFileSync(join(folder, 'mail.pdf'), mail)
  const part = { title: 'Emails of the mayor', system: 'Exchange', holder: 'IT', state: 'found' as const, answer: '' }
  const { number } = await vault.call(requestPart, { id, number: null, part })
  const platform = PlatformName.parse(OTHER_SYSTEMS.platform)
  const draft = { name: '', department: '', liaison: '', nativeId: null }
  const account = (await vault.call(accountAdd, { ...OTHER_SYSTEMS, platform, ...draft })).id
  const sources = [vault.archive.grant(join(folder, 'mail.pdf'), 'read').grant]
  const { accession } = await vault.run(intakeImport, { sources, account, platform })
  await expect(vault.call(requestPartFiles, { id, number: 9, accession })).rejects.toThrow('has no part 9')
  expect(await vault.call(requestPartFiles, { id, number, accession })).toEqual({ records: 1 })
  expect(await vault.call(requestPartFiles, { id, number, accession })).toEqual({ records: 1 })
  const { parts, events } = await vault.call(requestFile, { id })
  expect(parts).toMatchObject([{ number: 1, files: 1 }])
  expect(events.filter(({ words }) => words.includes('1 file received'))).toHaveLength(1)

  const { items } = await list()
  const own = items.map((item) => item.record).find((one) => ![record, thanks, library].includes(one))
  if (own === undefined) throw new Error('the file answers nothing')
  const held = await vault.call(holdList, {})
  expect(held.some(({ records }) => records >= 4)).toBe(true)
  const file = Digest.parse(createHash('sha256').update(mail).digest('hex'))
  await vault.run(filePagesMake, { file: digest, name: 'memo.pdf' })
  await vault.run(filePagesMake, { file, name: 'mail.pdf' })
  await decide(record, { ...released, read: [{ digest, pages: 1 }] })
  await decide(library, released)
  await redact(review, thanks, NAME)
  await decide(own, released)
  await sign()
  expect((await build()).problem?.sentence).toContain('says words that are redacted in another one')
  const box = { left: 0, top: 0, width: 1, height: 0.12 }
  const redactions: Redaction[] = [{ field: 'page', digest: file, page: 2, boxes: [box], ground: privacy }]
  await decide(own, { ...released, outcome: 'redact', redactions, read: [{ digest: file, pages: 2 }] })
  await sign()
  expect((await build()).problem?.sentence).toBeUndefined()
  const files = await leaving(folder)
  expect(saying(files, 'Quokkason')).toEqual([])
  const rows = (files.get('records.csv') ?? '').split('\r\n').slice(1, -1)
  expect(rows).toHaveLength(4)
  expect(rows.at(-1)).toContain('mail.pdf')
  expect([...files.keys()].filter((one) => /AB-2026-000004.*-pages\.pdf$/.test(one))).toHaveLength(1)
})
