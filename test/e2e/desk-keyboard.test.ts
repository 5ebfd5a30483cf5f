// The whole way by keyboard: no pointer is used once the app has started.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallExport } from '../fixtures/x/small.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { vaultName } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'

let folder: string
let running: RunningApp
let page: Page
let archive: string

beforeAll(async () => {
  folder = await temporaryFolder()
  archive = (await smallExport(folder, { tweets: 60 })).path
  running = await launchApp()
  page = running.page
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('a vault is created', async () => {
  await answerDialogs(running.app, [join(running.folder, vaultName)])
  await tabTo('Create a vault')
  await page.keyboard.press('Enter')
  await focusIs('City')
  await page.keyboard.type('City of Alder Bay')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'City of Alder Bay' }).waitFor()
})

test('who acts is named, and the focus returns to where it was asked', async () => {
  await tabTo('Nobody is acting')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await tabTo('Name')
  await page.keyboard.type('Maria Lopez')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await focusIs('Acting as Maria Lopez')
})

test('an archive is imported', async () => {
  await answerDialogs(running.app, [archive])
  await page.keyboard.press('Control+4')
  await page.getByRole('heading', { name: 'Imports' }).waitFor()
  await tabTo('Choose files …')
  await page.keyboard.press('Enter')
  await tabTo(/^Register @/)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Import', exact: true }).and(page.locator(':enabled')).waitFor()
  await tabTo('Import')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Reconciliation of import 1' }).waitFor()
})

test('the list is moved through by row, a record is read, and Escape returns to its row', async () => {
  await page.keyboard.press('Control+2')
  await focusIs('Search the records')
  await page.locator('.grid-row').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await expect.poll(focusedRow).toBe(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await expect.poll(focusedRow).toBe(4)
  await page.keyboard.press('k')
  await expect.poll(focusedRow).toBe(3)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('record-side')
  await page.getByRole('article').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(focusedRow).toBe(3)
  await page.keyboard.press('End')
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
  await expect.poll(focusedRow).toBe(rows)
  await page.keyboard.press('Home')
  await expect.poll(focusedRow).toBe(2)
})

test('a row that is scrolled out of sight keeps the focus and the keys', async () => {
  await page.locator('.grid-frame').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight))
  await expect.poll(() => page.locator('.grid-row').last().getAttribute('aria-rowindex')).not.toBe('2')
  expect(await focusedRow()).toBe(2)
  await page.keyboard.press('ArrowDown')
  await expect.poll(focusedRow).toBe(3)
})

test('in a narrow window the record takes the place of the list, and Escape brings the list back', async () => {
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2))
  await page.getByRole('article').waitFor({ state: 'hidden' })
  await page.keyboard.press('Enter')
  await page.getByRole('article').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('record-side')
  await page.keyboard.press('Escape')
  await expect.poll(focusedRow).toBe(3)
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
})

test('the palette goes anywhere by a few letters', async () => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('ledger')
  await page.getByRole('menuitem', { name: /Go to Ledger/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Ledger' }).waitFor()
})

test('the palette opens the forms of the rooms, and Escape leaves the room as it is', async () => {
  for (const [words, title] of [
    ['place a hold', 'Place a hold'],
    ['enter a request', 'Enter a request'],
    ['register an acc', 'Register an account'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: title }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => location.hash)).not.toContain('?')
  }
})

test('F6 leads through the parts of the window', async () => {
  const parts: string[] = []
  for (let step = 0; step < 3; step++) {
    await page.keyboard.press('F6')
    parts.push(await page.evaluate(() => document.activeElement?.closest('header, nav, main')?.tagName ?? ''))
  }
  expect(parts.toSorted()).toEqual(['HEADER', 'MAIN', 'NAV'])
})

/** Presses Tab until the control of this name has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        if (matches(name, await focusedName())) return true
        await page.keyboard.press('Tab')
        return matches(name, await focusedName())
      },
      { timeout: 15_000, interval: 20 },
    )
    .toBe(true)
}

async function focusIs(name: string): Promise<void> {
  await expect.poll(focusedName).toBe(name)
}

function matches(wanted: string | RegExp, name: string): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name)
}

function focusedName(): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const label = element.getAttribute('aria-label')
    const labels =
      element instanceof HTMLInputElement ? [...(element.labels ?? [])].map((one) => one.textContent ?? '') : []
    return (label ?? (labels.length > 0 ? labels.join(' ') : (element.textContent ?? ''))).trim()
  })
}

function focusedRow(): Promise<number> {
  return page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex') ?? 0))
}
