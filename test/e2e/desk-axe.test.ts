// Every screen by the rules of axe, in light, dark and forced colours; dialogs too. What was found is printed as a table.
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallExport } from '../fixtures/x/small.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { violations } from './support/axe.ts'
import { beginAsClerk, goTo, importArchive, openNewDesk, roomNames, roomsInNavigation } from './support/desk.ts'

let folder: string
let running: RunningApp
let page: Page

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

const looks = ['Light', 'Dark', 'Forced colours'] as const
/** By screen: what axe found in each look. */
const table = new Map<string, Map<string, string>>()
afterAll(() => {
  const rows = [...table].map(([screen, found]) => [screen, ...looks.map((look) => found.get(look) ?? '–')])
  const lines = [['Screen', ...looks], ['---', ...looks.map(() => '---')], ...rows]
  console.log(lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n'))
})

/** Fails where the screen breaks a rule, and writes the outcome into the table. */
async function expectSound(screen: string, look: string): Promise<void> {
  const found = await violations(page)
  const row = table.get(screen) ?? new Map<string, string>()
  table.set(screen, row.set(look, found.length === 0 ? 'no problem' : found.map((one) => one.split(':')[0]).join(', ')))
  expect(found).toEqual([])
}

describe.each(looks)('in %s', (look) => {
  beforeAll(async () => {
    if (look === 'Forced colours') {
      // Colours are forced on whatever look was chosen; axe reads some of the look all the same, so they are to be of one kind.
      await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
      await page.evaluate(() => {
        document.documentElement.dataset.look = 'dark'
      })
      return
    }
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitemradio', { name: look, exact: true }).click()
    await page.locator(`html[data-look="${look.toLowerCase()}"]`).waitFor()
  })

  test.each(roomNames)('the room %s breaks no rule', async (room) => {
    await goTo(page, room)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await expectSound(room, look)
  })

  test('no room of the navigation was left out', async () => {
    expect(await roomsInNavigation(page)).toEqual(roomNames)
  })

  test('the reconciliation breaks no rule', async () => {
    await goTo(page, 'Imports')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('heading', { name: 'Reconciliation of import 1' }).waitFor()
    await expectSound('Reconciliation', look)
  })

  test.each(['Content', 'Thread', 'Versions', 'Origin', 'Source'])(
    'a record on its tab %s breaks no rule',
    async (tab) => {
      await goTo(page, 'Records')
      await page.locator('.grid-row').first().click()
      await page.getByRole('tab', { name: tab }).click()
      await page.getByRole('tabpanel').waitFor()
      await expectSound(`Record, ${tab}`, look)
    },
  )

  test.each([
    ['the command palette', 'Control+k'],
    ['the list of keys', '?'],
  ])('%s breaks no rule and gives the focus back', async (name, key) => {
    await goTo(page, 'Home')
    const before = await page.evaluate(() => document.activeElement?.textContent)
    await page.keyboard.press(key)
    await page.getByRole('dialog').waitFor()
    await expectSound(name, look)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(before)
  })
})

test('forms open from the palette break no rule in any look', async () => {
  for (const look of looks) {
    await page.emulateMedia(
      look === 'Forced colours' ? { forcedColors: 'active', colorScheme: 'light' } : { forcedColors: 'none' },
    )
    await page.evaluate(
      (to) => {
        document.documentElement.dataset.look = to
      },
      look === 'Dark' ? 'dark' : 'light',
    )
    for (const form of ['Place a hold', 'Enter a request', 'Register an account']) {
      await goTo(page, 'Home')
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.type(form)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog', { name: form }).waitFor()
      await expectSound(form, look)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  }
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
