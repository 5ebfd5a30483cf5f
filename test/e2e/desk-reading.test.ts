// Reading records in the real app: languages, hits and films; and the hold that a person of the register releases.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eml } from '../fixtures/mail.ts'
import { demoExports } from '../fixtures/x/demo.ts'
import { muniment } from '../support/command-line.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { violations } from './support/axe.ts'
import { beginAsClerk, carry, goTo, importArchive, openFirst, openNewDesk, search, vaultName } from './support/desk.ts'
import { photograph } from './support/look.ts'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const { first } = await demoExports(folder, 7)
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  await importArchive(running, join(first.path))
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('a right-to-left post begins at the right and is cut at its end, in the list and in the record', async () => {
  await search(page, 'السلام عليكم')
  const record = await openFirst(page)
  const row = page.locator('.grid-row[aria-selected="true"] .cell-words bdi')
  expect(await directionOf(row)).toBe('rtl')
  expect(await isInSight(row.locator('mark').first(), row)).toBe(true)
  expect(await directionOf(record.locator('.record-text bdi').first())).toBe('rtl')
})

test.each(['quý', 'holiday', '请'])('the first hit for %s is in sight in every row that shows one', async (word) => {
  expect(await search(page, word)).toBeGreaterThan(0)
  // Rows are still being laid out when the first of them are there.
  const inSight = async () => {
    const rows = await page
      .locator('.cell-words > bdi')
      .filter({ has: page.locator('mark') })
      .all()
    return [rows.length > 0, ...(await Promise.all(rows.map((row) => isInSight(row.locator('mark').first(), row))))]
  }
  await photograph(running, `sight ${word}`)
  await expect.poll(inSight).not.toContain(false)
})

test('a video plays from the vault', async () => {
  await search(page, 'has:video')
  const record = await openFirst(page)
  const film = record.locator('video').first()
  await film.waitFor()
  await film.evaluate((video: HTMLVideoElement) => {
    video.muted = true
    return video.play()
  })
  await expect.poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0)
  expect(await film.evaluate((video: HTMLVideoElement) => [video.error, video.videoWidth > 0])).toEqual([null, true])
})

test('what the City wrote in a conversation bears its handle, not the number that the export gives', async () => {
  await search(page, 'kind:message')
  const record = await openFirst(page)
  await record.getByRole('tab', { name: 'Thread' }).click()
  await record.locator('.turn').first().waitFor()
  expect(await record.locator('.turn-head').allInnerTexts()).toContainEqual(expect.stringContaining('AlderBayCity'))
})

test('an order that comes as e-mail is dropped on the room, and fills the form but for what is public', async () => {
  await goTo(page, 'Holds')
  const file = join(running.folder, 'order.eml')
  const mail = { name: 'Hannah Cho', address: 'hcho@alderbay.example', subject: 'Ruiz: keep everything', text: 'Now.' }
  await writeFile(file, eml({ ...mail, at: new Date('2026-11-10T20:00:00Z') }))
  await carry(page, file, '.order-drop', 'drop')
  const form = page.getByRole('dialog', { name: 'Place a hold' })
  await form.getByText('Filled in from the e-mail').waitFor()
  const field = (name: string) => form.getByLabel(name).inputValue()
  expect([
    await field('Public label'),
    await field('Ordered by'),
    await field('Matter'),
    await field('Ordered from'),
  ]).toEqual(['Hold of Nov 10, 2026', 'Hannah Cho hcho@alderbay.example', 'Ruiz: keep everything', '2026-11-10'])
  await photograph(running, 'hold from a mail')
  await form.getByRole('button', { name: 'Cancel' }).click()
  await form.waitFor({ state: 'detached' })
})

test('a hold is released by the City Attorney of the register, with the written release', async () => {
  const attorney = ['--name', 'Dana Whitfield', '--title', 'City Attorney', '--role', 'city-attorney']
  const added = await muniment(folder, 'people', 'add', 'dana', ...attorney, '--vault', join(running.folder, vaultName))
  expect([added.code, added.err]).toEqual([0, ''])
  await goTo(page, 'Holds')
  await page.getByRole('button', { name: 'Place a hold' }).click()
  await page.getByLabel('Public label').fill('Okafor v. City of Alder Bay')
  await page.getByLabel('Ordered by').fill('City Attorney')
  await page.getByRole('button', { name: 'Place the hold' }).click()
  const placed = page.getByRole('dialog', { name: 'The hold is in force' })
  await placed.waitFor()
  expect(await violations(page)).toEqual([])
  expect(await placed.getByRole('region', { name: 'Accounts that it covers' }).textContent()).toMatch(
    /Capture it for the first time|Capture now/,
  )
  await photograph(running, 'hold placed')
  await placed.getByRole('button', { name: 'Later' }).click()
  await placed.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Release …' }).click()

  const release = page.getByRole('dialog').getByRole('button', { name: 'Release the hold' })
  await page.locator('[role="dialog"] input[type="file"]').setInputFiles({
    name: 'release.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('The hold in Okafor v. City of Alder Bay is released.'),
  })
  expect(await release.isDisabled()).toBe(true)
  await page.getByRole('combobox', { name: 'Signed by' }).fill('Dana')
  await page.getByRole('option', { name: 'Dana Whitfield' }).click()
  await release.click()
  await page.getByRole('heading', { name: 'Released' }).waitFor()
  expect(await page.getByRole('table').textContent()).toMatch(/Okafor v\. City of Alder Bay[\s\S]*Dana Whitfield/)
})

test('an open request stands on Home with the day to work to', async () => {
  await goTo(page, 'Requests')
  await page.getByRole('button', { name: 'Enter a request' }).click()
  await page.getByLabel('Number', { exact: true }).fill('26-0118')
  await page.getByLabel('Received').fill('2026-11-16')
  await page.getByLabel('Requester', { exact: true }).fill('R. Katzenberg')
  await page.getByLabel('What is asked for').fill('All posts about the library.')
  await page.getByRole('button', { name: 'Enter it' }).click()
  await page.getByRole('heading', { name: 'Request 26-0118' }).waitFor()
  await goTo(page, 'Home')
  await page
    .getByRole('link', { name: /26-0118/ })
    .getByText(/^Answer to the requester, Nov \d+, 2026 · R. Katzenberg$/)
    .waitFor()
})

test('the ledger says what was done in plain words, and who did it', async () => {
  await goTo(page, 'Ledger')
  const line = page.locator('.ledger-line').filter({ hasText: 'Hold released' })
  expect(await line.textContent()).toContain('Maria Lopez')
})

function directionOf(words: Locator): Promise<string> {
  return words.evaluate((element) => getComputedStyle(element).direction)
}

/** Whether a mark lies inside the line that is cut to fit. */
async function isInSight(mark: Locator, line: Locator): Promise<boolean> {
  const [inner, outer] = await Promise.all([mark.boundingBox(), line.boundingBox()])
  if (!inner || !outer) return false
  return inner.x >= outer.x - 1 && inner.x < outer.x + outer.width - 8
}
