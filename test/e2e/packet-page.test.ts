// The page of a packet in a requester's browser, from the disk: it tells the letter, the counts and the log, finds words, and checks the packet.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { letterDraft, letterSign } from '../../shared/contract/letter.ts'
import { emptyLetter, type LetterDraft } from '../../shared/domain/request/letter.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { unzipped } from '../golden/packet-files.ts'
import { asked, closeReviews, id, posts, privacy, redact, released } from '../support/reviewed.ts'
import type { RunningApp } from './support/app.ts'
import { violations } from './support/axe.ts'
import { keepPicture } from './support/look.ts'
import { readPage } from './support/reader.ts'

let reader: RunningApp
let packet: string
let changed: string
let again: string
const errors: string[] = []

beforeAll(async () => {
  const review = await asked(posts)
  const { vault, find, decide, sign, build, folder } = review
  await redact(review, await find('fence'), 'María López')
  await redact(review, await find('met'), 'MARI\u0301A  LO\u0301PEZ')
  await decide(await find('pothole'), released)
  const grounds = [{ ...privacy, describes: 'Medical leave' }]
  await decide(await find('badge'), { outcome: 'withhold', grounds, redactions: [], reason: '' })
  await sign()
  const draft: LetterDraft = {
    ...emptyLetter('determination', 'R. Ortiz'),
    ...{ outcome: 'in-part', exemptions: [privacy.exemption], day: LocalDate.parse('2026-12-14'), time: '12 noon' },
    reasons: 'Names of residents who complained are private.',
    responsible: [{ name: 'Pat Moreno', title: 'Records Clerk' }],
  }
  const letter = await vault.call(letterDraft, { request: id, id: null, draft })
  await vault.call(letterSign, { id: letter.id })
  expect(await build()).toMatchObject({ state: 'succeeded' })
  packet = join(folder, 'packet.zip')
  changed = join(folder, 'changed.zip')
  const bytes = readFileSync(packet)
  const at = bytes.indexOf('pothole')
  bytes[at] = (bytes[at] ?? 0) ^ 0x20
  writeFileSync(changed, bytes)
  const unpacked = join(folder, 'unpacked')
  execFileSync('unzip', ['-q', packet, '-d', unpacked])
  again = join(folder, 'again.zip')
  writeFileSync(
    again,
    rawZip([...(await unzipped(readFileSync(packet)))].map(([name, data]) => ({ name, data, method: 8 }))),
  )
  reader = await readPage(join(unpacked, 'index.html'))
  reader.page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  reader.page.on('pageerror', (error) => errors.push(error.message))
})
afterAll(async () => {
  await reader.close()
  rmSync(reader.folder, { recursive: true, force: true })
  await closeReviews()
})

test('tells the letter, what answers the request and what was kept back, and finds a record by its words', async () => {
  const { page } = reader
  await page.getByRole('heading', { name: 'The City’s letter' }).waitFor()
  expect(await page.getByRole('row', { name: /^Records that answer the request/ }).textContent()).toMatch(/4$/)
  expect(await page.getByRole('row', { name: /^Withheld/ }).textContent()).toMatch(/1$/)
  expect(await page.getByRole('row', { name: /Medical leave/ }).count()).toBe(1)
  expect(await page.locator('body').textContent()).not.toMatch(/López|LÓPEZ|Quokkason/)
  await page.getByRole('article').getByRole('link', { name: 'withholding log' }).first().click()
  await expect.poll(() => page.evaluate('location.hash')).toBe('#log')
  await keepPicture(reader, 'packet page')
  await page.getByRole('searchbox', { name: 'Find records by their words' }).fill('POTHOLE')
  await page.getByText('1 record with these words.').waitFor()
  expect(await page.getByRole('article').count()).toBe(1)
  await page.getByRole('searchbox', { name: 'Find records by their words' }).fill('')
  await expect.poll(() => page.getByRole('article').count()).toBe(4)
  expect(await violations(page)).toEqual([])
})

test('checks the packet with the digest of the letter, says without it only that it is consistent, and names what was changed', async () => {
  const { page } = reader
  const outcome = page.locator('#check-outcome')
  const go = page.getByRole('button', { name: 'Check the packet' })
  await page.getByLabel(/^The packet: drop the ZIP file here/).setInputFiles(packet)
  await go.click()
  await outcome.getByText('This packet is consistent in itself.').waitFor()
  await outcome.getByText(/Not proved: that this is the packet that the City issued/).waitFor()
  await page
    .getByLabel('SHA-256 from the City’s letter')
    .fill(createHash('sha256').update(readFileSync(packet)).digest('hex'))
  await go.click()
  await outcome.getByText('This is, byte for byte, the file that the letter speaks of.').waitFor()
  expect(await outcome.textContent()).not.toMatch(/complete|authentic|authored/i)
  await page.locator('#verify').scrollIntoViewIfNeeded()
  await keepPicture(reader, 'packet checked')
  await page.getByLabel('SHA-256 from the City’s letter').fill('')
  await page.getByLabel(/^The packet: drop the ZIP file here/).setInputFiles(again)
  await go.click()
  await outcome.getByText(/Somebody packed it again/).waitFor()
  await page
    .getByLabel('SHA-256 from the City’s letter')
    .fill(createHash('sha256').update(readFileSync(packet)).digest('hex'))
  await page.getByLabel(/^The packet: drop the ZIP file here/).setInputFiles(changed)
  await go.click()
  await outcome.getByText(/^Something is wrong with this packet/).waitFor()
  await outcome.getByText(/^P030: /).waitFor()
  await outcome
    .getByText(/^P013: .*changed/)
    .first()
    .waitFor()
  await keepPicture(reader, 'packet changed')
  expect(await violations(page)).toEqual([])
  expect(errors).toEqual([])
})
