// The room Captures in the real app: a capture started by a clerk from a real feed server, two compared side by side, a schedule, and axe on each screen.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureRun } from '../../shared/contract/capture.ts'
import { openTestArchive } from '../support/archive.ts'
import { type FeedServer, feedServer } from '../support/feed-server.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { violations } from './support/axe.ts'
import { goTo } from './support/desk.ts'
import { photograph } from './support/look.ts'

let folder: string
let vault: string
let city: FeedServer
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  city = await feedServer()
  for (let nth = 1; nth <= 4; nth++)
    city.items.push({
      id: `notice-${nth}`,
      title: `Notice ${nth}`,
      words: `The pool opens on day ${nth}.`,
      at: Date.UTC(2026, 1, nth, 12),
      sound: null,
      hidden: false,
    })
  const made = await openTestArchive()
  vault = made.folder
  await made.run(captureRun, { account: made.account, way: 'feed', scope: { address: `${city.origin}/rss.xml` } })
  await made.archive.close()
  running = await launchApp({ folder, args: [vault] })
  page = running.page
  await page.getByRole('button', { name: 'Nobody is acting' }).click()
  await page.getByRole('button', { name: /Pat Moreno/ }).click()
})
afterAll(async () => {
  await running.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

test('a capture of before stands in the list, and can be made again', async () => {
  const [, second, third] = city.items
  if (second) second.words = 'The pool stays closed.'
  if (third) city.items.splice(city.items.indexOf(third), 1)
  await goTo(page, 'Captures')
  await page.getByRole('row', { name: /Complete.*4 items came/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures')
  await page
    .getByRole('row', { name: /Complete/ })
    .getByRole('link')
    .click()
  await page.getByRole('heading', { name: 'Capture 1' }).waitFor()
  await page.getByRole('button', { name: 'Capture again' }).click()
  await page.getByRole('heading', { name: 'Capture 2' }).waitFor()
  await page.getByText('3 items came, all that the feed shows.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-one')
})

test('two are compared side by side: what changed, and what is no longer shown', async () => {
  await page.getByRole('button', { name: 'Compare' }).click()
  await page.getByRole('heading', { name: 'Captures 1 and 2' }).waitFor()
  await page.getByRole('heading', { name: '1 item no longer shown' }).waitFor()
  await page.getByRole('heading', { name: '1 item changed' }).waitFor()
  await page.getByText('The pool stays closed.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-compared')
})

test('a clerk fills in the form, by keyboard as well, and the schedule stands below', async () => {
  await goTo(page, 'Captures')
  await page.getByRole('button', { name: 'Capture …' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Account' }).fill('@')
  await page.getByRole('option').first().click()
  await form.getByRole('textbox', { name: 'Address' }).fill(`${city.origin}/atom.xml`)
  await form.getByRole('button', { name: /How often/ }).click()
  await page.getByRole('option', { name: 'Every week' }).click()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-form')
  await form.getByRole('button', { name: 'Capture', exact: true }).click()
  await page.getByRole('heading', { name: 'Capture 3' }).waitFor()
  await goTo(page, 'Captures')
  await page
    .getByRole('region', { name: 'Schedules' })
    .getByRole('row', { name: /Every week/ })
    .waitFor()
  await photograph(running, 'captures-schedules')
})

test('what is no longer shown says so at its record, with its window, and waits under Removed posts', async () => {
  await goTo(page, 'Records')
  const field = page.getByRole('combobox', { name: 'Search the records' })
  await field.fill('state:gone')
  await page.getByRole('row', { name: /The pool opens on day 3/ }).click()
  const record = page.getByRole('article')
  await record.getByText(/No longer shown. It went between/).waitFor()
  await record.getByRole('link', { name: 'Capture 1' }).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-gone-record')
  await record.getByRole('link', { name: /By whom is unknown/ }).click()
  await page.getByRole('row', { name: /a later capture does not show it. Capture 1 still has it/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-gone-draft')
})
