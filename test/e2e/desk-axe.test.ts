// Every screen by the rules of axe, in light and dark; dialogs too; and at 200 % nothing is cut off.
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallExport } from '../fixtures/x/small.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { violations } from './support/axe.ts'
import { beginAsClerk, goTo, importArchive, openNewDesk } from './support/desk.ts'

let folder: string
let running: RunningApp
let page: Page

const rooms = [
  'Home',
  'Records',
  'Classify',
  'Imports',
  'Schedule',
  'Holds',
  'Requests',
  'Purge reports',
  'Accounts',
  'Ledger',
  'Jobs',
  'Settings',
]

beforeAll(async () => {
  folder = await temporaryFolder()
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  await importArchive(running, (await smallExport(folder)).path)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each(['Light', 'Dark'])('in %s', (look) => {
  beforeAll(async () => {
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitemradio', { name: look, exact: true }).click()
    await page.locator(`html[data-look="${look.toLowerCase()}"]`).waitFor()
  })

  test.each(rooms)('the room %s breaks no rule', async (room) => {
    await goTo(page, room)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('the reconciliation breaks no rule', async () => {
    await goTo(page, 'Imports')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Reconciliation of import 1' }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test.each(['Content', 'Thread', 'Versions', 'Origin', 'Source'])(
    'a record on its tab %s breaks no rule',
    async (tab) => {
      await goTo(page, 'Records')
      await page.locator('.grid-row').first().click()
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel').waitFor()
      expect(await violations(page)).toEqual([])
    },
  )

  test.each([
    ['the command palette', 'Control+k'],
    ['the list of keys', '?'],
  ])('%s breaks no rule and gives the focus back', async (_name, key) => {
    await goTo(page, 'Home')
    const before = await page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(before)
  })
})

test('the welcome screen and its form break no rule', async () => {
  const fresh = await launchApp()
  try {
    await fresh.page.getByRole('button', { name: 'Create a vault' }).waitFor()
    expect(await violations(fresh.page)).toEqual([])
    await fresh.page.getByRole('button', { name: 'Create a vault' }).click()
    await fresh.page.getByLabel('Time zone').first().waitFor()
    expect(await violations(fresh.page)).toEqual([])
  } finally {
    await fresh.close()
  }
})

test.each([2, 4])('at zoom × %i nothing has to be scrolled sideways', async (factor) => {
  await zoom(factor)
  const wide: string[] = []
  for (const room of rooms) {
    await goTo(page, room)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const beyond = await page.evaluate(() => {
      const main = document.querySelector('main')
      return Math.max(
        document.documentElement.scrollWidth - window.innerWidth,
        (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
      )
    })
    if (beyond > 0) wide.push(`${room}: ${beyond} px`)
  }
  await zoom(1)
  expect(wide).toEqual([])
})

function zoom(factor: number): Promise<void> {
  return running.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
    factor,
  )
}
