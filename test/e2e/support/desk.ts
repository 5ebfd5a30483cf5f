// What a clerk does at the desk, step by step, in the real app.
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { launchApp, type RunningApp } from './app.ts'
import { answerDialogs } from './dialogs.ts'

export const vaultName = 'Alder Bay.muniment'

/** Starts the app and creates a vault for the City of Alder Bay through the welcome screen. */
export async function openNewDesk(): Promise<RunningApp> {
  const running = await launchApp()
  const { app, page, folder } = running
  await answerDialogs(app, [join(folder, vaultName)])
  await page.getByRole('button', { name: 'Create a vault' }).click()
  await page.getByLabel('City').fill('City of Alder Bay')
  await page.getByRole('button', { name: 'Choose a place and create' }).click()
  await page.getByRole('heading', { name: 'City of Alder Bay' }).waitFor()
  return running
}

/** Adds Maria Lopez, who acts from then on. */
export async function beginAsClerk(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nobody is acting' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Maria Lopez')
  await page.getByRole('textbox', { name: 'Title' }).fill('Records Supervisor')
  await page.getByRole('button', { name: 'Add the person' }).click()
  await page.getByRole('button', { name: 'Acting as Maria Lopez' }).waitFor()
}

/** Lets a person of the register act, whoever acted before. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^(Acting as|Nobody is acting)/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `Acting as ${name}` }).waitFor()
}

/** Every room, in the order of the navigation. */
export const roomNames = [
  'Home',
  'Records',
  'Classify',
  'Imports',
  'Schedule',
  'Holds',
  'Requests',
  'Purge reports',
  'Accounts',
  'Captures',
  'Law',
  'Removed posts',
  'Office',
  'Ledger',
  'Jobs',
  'Settings',
] as const

/** The rooms that the navigation shows, by their words alone. */
export function roomsInNavigation(page: Page): Promise<string[]> {
  return page.getByRole('navigation', { name: 'Rooms' }).locator('.navigation-word').allTextContents()
}

/** Goes to a room by the navigation. */
export async function goTo(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click()
}

/** Chooses an archive by the dialog, registers its account where it is new, imports it and waits for its reconciliation. */
export async function importArchive({ app, page }: RunningApp, path: string, number = 1): Promise<void> {
  await goTo(page, 'Imports')
  await answerDialogs(app, [path])
  await page.getByRole('button', { name: 'Choose files …' }).click()
  await finishImport(page, number)
}

/** From the preview on: registers the account where it is new, imports and waits for the reconciliation. */
export async function finishImport(page: Page, number: number): Promise<void> {
  const register = page.getByRole('button', { name: /^Register @/ })
  const whose = page.getByRole('button', { name: /Whose archive is it\?/ })
  await register.or(whose).first().waitFor()
  if (await register.isVisible()) await register.click()
  const start = page.getByRole('button', { name: 'Import', exact: true })
  await start.click({ trial: true })
  // What is new to the account is told last, and moves the button.
  await page.locator('.holdings[aria-busy="true"]').waitFor({ state: 'detached' })
  await start.click()
  await page.getByRole('heading', { name: `Reconciliation of import ${number}` }).waitFor()
}

/**
 * Goes to the records and searches.
 * @returns how many records were found, once they are counted
 */
export async function search(page: Page, words: string): Promise<number> {
  await goTo(page, 'Records')
  const field = page.getByRole('combobox', { name: 'Search the records' })
  await field.fill(words)
  await page.locator('.search-outcome[aria-busy="false"]').waitFor()
  const said = await page.locator('.search-count').allInnerTexts()
  expect(said.join()).toMatch(/^[\d,]+ (records?|found)$/)
  return Number(said.join().replace(/\D/g, ''))
}

/** Opens the first record of the list from the search field, by keyboard. */
export async function openFirst(page: Page): Promise<Locator> {
  await page.keyboard.press('ArrowDown')
  await page.locator('.grid-row[aria-selected="true"]').waitFor()
  const record = page.getByRole('article')
  await record.waitFor()
  return record
}

/** Fails when something ran, asked or went elsewhere that a captured post brought. */
export async function expectUnharmed({ app, page }: RunningApp, address: string): Promise<void> {
  const state = await page.evaluate(() => ({
    harmed: Reflect.get(window, 'harmed') ?? null,
    address: location.href.split('#')[0],
    frames: window.frames.length,
    scripts: [...document.scripts].length,
    styles: document.querySelectorAll('style, link[rel=stylesheet]').length,
  }))
  expect(state).toEqual({ harmed: null, address, frames: 0, scripts: 1, styles: 1 })
  expect(app.windows().length).toBe(1)
}

/** Chooses one of a short list that a button opens. */
export async function choose(page: Page, picker: string | RegExp, option: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: picker }).click()
  await page.getByRole('option', { name: option }).first().click()
}

/** Chooses out of a long list that is searched by typing. The list closes when the page moves under it: the arrow opens it again. */
export async function chooseBySearch(page: Page, label: string, words: string, option = words): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  const found = page.getByRole('option').filter({ hasText: option }).first()
  await field.scrollIntoViewIfNeeded()
  await field.fill(words)
  const chosen = () =>
    found.click({ timeout: 3000 }).then(
      () => true,
      () => field.press('ArrowDown').then(() => false),
    )
  await expect.poll(chosen).toBe(true)
}

/** Chooses a file by the button of a form that reads it in the window. */
export async function chooseFile(page: Page, path: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file …' }).click()
  await (await chooser).setFiles(path)
}

/** Carries a file of this computer over a part of the page, as the file manager would, or lets it go there. */
export async function carry(page: Page, path: string, part: string, deed: 'dragover' | 'drop'): Promise<void> {
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'carried'
    document.body.append(input)
  })
  await page.locator('#carried').setInputFiles(path)
  await page.evaluate(
    ([selector, type]) => {
      const input = document.querySelector<HTMLInputElement>('#carried')
      const files = new DataTransfer()
      for (const file of input?.files ?? []) files.items.add(file)
      const event = new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true })
      document.querySelector(selector)?.dispatchEvent(event)
      input?.remove()
    },
    [part, deed] as const,
  )
}
