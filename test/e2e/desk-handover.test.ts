// Handing over in the real app: both sign, one after the other, and the document is saved.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, openNewDesk } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let running: RunningApp

beforeAll(async () => {
  running = await openNewDesk()
  await beginAsClerk(running.page)
})
afterAll(() => running.close())

test('the one who goes signs first, the successor signs second, and the document is saved as a PDF', async () => {
  const { page, app, folder } = running
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Sam Ortiz')
  await page.getByRole('button', { name: 'Add the person' }).click()
  await page.getByRole('cell', { name: 'yes' }).nth(1).waitFor()
  await page.getByRole('button', { name: 'Hand over …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hand over' })
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Maria retires')
  await dialog.getByRole('button', { name: 'Sign and hand over' }).click()
  await dialog.getByText('Choose a successor.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'hand over dialog')
  await dialog.getByRole('button', { name: /Successor/ }).click()
  await page.getByRole('option', { name: 'Sam Ortiz' }).click()
  await dialog.getByRole('button', { name: 'Sign and hand over' }).click()
  await page.getByText('waits for Sam Ortiz to sign').waitFor()
  expect(await page.getByRole('button', { name: 'Sign and take over' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Acting as Maria Lopez' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Sam Ortiz/ })
    .click()
  await page.getByRole('button', { name: 'Sign and take over' }).click()
  await page.getByText(/^signed by both, /).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'handed over')
  const file = join(folder, 'hand-over.pdf')
  await answerDialogs(app, [file])
  await page.getByRole('button', { name: 'Save as PDF …' }).click()
  await expect.poll(() => readFile(file, 'latin1').catch(() => ''), { timeout: 20_000 }).toMatch(/^%PDF-/)
})
