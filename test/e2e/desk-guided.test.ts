// A liaison's export from asking to importing: the guide on screen and paper, the inbox, and the reminder of the next one.
import { appendFile, copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallExport } from '../fixtures/x/small.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, finishImport, goTo, openNewDesk } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'

let folder: string
let inbox: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  inbox = join(folder, 'Exports from liaisons')
  await mkdir(inbox)
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the guide to an export', () => {
  test('is reached by keyboard and says who, how, how long, until when and what is missing', async () => {
    await goTo(page, 'Imports')
    await page.getByRole('link', { name: 'How to get an export' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'How to get an export' }).waitFor()
    expect(await page.getByRole('navigation', { name: 'Platforms' }).getByRole('link').count()).toBeGreaterThan(20)
    await page.getByRole('link', { name: 'Facebook' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'How to get an export from Facebook' }).waitFor()
    expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Who may ask for it',
      'The clicks, in order',
      'What to choose',
      'How long it takes',
      'When the link expires',
      'What it omits',
      'How sure this is',
    ])
    await page.getByText('Four days after it was made.').waitFor()
    await page.getByText('Not verified: nothing reliable is known of this.').waitFor()
    await page.getByText('Facebook does not export what others wrote on the account’s posts').waitFor()
  })

  test.each(['Light', 'Dark'])('breaks no rule in %s, and at 200 % nothing is scrolled sideways', async (look) => {
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitemradio', { name: look, exact: true }).click()
    await page.locator(`html[data-look="${look.toLowerCase()}"]`).waitFor()
    expect(await violations(page)).toEqual([])
    await zoom(2)
    expect(await beyond(page)).toBe(0)
    await zoom(1)
  })

  test('is printed without the window around it, all of it', async () => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('navigation', { name: 'Rooms' }).isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Print …' }).isVisible()).toBe(false)
    const hidden = await page.evaluate(() => {
      const main = document.querySelector('main')
      return main === null ? null : main.scrollHeight - main.clientHeight
    })
    expect(hidden).toBe(0)
    const colours = await page
      .locator('.guide-sure')
      .evaluateAll((marks) => [...new Set(marks.map((mark) => getComputedStyle(mark).color))])
    expect(colours).toEqual(['rgb(0, 0, 0)'])
    await page.emulateMedia({ media: null })
  })

  test('says so where there is none', async () => {
    await page.evaluate(() => {
      location.hash = '#/imports/guide/elsewhere'
    })
    await page.getByText('There is no guide to elsewhere').waitFor()
  })
})

describe('the inbox', () => {
  test('shows what waits and what still grows, and imports when the clerk accepts', async () => {
    const { path } = await smallExport(folder)
    await copyFile(path, join(inbox, 'liaison-twitter.zip'))
    await writeFile(join(inbox, 'takeout.zip.crdownload'), 'half')
    await writeFile(join(inbox, 'photos.zip'), 'first half')
    await goTo(page, 'Imports')
    await answerDialogs(running.app, [inbox])
    await page.getByRole('button', { name: 'Choose an inbox folder …' }).click()
    const item = (name: string) => page.locator('.inbox-items .check').filter({ hasText: name })
    const growing = setInterval(() => void appendFile(join(inbox, 'photos.zip'), ' more'), 500)
    try {
      await item('liaison-twitter.zip').getByText('Ready').waitFor()
      await item('photos.zip').getByText('Still growing').waitFor()
      await item('takeout.zip.crdownload').getByText('Unfinished upload').waitFor()
      expect(await item('photos.zip').getByRole('checkbox').isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
    } finally {
      clearInterval(growing)
    }
    const accept = page.getByRole('button', { name: 'Look into the chosen files' })
    expect(await accept.isDisabled()).toBe(true)
    await item('liaison-twitter.zip').getByRole('checkbox').focus()
    await page.keyboard.press('Space')
    await accept.click()
    await page.getByRole('heading', { name: 'What was found' }).waitFor()
    await finishImport(page, 1)
  })

  test('keeps what was imported where it is, and says as which import it was taken in', async () => {
    await page.getByRole('link', { name: 'All imports' }).click()
    await page.getByText('1 file imported already').click()
    await page.getByRole('link', { name: /^Imported on .* as import 1$/ }).waitFor()
    expect(await page.locator('.inbox-items .check').filter({ hasText: 'liaison-twitter.zip' }).count()).toBe(0)
    expect(await violations(page)).toEqual([])
    await zoom(2)
    expect(await beyond(page)).toBe(0)
    await zoom(1)
  })
})

test('a reminder is set in Accounts, stands on Home when it is due, and leads to the guide', async () => {
  await goTo(page, 'Accounts')
  await page.getByRole('button', { name: 'Remind … of the export of @AlderBayCity' }).waitFor()
  await page.getByRole('button', { name: 'Register an account' }).click()
  await page.getByRole('textbox', { name: 'Handle' }).fill('AlderBayPool')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByRole('button', { name: 'Remind … of the export of @AlderBayPool' }).click()
  await page.getByText('No export has been imported yet').waitFor()
  await page.getByRole('button', { name: /Ask for it/ }).click()
  await page.getByRole('option', { name: 'Every 3 months' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText(/^Due since /).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])
  await zoom(2)
  expect(await beyond(page)).toBe(0)
  await zoom(1)
  await goTo(page, 'Home')
  const due = page.getByRole('link', { name: /Export of @AlderBayPool is due since / })
  await due.waitFor()
  expect(await violations(page)).toEqual([])
  await due.click()
  await page.getByRole('heading', { level: 1, name: 'How to get an export from X' }).waitFor()
})

function zoom(factor: number): Promise<void> {
  return running.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
    factor,
  )
}

/** Pixels by which the page or its room is wider than the window. */
function beyond(where: Page): Promise<number> {
  return where.evaluate(() => {
    const main = document.querySelector('main')
    return Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    )
  })
}

/** What axe finds, as rule and first place. Its legacy mode is needed: an Electron app opens no second page. */
async function violations(where: Page): Promise<string[]> {
  const result = await new AxeBuilder({ page: where }).setLegacyMode(true).analyze()
  expect(result.passes.length).toBeGreaterThan(10)
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)
}
