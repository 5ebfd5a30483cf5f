// Schedules in the real app: what was missed is caught up when somebody acts, and Home says of whom nothing was captured and whose log-in has lapsed.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureSchedule } from '../../shared/contract/capture-schedule.ts'
import { accountAdd } from '../../shared/contract/people.ts'
import { PlatformName } from '../../shared/domain/account/account.ts'
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
  const item = { id: 'notice', title: 'Notice', words: 'The fair is open.', at: Date.UTC(2026, 1, 3), sound: null }
  city.items.push({ ...item, hidden: false })
  city.special.set('/api/v1/accounts/lookup', (_request, response) => void response.writeHead(401).end('{}'))
  city.special.set('/dead.xml', (request) => void request.socket.destroy())
  // Set up a week before the app is opened.
  const made = await openTestArchive()
  vault = made.folder
  for (const [handle, way, path] of [
    ['AlderBayFair', 'feed', '/rss.xml'],
    ['AlderBayParks', 'api/mastodon', ''],
    ['AlderBayPort', 'feed', '/dead.xml'],
  ] as const) {
    const draft = { handle, name: '', department: '', liaison: '', nativeId: null }
    const { id: account } = await made.call(accountAdd, {
      ...draft,
      platform: PlatformName.parse(way === 'feed' ? 'podcast' : 'mastodon'),
    })
    const scope = { address: `${city.origin}${path}` }
    await made.call(captureSchedule, { account, way, scope, every: 'daily' })
  }
  await made.archive.close()
  running = await launchApp({ folder, args: [vault] })
  page = running.page
})
afterAll(async () => {
  await running.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

test('what was missed is caught up once somebody acts, and Home names whom it could not capture, and why', async () => {
  await page.getByText('@AlderBayFair was not captured for its period').waitFor()
  await page.getByRole('button', { name: 'Nobody is acting' }).click()
  await page.getByRole('button', { name: /Pat Moreno/ }).click()
  await page.getByText('@AlderBayParks: captures need a log-in anew').waitFor({ timeout: 120_000 })
  await page.getByText('@AlderBayFair was not captured for its period').waitFor({ state: 'detached', timeout: 120_000 })
  await page.getByText('@AlderBayPort was not captured for its period').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'schedules-home')
})

test('the notice leads to the capture, that to the log-ins; the gaps stand with the schedules', async () => {
  await page.getByRole('link', { name: /AlderBayParks: captures need/ }).click()
  await page.getByRole('heading', { name: /^Capture \d/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'schedules-lapsed')
  await page.getByRole('link', { name: 'To the log-ins of @AlderBayParks' }).click()
  await page.getByRole('heading', { name: 'Log-in for captures by its interface' }).waitFor()
  await goTo(page, 'Captures')
  const row = page.getByRole('region', { name: 'Schedules' }).getByRole('row', { name: /AlderBayParks/ })
  await row.getByText('Log-in needed').waitFor()
  await row.getByText(/: \d+ times/).waitFor()
  await photograph(running, 'schedules-table')
})
