// A web archive in a real vault: pages found by their words, their pictures kept, captures of one address together, twice the same.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { objectPath } from '../../../electron/core/vault/objects/lease.ts'
import { accessionReconciliation, intakeImport, intakeRecognise } from '../../../shared/contract/intake.ts'
import { recordPage, recordShow, recordThread } from '../../../shared/contract/record.ts'
import { vaultVerify } from '../../../shared/contract/vault.ts'
import { drafts, PNG, SITE, waczFiles, warcFile } from '../../fixtures/web-archive.ts'
import { rawZip } from '../../fixtures/zip/raw-zip.ts'
import { openTestArchive, type TestArchive } from '../../support/archive.ts'
import { writeFiles } from '../../support/read-platform.ts'

let vault: TestArchive
beforeAll(async () => {
  vault = await openTestArchive()
})
afterAll(() => vault.close())

const wacz = () => rawZip(Object.entries(waczFiles()).map(([name, data]) => ({ name, data })))

async function take(name: string, bytes: Buffer) {
  const { grant } = await vault.archive.grant(join(await writeFiles({ [name]: bytes }), name), 'read')
  const recognised = await vault.call(intakeRecognise, { sources: [grant] })
  expect(recognised.recognitions[0]).toMatchObject({ platform: 'web' })
  const { accession } = await vault.run(intakeImport, { sources: [grant], account: vault.account, platform: null })
  return vault.call(accessionReconciliation, { accession })
}

const rows = async (search: string) =>
  (await vault.call(recordPage, { search, before: null, limit: 20, live: false })).rows

test('a WACZ is taken in: every record of its file accounted for, every difference from its lists told', async () => {
  const document = await take('site.wacz', wacz())
  expect(document?.totals).toMatchObject({ stored: 7, versions: 0, failed: 3, unexplained: 0 })
  expect(document?.lines.every(({ status }) => status === 'read')).toBe(true)
  expect(document?.findings.map(({ code }) => code).sort()).toEqual([
    'capture-altered',
    'capture-missing',
    'page-not-captured',
  ])
  expect(document?.media).toMatchObject({ named: 3, found: 2, missing: 1 })
})

test('a page is found by its words, with the picture that it shows as a file of the vault', async () => {
  const found = await rows('"pool opens"')
  expect(found.map(({ text }) => text)).toEqual(['News\nThe pool opens.'])
  const [, first] = await rows('boats')
  const record = await vault.call(recordShow, { id: first?.id ?? 0 })
  const [lake] = record.versions[0]?.media ?? []
  const digest = createHash('sha256').update(PNG).digest('hex')
  expect(lake).toMatchObject({ role: 'photo', digest, mime: 'image/png', size: PNG.length, alt: 'The lake' })
  expect(existsSync(join(vault.folder, objectPath(digest)))).toBe(true)
  const thread = await vault.call(recordThread, { id: record.id, limit: 10 })
  expect(thread).toHaveLength(2)
})

test('the same captures in a lone packed WARC bring nothing new', async () => {
  const document = await take('crawl.warc.gz', warcFile(drafts, true))
  expect(document?.totals).toMatchObject({ stored: 0, versions: 0, same: 7, failed: 1, unexplained: 0 })
})

test('a WARC that was cut off is taken in as far as it goes', async () => {
  const whole = warcFile([...drafts.slice(0, 3), { ...drafts[6], type: 'response', uri: `${SITE}/late` }])
  const document = await take('cut.warc', whole.subarray(0, whole.length - 20))
  expect(document?.lines[0]).toMatchObject({ status: 'failed', note: expect.stringContaining('ends in the middle') })
  expect(document?.totals).toMatchObject({ same: 1, unexplained: 0 })
})

test('the vault verifies', async () => {
  expect((await vault.run(vaultVerify, {})).findings).toEqual([])
})
