// Notes and files at the desk, in the real app: on an account from its list: written, chosen, pasted, changed, saved, taken back.
import { readFileSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { xFiles } from '../support/x-files.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, goTo, importArchive, openNewDesk } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { expectNoAxeProblems, photograph } from './support/look.ts'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  const path = join(folder, 'one.zip')
  await writeFile(path, rawZip(Object.entries(xFiles()).map(([name, data]) => ({ name, data, method: 8 }))))
  await importArchive(running, path)
  await goTo(page, 'Accounts')
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const panel = () => page.getByRole('dialog', { name: 'Notes and files of @AlderBayCity' })

test('a note is written, changed and taken back by keyboard, and nothing that it said is lost', async () => {
  await page.getByRole('button', { name: 'Notes and files of @AlderBayCity' }).focus()
  await page.keyboard.press('Enter')
  await panel().getByRole('textbox', { name: 'New note' }).fill('The liaison left in May')
  await panel().getByRole('button', { name: 'Keep the note' }).press('Enter')
  await panel().getByText('The liaison left in May').waitFor()
  await panel().getByRole('button', { name: /^Edit/ }).press('Enter')
  await panel().getByRole('textbox', { name: 'Change the note' }).fill('The liaison left in June')
  await panel().getByRole('button', { name: 'Keep the change' }).press('Enter')
  await panel().getByText('The liaison left in June').waitFor()
  await panel().getByText('1 earlier wording').click()
  await panel().getByText('The liaison left in May').waitFor()
  await photograph(running, 'notes')
  await expectNoAxeProblems(page)
})

test('files are chosen and pasted, told by what they are, looked at, saved and taken back', async () => {
  const order = join(folder, 'order.eml')
  await writeFile(order, 'Received: from a\r\nSubject: Hold\r\n\r\nKeep everything.')
  const picture = join(folder, 'scan.png')
  const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  await writeFile(picture, Buffer.from(dot, 'base64'))
  await panel().locator('input[type=file]').setInputFiles([order, picture])
  await panel().getByText('order.eml', { exact: true }).waitFor()
  await panel()
    .getByText(/^Mail · /)
    .waitFor()
  await panel()
    .getByText(/^Picture · /)
    .waitFor()

  await panel().getByRole('button', { name: 'Look at it Look at scan.png' }).click()
  const seen = page.getByRole('dialog', { name: 'scan.png' }).getByRole('img')
  await expect.poll(() => seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await page.keyboard.press('Escape')

  const out = join(folder, 'saved.eml')
  await answerDialogs(running.app, [out])
  await panel().getByRole('button', { name: 'Save as … Save order.eml as …' }).click()
  await panel().getByText('order.eml was saved.').waitFor()
  expect(readFileSync(out)).toEqual(readFileSync(order))

  await page.evaluate(() => {
    // What was copied elsewhere and lies on no disk.
    const data = new DataTransfer()
    data.items.add(new File(['Copied words'], 'copied.txt', { type: 'text/plain' }))
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.querySelector('[role="dialog"] .papers')?.dispatchEvent(event)
  })
  await panel().getByText('copied.txt', { exact: true }).waitFor()

  await panel().getByRole('button', { name: 'Take back Take order.eml back' }).click()
  const asking = page.getByRole('dialog', { name: 'Take this file back' })
  await asking.getByLabel('Why').fill('Another matter')
  await asking.getByRole('button', { name: 'Take it back' }).click()
  await panel()
    .getByText(/Taken back by Maria Lopez.*Another matter/)
    .waitFor()
  await photograph(running, 'files')
  await expectNoAxeProblems(page)
  await panel().getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: '3 notes and files' }).waitFor()
})
