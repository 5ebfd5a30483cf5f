// A restricted record at the desk, in the real app, by keyboard: its words stand nowhere until it is opened on purpose; many at once, and undone.
import { randomUUID } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { scheduleFile } from '../integration/retention/support.ts'
import { post, xFiles } from '../support/x-files.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, goTo, importArchive, openFirst, openNewDesk, search } from './support/desk.ts'
import { expectNoAxeProblems, photograph } from './support/look.ts'
import { callVault } from './support/vault-client.ts'

let folder: string
let running: RunningApp
let page: Page
const words = 'Quillwort student of 14'

beforeAll(async () => {
  folder = await temporaryFolder()
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  const path = join(folder, 'one.zip')
  const files = xFiles([post(1, words), post(2), post(3), post(4)])
  await writeFile(path, rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))))
  await importArchive(running, path)
  // The queue wants series to tag with.
  await callVault(page, 'schedule.import', scheduleFile(), randomUUID())
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const shown = () => page.getByText(words, { exact: false }).count()

test('a record is restricted, and says only its ground until it is opened on purpose by keyboard', async () => {
  await search(page, 'Quillwort')
  const record = await openFirst(page)
  await record.getByRole('button', { name: 'Restrict …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restrict this record' })
  await dialog.getByLabel('Why').fill('Names a student')
  await photograph(running, 'restrict a record')
  await expectNoAxeProblems(page)
  await dialog.getByRole('button', { name: 'Restrict it' }).click()
  await page.getByRole('heading', { name: 'Restricted: Juvenile' }).waitFor()
  await expect.poll(shown).toBe(0)
  await page.locator('.grid-row', { hasText: 'Restricted: Juvenile' }).waitFor()
  await photograph(running, 'restricted record')
  await expectNoAxeProblems(page)

  await page.getByRole('button', { name: 'Show what it says' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('It is shown in this window', { exact: false }).waitFor()
  await expect.poll(shown).toBe(1)
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true)
  await photograph(running, 'restricted record open')
  await expectNoAxeProblems(page)
  await page.getByRole('button', { name: 'Hide it again' }).click()
  await page.getByRole('heading', { name: 'Restricted: Juvenile' }).waitFor()
  await expect.poll(shown).toBe(0)
})

test('the queue shows its ground and opens it on purpose', async () => {
  await goTo(page, 'Classify')
  const card = page.locator('.queue-record')
  await card.getByText('Restricted: Juvenile').or(card.getByText('Notice')).first().waitFor()
  for (let step = 0; step < 6 && (await card.getByText('Restricted: Juvenile').count()) === 0; step++) {
    await page.keyboard.press('s')
  }
  await card.getByText('Restricted: Juvenile').waitFor()
  expect(await shown()).toBe(0)
  await photograph(running, 'restricted in the queue')
  await card.getByRole('button', { name: 'Show what it says' }).click()
  await expect.poll(shown).toBe(1)
})

test('all that a search finds is restricted as one act and undone', async () => {
  expect(await search(page, 'Notice')).toBe(3)
  await page.getByRole('button', { name: 'Restrict all …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restrict 3 records' })
  await dialog.getByLabel('Why').fill('Witnesses of the accident')
  await dialog.getByRole('button', { name: 'Restrict them' }).click()
  await dialog.getByText('3 records were restricted.', { exact: false }).waitFor()
  await photograph(running, 'restricted many')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await dialog.getByText('3 records are no longer restricted.', { exact: false }).waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await expect.poll(() => search(page, 'restricted'), { timeout: 30_000 }).toBe(1)
})

test('the review of a request opens it on purpose, too', async () => {
  const request = {
    id: '26-9001',
    receivedOn: '2026-11-16',
    channel: 'email',
    requester: '',
    text: 'Posts on students',
  }
  const asked = { ...request, immediateDisclosure: false, accounts: [], from: null, to: null, search: 'Quillwort' }
  await callVault(page, 'request.open', asked, randomUUID())
  // Another start of the window has opened nothing yet.
  await page.reload()
  await page.evaluate(() => {
    location.hash = '#/requests/26-9001/review'
  })
  await page.getByText('This record is restricted').waitFor()
  expect(await shown()).toBe(0)
  await photograph(running, 'restricted in the review')
  await expectNoAxeProblems(page)
  await page.getByRole('button', { name: 'Show what it says' }).click()
  await expect.poll(shown).toBeGreaterThan(0)
})
