// One item taken in by hand at the desk: pasted, dropped and chosen files, what is missing said where it is, by the rules of axe.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { smallExport } from '../fixtures/x/small.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, choose, goTo, importArchive, openFirst, openNewDesk, search } from './support/desk.ts'

/** One pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const MAIL = 'From: Ana Ruiz <ana@example.org>\r\nSubject: The lights\r\n\r\nThe lights are out again.\r\n'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  await importArchive(running, (await smallExport(folder)).path)
  await writeFile(join(folder, 'notice.eml'), MAIL)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

async function openEntry(): Promise<void> {
  await goTo(page, 'Imports')
  await page.getByRole('link', { name: 'Enter one item by hand …' }).click()
  await page.getByRole('heading', { name: 'Enter one item by hand' }).waitFor()
}

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const reason = (name: string) => page.getByRole('group', { name, exact: true })

test('what is missing is said at its field, and the first of them takes the focus', async () => {
  await openEntry()
  await page.getByRole('button', { name: 'Take it in' }).click()
  await page.getByRole('alert').getByText('6 things are missing. They are marked above.').waitFor()
  for (const sentence of [
    'Choose the account that it stood on.',
    'Say who wrote it, or why that is not known.',
    'Say when it was made, or why that is not known.',
    'Write its words, add a file that shows it, or say why there are none.',
    'Say how it was taken down.',
  ]) {
    await page.getByText(sentence).first().waitFor()
  }
  await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('select-button')
  expect(await violations(page)).toEqual([])
})

test('an entry with a pasted picture and a dropped mail becomes a record that shows both', async () => {
  await openEntry()
  await choose(page, /Account it stood on/, /@/)
  await choose(page, /What it is/, 'Comment')
  await field('Author').fill('Ana Ruiz')
  await choose(page, /How exactly is it known/, 'The day')
  await field('Day').fill('2024-03-05')
  await field('Words').fill('The lights are out again, at 5th and Main.')
  await reason('Address').getByRole('checkbox').check()
  await reason('Address').getByRole('textbox').fill('the page is closed')
  await field('How').fill('screenshot on a City phone')
  // Electron's way of writing a picture changes with its version; this one is of the app that runs here.
  await running.app.evaluate(({ clipboard, nativeImage }, png) => {
    const picture = nativeImage.createFromBuffer(Buffer.from(png, 'base64'))
    Reflect.apply(Reflect.get(clipboard, 'writeImage'), clipboard, [picture])
  }, PNG)
  await page.keyboard.press('Control+v')
  await page.getByText('Pasted picture 1.png').waitFor()
  await page.locator('input[type=file]').setInputFiles(join(folder, 'notice.eml'))
  await page.getByText('notice.eml').waitFor()
  await page.getByRole('button', { name: 'Take it in' }).click()
  await page.getByRole('heading', { name: 'Reconciliation of import 2' }).waitFor()
  expect(await search(page, '"5th and main"')).toBe(1)
  const record = await openFirst(page)
  await record.getByText('Ana Ruiz').first().waitFor()
  await record.locator('.piece img').first().waitFor()
  await record.getByText('notice.eml').first().waitFor()
})

test('is filled in and taken in by keyboard alone', async () => {
  await openEntry()
  await page.getByRole('button', { name: /Account it stood on/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await field('Author').focus()
  await page.keyboard.type('AlderBayCity')
  // Past “not available”, to the box of the date.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await reason('Date').getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await reason('Date').getByRole('textbox').focus()
  await page.keyboard.type('the picture is cut off above it')
  await field('Words').focus()
  await page.keyboard.type('Road works on Main Street.')
  await field('How').focus()
  await page.keyboard.type('copied from a printout')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Reconciliation of import 3' }).waitFor()
})

test('a file that was added can be taken away again', async () => {
  await openEntry()
  await page.locator('input[type=file]').setInputFiles(join(folder, 'notice.eml'))
  await page.getByRole('button', { name: 'Take notice.eml away' }).click()
  await page.getByText('notice.eml').waitFor({ state: 'detached' })
  expect((await readFile(join(folder, 'notice.eml'), 'utf8')).length).toBe(MAIL.length)
})

describe.each(['Light', 'Dark'])('in %s', (look) => {
  test('the page breaks no rule', async () => {
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitemradio', { name: look, exact: true }).click()
    await page.locator(`html[data-look="${look.toLowerCase()}"]`).waitFor()
    await openEntry()
    await reason('Author').getByRole('checkbox').check()
    await page.locator('input[type=file]').setInputFiles(join(folder, 'notice.eml'))
    await page.getByText('notice.eml').waitFor()
    expect(await violations(page)).toEqual([])
  })
})

test.each([2, 4])('at zoom × %i nothing has to be scrolled sideways', async (factor) => {
  await openEntry()
  expect(await tooWide(running, factor)).toBe(0)
})
