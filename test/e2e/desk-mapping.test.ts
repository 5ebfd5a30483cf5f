// A table that nobody recognises is read by saying what its columns are: with the keyboard, in light and dark, at any zoom.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, chooseBySearch, goTo, openNewDesk, search } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'

let folder: string
let running: RunningApp
let page: Page
let table: string

const rows = Array.from({ length: 40 }, (_, n) =>
  [
    `17900112233445566${10 + n}`,
    `"Road work on Main Street, day ${n}: please plan ahead and use Second Avenue"`,
    n === 2 ? 'soon' : `2024-03-${String((n % 28) + 1).padStart(2, '0')} 10:0${n % 10}`,
    'Alder Bay',
    n * 3,
    `Ward ${n % 7}`,
  ].join(','),
)

beforeAll(async () => {
  folder = await temporaryFolder()
  table = join(folder, 'Agency posts.csv')
  const broken = '1790011223344556699,Too,many,cells,are,in,this'
  await writeFile(
    table,
    ['Post ID,Post Text,Date Posted,By,Likes,Ward', ...rows.slice(0, 5), broken, ...rows.slice(5), ''].join('\n'),
  )
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  await goTo(page, 'Imports')
  await answerDialogs(running.app, [table])
  await page.getByRole('button', { name: 'Choose files …' }).click()
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const role = (column: string) => page.getByRole('button', { name: new RegExp(`What “${column}” is`) })

test('files that are tables are told to be, and not imported by themselves', async () => {
  await page.getByText('These files are tables').waitFor()
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true)
  expect(await violations()).toEqual([])
  await page.getByRole('button', { name: 'Say what the columns are' }).click()
  await page.getByRole('heading', { name: 'Say what the columns are' }).waitFor()
})

test('what the columns seem to be is suggested, and the first ten rows are seen as records', async () => {
  await page.getByRole('region', { name: 'As records' }).waitFor()
  const said = await Promise.all(
    ['Post ID', 'Post Text', 'Date Posted', 'By', 'Likes', 'Ward'].map((column) => role(column).textContent()),
  )
  expect(said).toEqual(['Number of its own', 'Words', 'Time', 'Author’s name', 'Count', 'Not used'])
  await page.getByText('names no time zone').waitFor()
  const shown = page.getByRole('region', { name: 'As records' }).locator('tbody tr')
  await expect.poll(() => shown.count()).toBe(10)
  const text = (await shown.allTextContents()).join('\n')
  expect(text).toContain('Road work on Main Street, day 0')
  expect(text).toContain('2024-03-01 10:00, zone not known')
  expect(text).toContain('The time “soon” cannot be read')
  expect(text).toContain('7 cells under 6 headings')
  await page.getByText('41 rows were tried.').waitFor()
  await page.getByText('1 would be no record.').waitFor()
})

test('another choice, made by keyboard, is seen at once', async () => {
  await role('Ward').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Shown as a detail' }).waitFor()
  await page.keyboard.type('Shown')
  await page.keyboard.press('Enter')
  await page.getByText('ward: Ward 3').first().waitFor()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Shown as a detail')
  await chooseBySearch(page, 'Zone, where none is written', 'Los Ang', 'America/Los Angeles')
  await page.getByText('Mar 1, 2024, 10:00 AM PST').first().waitFor()
  await page.getByRole('button', { name: /The rows are of/ }).click()
  await page.getByRole('option', { name: 'Nextdoor' }).click()
})

test.each(['Light', 'Dark'])('the wizard breaks no rule in %s', async (look) => {
  await page.getByRole('button', { name: 'Appearance' }).click()
  await page.getByRole('menuitemradio', { name: look, exact: true }).click()
  await page.locator(`html[data-look="${look.toLowerCase()}"]`).waitFor()
  expect(await violations()).toEqual([])
})

test.each([2, 4])('at zoom × %i nothing has to be scrolled sideways', async (factor) => {
  await zoom(factor)
  const beyond = await page.evaluate(() => {
    const main = document.querySelector('main')
    return Math.max(
      document.documentElement.scrollWidth - window.innerWidth,
      (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0),
    )
  })
  await zoom(1)
  expect(beyond).toBeLessThanOrEqual(0)
})

test('saved and used, it imports the table, and the reconciliation tells by which mapping it was read', async () => {
  await page.getByRole('textbox', { name: 'Name of the mapping' }).fill('Agency log')
  await page.getByRole('button', { name: 'Save and use' }).click()
  await page.getByText('Read by the mapping “Agency log”, version 1').waitFor()
  await page.getByText('40', { exact: true }).first().waitFor()
  await page.getByRole('textbox', { name: 'Handle' }).fill('@alderbay')
  await page.getByRole('button', { name: 'Register @alderbay' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).and(page.locator(':enabled')).click()
  await page.getByRole('heading', { name: 'Reconciliation of import 1' }).waitFor()
  await page.getByText(/mapping “Agency log” version 1/).waitFor()
  await page.getByText(/line 7\) has 7 cells under 6 headings/).waitFor()
  expect(await search(page, 'platform:nextdoor')).toBe(40)
})

test('a saved mapping is offered for the next table', async () => {
  await goTo(page, 'Imports')
  await page.getByRole('button', { name: 'Choose files …' }).click()
  await page.getByRole('button', { name: /Saved mapping/ }).click()
  await page.getByRole('option', { name: /Agency log/ }).click()
  await page.getByText('Read by the mapping “Agency log”, version 1').waitFor()
  await page.getByRole('button', { name: 'Change …' }).click()
  expect(await role('Ward').textContent()).toBe('Shown as a detail')
})

function zoom(factor: number): Promise<void> {
  return running.app.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(to),
    factor,
  )
}

/** What axe finds, as rule and first place. Its legacy mode is needed: an Electron app opens no second page. */
async function violations(): Promise<string[]> {
  const result = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  expect(result.passes.length).toBeGreaterThan(10)
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 300)}`)
}
