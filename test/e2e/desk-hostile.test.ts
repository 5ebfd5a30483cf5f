// Captured content can never run, ask, lead elsewhere or disguise itself, wherever it is shown.
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hostileExport } from '../fixtures/x/hostile.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, expectUnharmed, goTo, importArchive, openFirst, openNewDesk, search } from './support/desk.ts'

let folder: string
let running: RunningApp
let page: Page
let address: string
const events: string[] = []

beforeAll(async () => {
  folder = await temporaryFolder()
  const { path } = await hostileExport(folder)
  running = await openNewDesk()
  page = running.page
  address = page.url().split('#')[0] ?? ''
  page.on('dialog', (dialog) => {
    events.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', (error) => events.push(`error ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error') events.push(`console ${message.text()}`)
  })
  page.on('framenavigated', (frame) => {
    if (frame.url().split('#')[0] !== address) events.push(`went to ${frame.url()}`)
  })
  await beginAsClerk(page)
  await importArchive(running, path)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('every hostile record, looked at on every tab, runs nothing and goes nowhere', async () => {
  const records = await search(page, '')
  const record = await openFirst(page)
  for (let seen = 1; seen < records; seen++) {
    await page.keyboard.press('ArrowDown')
    await record.getByRole('tab').first().waitFor()
  }
  await expectUnharmed(running, address)
  for (const words of ['tonight', 'program', 'strange', 'photo', 'click']) {
    await search(page, words)
    await openFirst(page)
    for (const tab of ['Thread', 'Versions', 'Origin', 'Source', 'Content']) {
      await record.getByRole('tab', { name: tab }).click()
      await record.getByRole('tabpanel').waitFor()
    }
    await expectUnharmed(running, address)
  }
  expect(events).toEqual([])
})

test('script in a post is read as words', async () => {
  await search(page, '"council tonight"')
  const record = await openFirst(page)
  await record.locator('.record-text').filter({ hasText: '<script>window.harmed = true' }).waitFor()
})

test('characters that turn or hide text are shown as what they are', async () => {
  await search(page, 'invoice')
  const record = await openFirst(page)
  await record.locator('.record-text').filter({ hasText: 'U+202E' }).waitFor()
  expect(await record.textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  expect(await page.locator('.grid-row').first().textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
})

test('links that are not https are not links, and others name the host they lead to', async () => {
  const count = await search(page, 'clickme123')
  const record = await openFirst(page)
  const seen: string[] = []
  for (let row = 2; row <= count + 1; row++) {
    await page.locator(`.grid-row[aria-rowindex="${row}"][aria-selected="true"]`).waitFor()
    const native = await page.locator(`.grid-row[aria-rowindex="${row}"]`).getAttribute('data-record')
    await page.locator(`.record[data-record="${native}"] .links`).waitFor()
    seen.push((await record.locator('.links').textContent()) ?? '')
    expect(await record.locator('a:not([href^="#"])').count()).toBe(0)
    await page.keyboard.press('ArrowDown')
  }
  expect(seen.filter((text) => text.includes('not opened from here')).length).toBe(3)
  expect(seen.some((text) => text.includes('leads to harm.example.org'))).toBe(true)
})

test('a word of a megabyte neither widens the page nor stops it, and is shown whole when asked for', async () => {
  await search(page, 'aaaaaaaaaa*')
  const record = await openFirst(page)
  const more = record.getByRole('button', { name: /Show all 1,048,576 characters/ })
  await more.waitFor()
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await more.click()
  const shown = record.locator('.record-text')
  await expect.poll(() => shown.evaluate((text) => text.textContent?.length)).toBe(1_048_576)
  expect(await overflow()).toBeLessThanOrEqual(0)
  await goTo(page, 'Home')
  await page.getByRole('heading', { name: 'City of Alder Bay' }).waitFor()
})
