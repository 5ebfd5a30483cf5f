// Practising in the real app: a vault with a band on every screen, a tour that can be left and taken up, and a fresh start.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type RunningApp, untilVault } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { finishImport, goTo } from './support/desk.ts'
import { answerDialogs, proposedPaths } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let running: RunningApp
let page: Page
const rooms = ['Home', 'Records', 'Classify', 'Imports', 'Schedule', 'Holds', 'Requests', 'Purge reports', 'Settings']

beforeAll(async () => {
  running = await launchApp()
  page = running.page
})
afterAll(() => running.close())

const band = () => page.getByRole('complementary', { name: 'Training' })
const tour = () => page.getByRole('complementary', { name: 'Tour' })
const titles = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.getTitle()))

test('is begun on the welcome screen, which says how far the vault is made', async () => {
  await photograph(running, 'welcome practice')
  await answerDialogs(running.app, [join(running.folder, 'TRAINING Alder Bay.muniment')])
  await page.getByRole('button', { name: 'Start a practice vault' }).click()
  await page.getByText(/^Preparing the practice vault: step \d of 7/).waitFor()
  await untilVault(page, 'open')
  await band().waitFor()
  expect(await proposedPaths(running.app)).toEqual([expect.stringMatching(/TRAINING Alder Bay\.muniment$/)])
  expect(await titles()).toEqual(['TRAINING – Muniment – TRAINING Alder Bay'])
})

test('offers a tour without taking the focus, goes through it by keyboard, and can be left and taken up', async () => {
  await tour().getByRole('heading', { name: 'Practise on a fictional city' }).waitFor()
  await photograph(running, 'tour offered')
  expect(await tour().evaluate((panel) => panel.contains(document.activeElement))).toBe(false)
  await tour().getByRole('button', { name: 'Begin' }).focus()
  await page.keyboard.press('Enter')
  const heading = (name: string) => tour().getByRole('heading', { name })
  await expect.poll(() => heading('The rooms').evaluate((one) => one === document.activeElement)).toBe(true)
  await tour().getByRole('button', { name: 'Next' }).press('Enter')
  await heading('Take an export in').waitFor()
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor()
  await page.locator('.drop-place[data-tour="here"]').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'tour imports')

  await page.keyboard.press('Escape')
  await tour().waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('room')
  await band().getByRole('button', { name: 'Go on with the tour' }).click()
  await heading('Take an export in').waitFor()
})

test('takes the sample export in, from the preview to the reconciliation', async () => {
  await page.getByRole('button', { name: 'Nobody is acting' }).click()
  await page.getByRole('button', { name: /Dana Reyes/ }).click()
  await page.getByRole('button', { name: 'Take the sample export in' }).click()
  await finishImport(page, 2)
})

test('goes on to its end, and begins again from the help', async () => {
  for (const title of ['Find a post', 'Why it is here, and until when', 'Classify what is left', 'Answer a request']) {
    await tour().getByRole('button', { name: 'Next' }).click()
    await tour().getByRole('heading', { name: title }).waitFor()
  }
  await page.getByRole('heading', { level: 1, name: /26-0112/ }).waitFor()
  await photograph(running, 'tour request')
  await tour().getByRole('button', { name: 'Next' }).click()
  await tour().getByRole('button', { name: 'End the tour' }).click()
  await tour().waitFor({ state: 'detached' })
  await page.keyboard.press('F1')
  await page.getByRole('dialog').getByRole('button', { name: 'Take the tour again' }).click()
  await tour().getByRole('heading', { name: 'Practise on a fictional city' }).waitFor()
  await tour().getByRole('button', { name: 'Not now' }).click()
})

test('has its band on every screen, over dialogs too, also enlarged', async () => {
  for (const room of rooms) {
    await goTo(page, room)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expect.poll(inSight, { message: room }).toBe(true)
  }
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await expect.poll(inSight).toBe(true)
  await page.keyboard.press('Escape')
  expect(await tooWide(running, 4)).toBeLessThanOrEqual(0)
})

test('shows a support file whole before it is saved, and saves just that', async () => {
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Support' }).click()
  await page.getByRole('button', { name: 'Show what it would say' }).click()
  const content = page.getByRole('region', { name: 'What the file will say' })
  const shown = (await content.textContent()) ?? ''
  expect(await violations(page)).toEqual([])
  await photograph(running, 'support file')
  const target = join(running.folder, 'TRAINING-support.json')
  await answerDialogs(running.app, [target])
  await page.getByRole('button', { name: 'Save this file' }).click()
  await page.getByText('TRAINING-support.json is saved').waitFor()
  expect(JSON.parse(await readFile(target, 'utf8'))).toEqual(JSON.parse(shown))
  expect(JSON.parse(shown)).toMatchObject({ vault: { practice: true }, versions: { electron: expect.any(String) } })
})

test('is as new after a reset that was confirmed', async () => {
  await band().getByRole('button', { name: 'Reset …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reset the practice vault?' })
  await dialog.waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'practice reset')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await goTo(page, 'Imports')
  await page.getByRole('row').nth(2).waitFor()
  await band().getByRole('button', { name: 'Reset …' }).click()
  await dialog.getByRole('button', { name: 'Reset it' }).click()
  await page.getByText(/^Preparing the practice vault/).waitFor()
  await untilVault(page, 'open')
  await tour().getByRole('heading', { name: 'Practise on a fictional city' }).waitFor()
  await goTo(page, 'Imports')
  await expect.poll(() => page.getByRole('row').count()).toBe(2)
})

/** Whether the window shows the colour of the band at its top: what is inert under a dialog cannot be asked for by its place. */
async function inSight(): Promise<boolean> {
  const [blue = 0, green = 0, red = 0] = await running.app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage({ x: 4, y: 4, width: 1, height: 1 })
    return [...(picture?.toBitmap() ?? [])]
  })
  return red > 240 && green > 190 && blue < 90
}
