// The list of records as the clerk wants it: order and columns by keyboard, kept in views, over a restart and in the file.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoExports } from '../fixtures/x/demo.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { violations } from './support/axe.ts'
import { beginAsClerk, goTo, importArchive, openNewDesk, search, vaultName } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const { first } = await demoExports(folder, 7)
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  await importArchive(running, join(first.path))
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const grid = () => page.getByRole('grid')
const firstRow = () => page.locator('.grid-row[aria-rowindex="2"]')
const choose = async (...presses: string[]) => {
  for (const key of presses) await page.keyboard.press(key)
}
/** To the list, where single keys are commands. */
const toList = async () => {
  await page.locator('.grid-row[tabindex="0"]').focus()
}

test('the order is chosen by keyboard, and the first row of newest first is the last of oldest first', async () => {
  const total = await search(page, 'kind:post')
  const newest = await firstRow().getAttribute('data-record')
  await toList()
  await choose('o')
  await page.getByRole('menuitemradio', { name: 'Oldest first' }).waitFor()
  await choose('ArrowDown', 'Enter')
  await page.getByRole('grid', { name: 'Records, oldest first' }).waitFor()
  await expect.poll(() => firstRow().getAttribute('data-record')).not.toBe(newest)
  await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe(String(total + 1))
  await firstRow().click()
  await choose('End')
  const last = page.locator(`.grid-row[aria-rowindex="${total + 1}"]`)
  await expect.poll(() => last.getAttribute('data-record')).toBe(newest)
  expect(await grid().getByRole('columnheader', { name: 'When' }).getAttribute('aria-sort')).toBe('ascending')
})

test('columns are chosen by keyboard and tell the words found; a saved view brings them back', async () => {
  await search(page, 'library OR park')
  await toList()
  await choose('c')
  await page.getByRole('menuitemcheckbox', { name: 'Found words' }).waitFor()
  for (const name of ['Kind', 'Found words', 'Record number']) {
    await page.getByRole('menuitemcheckbox', { name, exact: true }).focus()
    await choose('Space')
  }
  await choose('Escape')
  const heads = () => grid().getByRole('columnheader').allInnerTexts()
  await expect.poll(heads).toEqual(['When', 'Account', 'Kind', 'Text', 'Found words', 'Record number', 'Series'])
  await expect.poll(() => firstRow().locator('.cell-column-words').textContent()).toMatch(/library|park/i)
  await photograph(running, 'list-columns')
  expect(await violations(page)).toEqual([])

  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of this search' }).fill('Parks and libraries')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('“Parks and libraries” is saved.').waitFor()
  await choose('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await toList()
  await choose('c')
  for (const name of ['Kind', 'Found words', 'Record number']) {
    await page.getByRole('menuitemcheckbox', { name, exact: true }).click()
  }
  await choose('Escape')
  await expect.poll(heads).toEqual(['When', 'Account', 'Text', 'Series'])
  await search(page, '')
  await page.getByRole('button', { name: 'Views' }).click()
  await page
    .getByRole('button', { name: /Parks and libraries/ })
    .first()
    .click()
  await expect.poll(heads).toEqual(['When', 'Account', 'Kind', 'Text', 'Found words', 'Record number', 'Series'])
  await page.getByRole('grid', { name: 'Records, oldest first' }).waitFor()
})

test('the file holds the columns and the order of the list', async () => {
  await answerDialogs(running.app, [join(folder, 'list.csv')])
  await toList()
  await choose('e', 'Enter')
  await page.getByText('list.csv is written.').waitFor()
  const lines = (await readFile(join(folder, 'list.csv'), 'utf8')).split('\r\n')
  expect(lines[0]).toBe(
    '\uFEFFMade (City),Made (UTC),Platform,Account,Author,Kind,Text,Found words,Record,Media,Versions,State on the platform,Series',
  )
  const times = lines.slice(1, 5).map((line) => line.split(',')[1] ?? '')
  expect(times).toEqual([...times].sort())
  expect(times[0]).not.toBe(times[3])
})

const write = async (room: string, list: string, format: RegExp, name: string, part?: string) => {
  await goTo(page, room)
  if (part !== undefined) await page.getByRole('link', { name: part, exact: true }).click()
  await answerDialogs(running.app, [join(folder, name)])
  await page.getByRole('button', { name: `Export: ${list}`, exact: true }).click()
  await page.getByRole('menuitem', { name: format }).click()
  await page.getByText(`${name} is written.`).waitFor()
  return await readFile(join(folder, name))
}

test('any list of any room leaves it as it is shown: accounts, imports, the ledger, people, jobs', async () => {
  const accounts = (await write('Accounts', 'Registered accounts', /CSV/, 'accounts.csv'))
    .toString('utf8')
    .split('\r\n')
  const heads = await page.getByRole('columnheader').allInnerTexts()
  // Columns of buttons are no part of what is written.
  const written = heads.filter((head) => head !== 'Due' && head !== 'Notes')
  expect(accounts[0]).toBe(`\uFEFF${written.join(',')}`)
  expect(accounts[1]).toMatch(/^'@AlderBayCity,X,.*,702$/)
  await photograph(running, 'list-accounts')
  expect(await violations(page)).toEqual([])

  const imports = await write('Imports', 'Received', /CSV/, 'imports.csv')
  expect(imports.toString('utf8')).toMatch(/X @AlderBayCity,twitter-[^,]*\.zip,[^,]*,702,Everything accounted for/)
  await photograph(running, 'list-imports')
  const ledger = (await write('Ledger', 'Ledger', /CSV/, 'ledger.csv')).toString('utf8').split('\r\n')
  expect(ledger[0]).toBe('\uFEFFNumber,When,What was done,By,Of what,Hash')
  expect(ledger.at(-2)).toMatch(/^1,/)
  expect((await write('Settings', 'People', /PDF/, 'people.pdf', 'People')).subarray(0, 8).toString()).toBe('%PDF-1.7')
  expect((await write('Jobs', 'Jobs', /XLSX/, 'jobs.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test('order and columns are there again after a restart', async () => {
  await running.quit()
  running = await launchApp({ folder: running.folder, args: [join(running.folder, vaultName)] })
  page = running.page
  await search(page, '')
  await page.getByRole('grid', { name: 'Records, oldest first' }).waitFor()
  await page.getByRole('columnheader', { name: 'Record number' }).waitFor()
})
