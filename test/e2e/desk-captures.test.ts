// The room Captures in the real app: a capture started by a clerk from a real feed server, two compared side by side, a schedule, and axe on each screen.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { captureRun } from '../../shared/contract/capture.ts'
import { accountAdd } from '../../shared/contract/people.ts'
import { PlatformName } from '../../shared/domain/account/account.ts'
import { openTestArchive } from '../support/archive.ts'
import { type FeedServer, feedServer } from '../support/feed-server.ts'
import { type Replay, replay } from '../support/replay.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { openAsCaptured, scrollDownTo } from './support/as-captured.ts'
import { violations } from './support/axe.ts'
import { type CaptureSite, captureSite, HEADING } from './support/capture-site.ts'
import { goTo, openFirst, search } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph, photographWindow } from './support/look.ts'

let folder: string
let vault: string
let city: FeedServer
let site: CaptureSite
let town: Replay | undefined
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  city = await feedServer()
  site = await captureSite()
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
  const draft = { handle: 'AlderBaySite', name: 'City site', department: '', liaison: '', nativeId: null }
  await made.call(accountAdd, { ...draft, platform: PlatformName.parse('wordpress') })
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
  await site.close()
  await town?.stop()
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

test('a feed is seen again: the answer as it came, in a window without a network', async () => {
  await page
    .getByRole('region', { name: 'Captured answers' })
    .getByRole('link', { name: /Capture of/ })
    .click()
  await page.getByText('No browser showed this').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-answer')
  const window = await openAsCaptured(running)
  // The browser shows the tree of it, and hides beside that what it came as.
  await window.getByText('The pool stays closed.').last().waitFor()
  await photographWindow(running, 'captures-answer-window')
  await window.close()
  await page.getByRole('link', { name: 'Capture 2' }).click()
  await page.getByRole('heading', { name: 'Captured answers' }).waitFor()
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

test('an account of a platform with an interface is captured by it: where that lies stands there, and where its log-in is set', async () => {
  await goTo(page, 'Accounts')
  const account = page.getByRole('link', { name: /AlderBayCity/ })
  await account.first().click()
  await page.getByRole('link', { name: 'Capture …' }).click()
  const form = page.getByRole('dialog', { name: 'Capture an account' })
  await form.getByRole('button', { name: /How$/ }).click()
  await page.getByRole('option', { name: 'The interface of X' }).click()
  expect(await form.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('https://api.x.com')
  await form.getByText('This interface answers nobody without a log-in.').waitFor()
  expect(await violations(page)).toEqual([])
  await form.getByRole('checkbox', { name: 'What others answered' }).uncheck()
  await photograph(running, 'captures-interface-form')
  await form.getByRole('link', { name: 'The log-in is set with the account.' }).click()
  await page.getByRole('heading', { name: 'Log-in for captures by its interface' }).waitFor()
})

test('an account’s page leads to the capture of its page: the terms stand there first, and are kept with it', async () => {
  await goTo(page, 'Accounts')
  await page
    .getByRole('link', { name: /AlderBaySite/ })
    .first()
    .click()
  await page.getByText('Nobody is signed in on this computer').waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Sign in …' }).scrollIntoViewIfNeeded()
  await photograph(running, 'captures-account')
  await page.getByRole('link', { name: 'Capture the page …' }).click()
  const form = page.getByRole('dialog', { name: 'Capture an account’s page' })
  await form.getByRole('textbox', { name: 'Address' }).fill(`${site.origin}/city`)
  await form.getByRole('checkbox', { name: 'As seen with my log-in on this computer' }).check()
  await form.getByText('Nobody is signed in on this computer').waitFor()
  await form.getByRole('checkbox', { name: 'It is a closed group or a private profile' }).check()
  await form.getByRole('button', { name: 'Capture', exact: true }).click()
  await form.getByText('Name who of the City Attorney’s Office allowed it.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-page-form')
  for (const name of ['As seen with my log-in on this computer', 'It is a closed group or a private profile'])
    await form.getByRole('checkbox', { name }).uncheck()
  await form.getByText('Read the terms first, and say so.').waitFor()
  await form.getByRole('checkbox', { name: 'I have read this' }).check()
  await form.getByRole('button', { name: 'Capture', exact: true }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('Stopped, it keeps what has come').waitFor()
  await photograph(running, 'captures-page-progress')
  await page.getByText('1 page with 60 items came, all that was shown.').waitFor({ timeout: 45_000 })
  await page.getByText('asks programs to stay away from /city').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-page-one')
})

test('the captured page is seen again: its picture beside its words, in a window without a network, and as a file', async () => {
  await page.getByRole('link', { name: 'City of Alder Bay' }).click()
  await page.getByRole('img', { name: /The whole page/ }).waitFor()
  await page.getByRole('region', { name: 'Its words' }).getByText('Comment 2 on notice 19').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-replay')
  const window = await openAsCaptured(running)
  await window.getByText('Notice 4').waitFor()
  const answered = site.answered.length
  await photographWindow(running, 'captures-replay-window')
  // Its stylesheet, its picture, and its list, which grows as it is scrolled: all of the capture.
  expect(
    await window.evaluate(() => [
      getComputedStyle(document.querySelector('h1') ?? document.body).color,
      document.images[0]?.naturalWidth,
    ]),
  ).toEqual([HEADING, 1])
  await scrollDownTo(window, 'Notice 19')
  expect(site.answered.length).toBe(answered)
  await window.close()
  await page.getByRole('link', { name: 'Capture 4' }).click()
  await page.getByRole('heading', { name: 'Captured pages' }).waitFor()
  const file = join(folder, 'out.wacz')
  await answerDialogs(running.app, [file])
  await page.getByRole('button', { name: 'Export the WACZ …' }).click()
  await page.getByText('Saved.').waitFor()
  await page.getByRole('link', { name: 'Import 4' }).click()
  await page.getByRole('link', { name: 'Capture 4' }).click()
  await page.getByRole('heading', { name: 'Captured pages' }).waitFor()
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
})

test('a record leads to the captured page that shows it', async () => {
  await search(page, '"Comment 2 on notice 19"')
  const record = await openFirst(page)
  await record.getByRole('tab', { name: 'Origin' }).click()
  await record.getByRole('link', { name: /The page as it looked on/ }).click()
  await page.getByRole('button', { name: 'Open as captured' }).waitFor()
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

test('an interface that nobody knows: a saved answer is mapped under Imports, and the mapping captures all that the interface has', async () => {
  const posts = Array.from({ length: 5 }, (_, nth) => ({
    id: 700 + nth,
    body: `The library opens at ${8 + nth}.`,
    created: `2026-10-0${nth + 1} 10:00`,
  }))
  town = await replay(({ url }) => {
    const skip = Number(url.searchParams.get('skip'))
    return { json: { count: posts.length, posts: posts.slice(skip, skip + 2) } }
  })
  const sample = join(folder, 'town.json')
  writeFileSync(sample, JSON.stringify({ count: posts.length, posts: posts.slice(0, 2) }))
  await goTo(page, 'Imports')
  await answerDialogs(running.app, [sample])
  await page.getByRole('button', { name: 'Choose files …' }).click()
  await page.getByRole('button', { name: 'Say what the columns are' }).click()
  await page.getByRole('region', { name: 'As records' }).getByText('The library opens at 8.').waitFor()
  await page.getByRole('button', { name: /These items are had from/ }).click()
  await page.getByRole('option', { name: 'An interface: items are counted' }).click()
  const sentAs = page.getByRole('textbox', { name: 'Sent as', exact: true })
  await sentAs.fill('')
  await page.getByText('Say where the next page is named').waitFor()
  await sentAs.fill('skip')
  await page.getByRole('textbox', { name: 'How many there are stands in' }).fill('count')
  expect(await violations(page)).toEqual([])
  await sentAs.scrollIntoViewIfNeeded()
  await photograph(running, 'captures-mapping')
  await page.getByRole('textbox', { name: 'Name of the mapping' }).fill('Town interface')
  await page.getByRole('button', { name: 'Save and use' }).click()
  await page.getByText('Read by the mapping “Town interface”, version 1').waitFor()

  await goTo(page, 'Captures')
  await page.getByRole('button', { name: 'Capture …' }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('combobox', { name: 'Account' }).fill('@AlderBaySite')
  await page.getByRole('option').first().click()
  await form.getByRole('button', { name: /How$/ }).click()
  await page.getByRole('option', { name: 'Any interface that answers with JSON' }).click()
  await form.getByRole('textbox', { name: 'Address' }).fill(`${town.address}/api`)
  await form.getByRole('button', { name: 'Capture', exact: true }).click()
  await form.getByText('Choose the mapping first.').waitFor()
  await form.getByRole('button', { name: /Read by the mapping/ }).click()
  await page.getByRole('option', { name: /Town interface/ }).click()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'captures-mapped-form')
  await form.getByRole('button', { name: 'Capture', exact: true }).click()
  await form.waitFor({ state: 'detached' })
  await page.getByText('5 items were seen.').waitFor()
  await page.getByText('“Town interface”, version 1').waitFor()
  await photograph(running, 'captures-mapped')
  // Every answer that the records were read from is listed, and opens as it came.
  const answers = page.getByRole('region', { name: 'Captured answers' })
  await answers
    .getByText(/skip=4/)
    .first()
    .waitFor()
  await answers.getByRole('link', { name: /skip=4/ }).click()
  await page.getByText('No browser showed this').waitFor()
  const window = await openAsCaptured(running)
  await window.getByText(/The library opens at 12/).waitFor()
  await photographWindow(running, 'captures-interface-window')
  await window.close()
  expect(await search(page, '"The library opens"')).toBe(5)
})
