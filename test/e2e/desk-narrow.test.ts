// Narrowing a search down in the real app: completed by keyboard, by facets, by a span of time.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoExports } from '../fixtures/x/demo.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, goTo, importArchive, openNewDesk } from './support/desk.ts'
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
  await goTo(page, 'Records')
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const field = () => page.getByRole('combobox', { name: 'Search the records' })
const option = (name: RegExp) => page.getByRole('option', { name })
const facets = () => page.getByRole('region', { name: 'Narrow down by what was found' })

/** How many were found, once the facets have counted them too. */
async function found(): Promise<number> {
  await page.locator('.search-outcome[aria-busy="false"]').waitFor()
  await page.locator('.time-line[aria-busy="false"]').waitFor()
  return Number((await page.locator('.search-count').textContent())?.replace(/\D/g, ''))
}

test('a query is completed by keyboard: the name of a filter, then a value, with their counts', async () => {
  const all = await found()
  await field().focus()
  await page.keyboard.type('ki')
  await option(/^kind:/).waitFor()
  expect(await field().getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await option(/^message/).waitFor()
  await photograph(running, 'records completion')
  expect(await violations(page)).toEqual([])
  await page.keyboard.type('po')
  const posts = option(/^post/)
  await posts.waitFor()
  const count = Number((await posts.locator('[aria-hidden]').textContent())?.replace(/\D/g, ''))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect.poll(() => field().inputValue()).toBe('kind:post ')
  await expect.poll(found).toBe(count)
  expect(count).toBeLessThan(all)
  await page.keyboard.press('Escape')
  await expect.poll(() => field().inputValue()).toBe('')
})

test('a facet narrows the search to its count, leaves it out, and is taken back', async () => {
  const all = await found()
  await page.getByRole('button', { name: 'Narrow down' }).click()
  const only = facets().getByRole('button', { name: /^Only Message, / })
  const messages = Number((await only.getAttribute('aria-label'))?.replace(/\D/g, ''))
  await photograph(running, 'records facets')
  await only.click()
  expect(await field().inputValue()).toBe('kind:message ')
  expect(await found()).toBe(messages)
  await facets().getByRole('button', { name: 'Leave out Message' }).press('Enter')
  expect(await field().inputValue()).toBe('-kind:message ')
  expect(await found()).toBe(all - messages)
  expect(await violations(page)).toEqual([])
  await facets().getByRole('button', { name: 'Leave out Message' }).press('Enter')
  expect(await found()).toBe(all)
})

test('a span of time is marked by keyboard or by mouse, and let go', async () => {
  const all = await found()
  const bars = page.getByRole('slider', { name: 'When it was made' })
  await bars.press('End')
  await bars.press('Shift+ArrowLeft')
  const told = (await bars.getAttribute('aria-valuetext')) ?? ''
  await bars.press('Enter')
  expect(await field().inputValue()).toMatch(/^after:\S+ before:\S+ $/)
  expect(await found()).toBe(Number(told.replace(/^.*: /, '').replace(/\D/g, '')))
  await photograph(running, 'records span')
  expect(await tooWide(running, 2)).toBe(0)
  await page.getByRole('button', { name: 'All times' }).click()
  expect(await found()).toBe(all)
  const box = await bars.boundingBox()
  if (!box) throw new Error('the bars are drawn')
  await page.mouse.move(box.x + box.width * 0.55, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 2, box.y + 10, { steps: 4 })
  await page.mouse.up()
  expect(await found()).toBeLessThan(all)
  await field().fill('')
})

test('a search is saved, found in the palette, renamed, deleted and brought back', async () => {
  await field().fill('kind:message ')
  await found()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of this search' }).fill('Letters from residents')
  await page.keyboard.press('Enter')
  await page.getByText('“Letters from residents” is saved.').waitFor()
  await page.getByRole('button', { name: 'Rename Letters from residents' }).click()
  await page.getByRole('textbox', { name: 'New name of Letters from residents' }).fill('Residents’ letters')
  await page.keyboard.press('Enter')
  await photograph(running, 'records views')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Delete Residents’ letters' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByRole('button', { name: 'Rename Residents’ letters' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await field().fill('')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
  await page.keyboard.type('residents’')
  await page.getByRole('menuitem', { name: /^Residents’ letters/ }).waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => field().inputValue()).toBe('kind:message ')
})

test('what was found is written as CSV, and said to be', async () => {
  const count = await found()
  const path = join(running.folder, 'letters.csv')
  await answerDialogs(running.app, [path])
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'As CSV, for spreadsheets' }).click()
  await page.getByText('letters.csv is written.').waitFor()
  const lines = (await readFile(path, 'utf8')).split('\r\n')
  expect([lines[0], lines.at(-1)]).toEqual([expect.stringContaining('Made (City),Made (UTC),'), ''])
  expect(lines.slice(1, -1).filter((line) => /^\d{4}-\d\d-\d\dT/.test(line)).length).toBeGreaterThanOrEqual(count)
})

test('an empty list says why it is empty', async () => {
  await field().fill('account:AlderBayCty ')
  await page.getByText('There is no account “AlderBayCty” in this vault. Did you mean “AlderBayCity”?').waitFor()
  await field().fill('')
})
