// Single items of a personal account at the desk: chosen from the list, with the declaration, and the reconciliation that tells it.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { declaration, personalZip } from '../support/personal-export.ts'
import { filesBelow, holding } from '../support/x-files.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, goTo, openNewDesk, search, vaultName } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  await writeFile(join(folder, 'export.zip'), personalZip)
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const listed = () => page.getByRole('region', { name: 'Items of the export' }).getByRole('checkbox')

async function openForm(): Promise<void> {
  await goTo(page, 'Imports')
  await answerDialogs(running.app, [join(folder, 'export.zip')])
  await page.getByRole('button', { name: 'Choose files …' }).click()
  await page.getByRole('radio', { name: /^A person’s own/ }).check()
  await listed().first().waitFor()
}

test('what is missing is said, and nothing is kept before', async () => {
  await openForm()
  await page.getByRole('button', { name: 'Take 0 items in' }).click()
  await page.getByRole('alert').getByText('11 things are missing. They are marked above.').waitFor()
  expect(await violations(page)).toEqual([])
  expect(holding(join(running.folder, vaultName), 'Private-Axolotl')).toEqual([])
  await page.getByRole('button', { name: 'Cancel' }).click()
})

test('chosen items come in with their producer and declaration, and nothing else', async () => {
  await openForm()
  await field('Name').fill('Pat Holder')
  await field('Office or position').fill('Engineer')
  await page.getByRole('button', { name: 'Register @pat_at_home as the own account of Pat Holder' }).click()
  await page.getByRole('button', { name: /Personal account/ }).waitFor()
  await field('Words').fill('permit')
  await expect.poll(() => listed().count()).toBe(1)
  await listed().first().check()
  await field('Words').fill('sewer')
  await page.getByText('Sewer works begin Monday.').waitFor()
  await page.getByRole('button', { name: 'Choose all shown' }).click()
  await page.getByText('2 items chosen').waitFor()
  expect(await field('Who searched').inputValue()).toBe('Pat Holder')
  await field('On').fill(declaration.searchedOn)
  await field('Where: accounts, devices, programs').fill(declaration.searchedWhere)
  await field('What for: the request or matter').fill(declaration.soughtFor)
  await field('Words, people and period searched for').fill(declaration.terms)
  await field('What was found and is not produced, and why').fill(declaration.notProduced)
  await field('Signed on').fill(declaration.signedOn)
  await field('Signed at (city, state)').fill(declaration.signedAt)
  await page.getByRole('checkbox', { name: /under penalty of perjury/ }).check()
  await page.getByRole('button', { name: 'Take 2 items in' }).click()
  await page.getByRole('heading', { name: 'Reconciliation of import 1' }).waitFor()
  const told = page
    .getByRole('region', { name: 'Produced from a personal account' })
    .or(page.locator('.produced-facts'))
  await told.getByText('Pat Holder, Engineer').first().waitFor()
  await told.getByText(declaration.notProduced).first().waitFor()
  expect(await violations(page)).toEqual([])
  expect(await search(page, '')).toBe(2)
  const vault = join(running.folder, vaultName)
  expect(holding(vault, 'Private-Axolotl')).toEqual([])
  expect([...filesBelow(vault).keys()].filter((name) => name.startsWith('staging'))).toEqual([])
})

test('an account that is known as a person’s own is asked for single items at once', async () => {
  await goTo(page, 'Imports')
  await answerDialogs(running.app, [join(folder, 'export.zip')])
  await page.getByRole('button', { name: 'Choose files …' }).click()
  await listed().first().waitFor()
  expect(await page.getByRole('radio', { name: /^A person’s own/ }).isChecked()).toBe(true)
  await page.getByRole('button', { name: /How it is declared/ }).click()
  await page.getByRole('option', { name: /^As a file:/ }).click()
  await page.locator('input[type=file]').setInputFiles(join(folder, 'export.zip'))
  await page.getByRole('group', { name: 'File' }).getByText('export.zip').waitFor()
  await listed().first().focus()
  await page.keyboard.press('Space')
  await page.getByText('1 item chosen').waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
})

describe.each(['Light', 'Dark'])('in %s', (look) => {
  test('the form breaks no rule', async () => {
    await page.getByRole('button', { name: 'Appearance' }).click()
    await page.getByRole('menuitemradio', { name: look, exact: true }).click()
    await page.locator(`html[data-look="${look.toLowerCase()}"]`).waitFor()
    await openForm()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Cancel' }).click()
  })
})

test.each([2, 4])('at zoom × %i nothing has to be scrolled sideways', async (factor) => {
  await openForm()
  expect(await tooWide(running, factor)).toBe(0)
  await page.getByRole('button', { name: 'Cancel' }).click()
})
