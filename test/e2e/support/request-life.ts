// What is done again and again in the life of a request, in the real app.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { muniment } from '../../support/command-line.ts'
import type { RunningApp } from './app.ts'
import { goTo } from './desk.ts'
import { answerDialogs } from './dialogs.ts'

const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'detached' })

/** Lets another person act. @param now the name of the button at the top */
export async function actAs(page: Page, name: RegExp, now: RegExp): Promise<void> {
  await page.getByRole('button', { name: now }).click()
  await page.getByRole('dialog').getByRole('button', { name }).click()
  await closed(page)
}

/** Goes to the page of a request over the list. */
export async function openRequestPage(page: Page, id: string): Promise<void> {
  await goTo(page, 'Requests')
  await page.getByRole('link', { name: id, exact: true }).click()
  await page.getByRole('heading', { name: `Request ${id}` }).waitFor()
}

/** Writes a letter, lets `fill` say what it needs, signs it and enters it as sent. */
export async function sendLetter(page: Page, kind: string, fill: () => Promise<void>): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const dialog = page.getByRole('dialog')
  await page.getByRole('link', { name: 'Letters', exact: true }).click()
  await button('Write a letter').click()
  await page.getByRole('menuitem', { name: kind }).first().click()
  await button('Sign it').waitFor()
  await fill()
  await expect.poll(() => button('Sign it').isEnabled(), { timeout: 10_000 }).toBe(true)
  await page.getByText('Saved', { exact: true }).waitFor()
  await button('Sign it').click()
  await page.getByText('Signed, not sent').waitFor()
  await button('It was sent …').click()
  await dialog.getByRole('textbox', { name: 'Proof' }).fill(`Portal entry: ${kind}`)
  await dialog.getByRole('button', { name: 'Enter it' }).click()
  await closed(page)
  await page.getByText('Sent', { exact: true }).waitFor()
}

/** Begins a packet on the page of a request. @param way of the menu of other ways; null: the button */
export async function buildPacket(running: RunningApp, id: string, way: RegExp | null, file: string): Promise<void> {
  const { app, page } = running
  await openRequestPage(page, id)
  await answerDialogs(app, [file])
  if (way === null) return page.getByRole('button', { name: 'Build a packet …' }).click()
  await page.getByRole('button', { name: 'Build it in another way' }).click()
  await page.getByRole('menuitem', { name: way }).click()
}

export const passphrase = 'correct horse battery'

/** Makes the attorney's key, and has the clerk confirm it. */
export async function confirmedKey(folder: string, vault: string): Promise<void> {
  writeFileSync(join(folder, 'words.txt'), `${passphrase}\n`)
  const made = await muniment(folder, 'key', 'make', '--passphrase-file', 'words.txt', '--as', 'dana', '--vault', vault)
  const confirmed = await muniment(folder, 'key', 'confirm', '1', '--as', 'clerk', '--vault', vault)
  expect([made.code, confirmed.code]).toEqual([0, 0])
}
