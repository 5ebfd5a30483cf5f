// Spelling in the real app: a misspelled word is known as one, replaced from the menu, added to the dictionary, and left alone when that is chosen.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningApp } from './support/app.ts'
import { beginAsClerk, goTo, openNewDesk } from './support/desk.ts'
import { expectNoAxeProblems, photograph } from './support/look.ts'

let running: RunningApp
let page: Page

beforeAll(async () => {
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  // What the menu offers is kept for the test, in place of being drawn.
  await running.app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function popup() {
      Reflect.set(globalThis, 'menu', this)
    }
  })
  await enterRequest()
})
afterAll(() => running.close())

async function enterRequest(): Promise<void> {
  await goTo(page, 'Requests')
  await page.getByRole('button', { name: 'Enter a request' }).first().click()
  await page.locator('textarea[spellcheck="true"]').first().waitFor()
}

const labels = () =>
  running.app.evaluate(() => {
    const menu: { items: { label: string; role?: string }[] } | undefined = Reflect.get(globalThis, 'menu')
    return menu?.items.map(({ label, role }) => role ?? label).filter(Boolean) ?? []
  })
const choose = (label: string) =>
  running.app.evaluate((_electron, wanted) => {
    const menu: { items: { label: string; click(): void }[] } = Reflect.get(globalThis, 'menu')
    menu.items.find((item) => item.label === wanted)?.click()
  }, label)

/** The menu over the first word of a field, once the word has been checked. */
async function menuOver(text: string, ready: (entries: readonly string[]) => boolean): Promise<string[]> {
  const field = page.locator('textarea[spellcheck="true"]').first()
  let entries: string[] = []
  await expect
    .poll(
      async () => {
        // A word that was finished before the dictionary had come is looked up when it is written again.
        await field.fill('')
        await field.pressSequentially(`${text} `)
        await running.app.evaluate(() => Reflect.deleteProperty(globalThis, 'menu'))
        await field.click({ button: 'right', position: { x: 16, y: 14 } })
        await expect.poll(labels).not.toEqual([])
        entries = await labels()
        return ready(entries)
      },
      { timeout: 20_000 },
    )
    .toBe(true)
  return entries
}

test('a misspelled word is suggested for, and replaced', async () => {
  const entries = await menuOver('recieve', (shown) => shown.includes('receive'))
  expect(entries).toContain('Add to the dictionary')
  await choose('receive')
  await expect.poll(() => page.locator('textarea[spellcheck="true"]').first().inputValue()).toBe('receive ')
})

test('a word of one’s own is added to the dictionary, and known from then on', async () => {
  await menuOver('Quillwortish', (shown) => shown.includes('Add to the dictionary'))
  await choose('Add to the dictionary')
  expect(await menuOver('Quillwortish', (shown) => !shown.includes('Add to the dictionary'))).toContain('cut')
})

test('it can be switched off in Settings', async () => {
  await page.keyboard.press('Escape')
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Appearance' }).click()
  await page.getByRole('button', { name: /Spelling/ }).click()
  await page.getByRole('option', { name: 'Not checked' }).click()
  await page.getByRole('button', { name: /Not checked/ }).waitFor()
  await photograph(running, 'spelling')
  await expectNoAxeProblems(page)
  await enterRequest()
  expect(await menuOver('recieve', (shown) => shown.length > 0)).not.toContain('Add to the dictionary')
})
