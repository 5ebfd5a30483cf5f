// A vault under a passphrase in the real app: made, closed, opened with it alone, and freed of it.
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallExport } from '../fixtures/x/small.ts'
import { ask, launchApp, type RunningApp, untilVault } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, goTo, importArchive, openFirst, search, vaultName } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let running: RunningApp
let passphrase = ''
const catalog = () => readFileSync(join(running.folder, vaultName, 'catalog.sqlite'))

beforeAll(async () => {
  running = await launchApp()
})
afterAll(() => running.close())

test('it is made under a passphrase, which is shown once, and nobody goes on without having it kept', async () => {
  const { app, page, folder } = running
  await answerDialogs(app, [join(folder, vaultName)])
  await page.getByRole('button', { name: 'Create a vault' }).click()
  await page.getByLabel('City').fill('City of Alder Bay')
  await page.getByLabel('Put it under a passphrase').check()
  await page.getByRole('button', { name: 'Make one for me' }).click()
  passphrase = await page.getByRole('textbox', { name: 'Passphrase' }).inputValue()
  expect(passphrase).toMatch(/^(?:[2-9A-Z]{4}-?){6}$/)
  const create = page.getByRole('button', { name: 'Choose a place and create' })
  expect(await create.isEnabled()).toBe(false)
  await page.getByLabel('I have the passphrase in two places').check()
  await photograph(running, 'create under a passphrase')
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await create.click()
  await page.getByRole('heading', { name: 'City of Alder Bay' }).waitFor()
  await beginAsClerk(page)
  expect(catalog().subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  expect(catalog().includes('Maria Lopez')).toBe(false)
})

test('a photo of an archive that was taken in is shown, and lies sealed in the folder', async () => {
  const { page, folder } = running
  await mkdir(join(folder, 'exports'))
  const { path } = await smallExport(join(folder, 'exports'), { tweets: 12 })
  await importArchive(running, path)
  await search(page, 'has:photo')
  const photo = (await openFirst(page)).getByRole('img').first()
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
})

test('closed, it opens with its passphrase and no other', async () => {
  const { page } = running
  await ask(page, { ask: 'close-vault' })
  await untilVault(page, 'none')
  await page.getByRole('button', { name: /^Alder Bay/ }).click()
  await page.getByText('This vault is under a passphrase').waitFor()
  await photograph(running, 'passphrase wanted')
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await page.getByLabel('Passphrase or recovery key').fill('another passphrase')
  await page.getByRole('button', { name: 'Open the vault', exact: true }).click()
  await page.getByText('That is not its passphrase').waitFor()
  await photograph(running, 'passphrase wrong')
  await page.getByLabel('Passphrase or recovery key').fill(passphrase)
  await page.getByRole('button', { name: 'Open the vault', exact: true }).click()
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor()
})

test('Settings say what it covers and what not, and take it off again', async () => {
  const { page } = running
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Safety' }).click()
  await page.getByText('The vault is under a passphrase.').waitFor()
  await photograph(running, 'safety under a passphrase')
  await page.getByRole('button', { name: 'Take the passphrase off …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Passphrase until now, or recovery key').fill(passphrase)
  await photograph(running, 'take the passphrase off')
  await dialog.getByRole('button', { name: 'Take the passphrase off' }).click()
  await page.getByText('The vault has no passphrase').waitFor()
  expect(catalog().subarray(0, 15).toString('latin1')).toBe('SQLite format 3')
  await page.getByRole('button', { name: 'Put it under a passphrase …' }).click()
  await photograph(running, 'put under a passphrase')
})
