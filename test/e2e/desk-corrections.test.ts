// Putting right at the desk, in the real app: an import set aside and withdrawn, two records made one and two again, a record locked and removed.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { post, xFiles } from '../support/x-files.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, goTo, importArchive, openFirst, openNewDesk, search } from './support/desk.ts'
import { expectNoAxeProblems, photograph } from './support/look.ts'

let folder: string
let running: RunningApp
let page: Page

async function archive(name: string, posts: readonly unknown[]): Promise<string> {
  const path = join(folder, name)
  const members = Object.entries(xFiles(posts)).map(([member, data]) => ({ name: member, data, method: 8 }))
  await writeFile(path, rawZip(members))
  return path
}

const words = 'Water main repair on Fir Street'
const twin = { tweet: { ...post(1, words).tweet, id_str: '5555' } }

beforeAll(async () => {
  folder = await temporaryFolder()
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
  await importArchive(running, await archive('one.zip', [post(1, words), twin, post(2), post(3, 'Sealed words')]))
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

/** A search finds so many, once what was asked for is done. */
const eventually = (words: string, count: number) =>
  expect.poll(() => search(page, words), { timeout: 30_000 }).toBe(count)

async function giveReason(title: string, button: string, label = 'Why'): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByLabel(label).fill('It was chosen by mistake')
  await photograph(running, title)
  await expectNoAxeProblems(page)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'hidden' })
}

test('two records become one, and two again', async () => {
  await search(page, '"Fir Street"')
  const record = await openFirst(page)
  await record.getByRole('tab', { name: 'Origin' }).click()
  await record.getByText('It has the same words at the same moment.').waitFor()
  await photograph(running, 'alike')
  await record.getByRole('button', { name: 'It is the same …' }).click()
  await giveReason('Make them one record', 'Make them one', 'How you know that they are the same')
  await eventually('"Fir Street"', 1)
  const kept = await openFirst(page)
  await kept.getByRole('tab', { name: 'Origin' }).click()
  await kept.getByText('Merged into this record').waitFor()
  await photograph(running, 'merged')
  await kept.getByRole('button', { name: 'Split again' }).click()
  await eventually('"Fir Street"', 2)
})

test('a locked record is shown to nobody, and removed under an order', async () => {
  await search(page, '"Sealed words"')
  const record = await openFirst(page)
  await record.getByRole('button', { name: 'Lock …' }).click()
  await giveReason('Lock this record', 'Lock it')
  await eventually('"Sealed words"', 0)
  expect(await search(page, 'locked')).toBe(1)
  await page.getByText('Locked: Sealed by a court').waitFor()
  await page.keyboard.press('ArrowDown')
  await page.getByText('This record is locked').waitFor()
  await photograph(running, 'locked')
  await page.getByRole('button', { name: 'Remove under an order …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove this record for good' })
  await dialog
    .locator('input[type="file"]')
    .setInputFiles({ name: 'order.txt', mimeType: 'text/plain', buffer: Buffer.from('It is so ordered.') })
  await photograph(running, 'remove')
  await dialog.getByRole('button', { name: 'Remove it for good' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await eventually('locked', 0)
})

test('a version that is another record becomes one, and is put back', async () => {
  await importArchive(
    running,
    await archive('two.zip', [post(2, 'Notice 2, edited'), post(7, 'Only in the second')]),
    2,
  )
  await search(page, '"Notice 2"')
  const record = await openFirst(page)
  await record.getByRole('tab', { name: 'Origin' }).click()
  await photograph(running, 'origin')
  await record.getByRole('button', { name: 'Version 1 is not this record …' }).click()
  await giveReason(
    'Make version 1 a record of its own',
    'Make it a record of its own',
    'How you know that they are not the same',
  )
  await eventually('"Notice 2"', 2)
  const other = await openFirst(page)
  await other.getByRole('tab', { name: 'Origin' }).click()
  await other.getByText('Taken apart').waitFor()
  await photograph(running, 'apart')
  await other.getByRole('button', { name: 'Join again' }).click()
  await eventually('"Notice 2"', 1)
})

test('an import is set aside, brought back, and withdrawn, and its page says so', async () => {
  const choose = async (act: string) => {
    await goTo(page, 'Imports')
    await page.getByRole('table').getByRole('link').first().click()
    await page.getByRole('button', { name: 'Put right …' }).click()
    await photograph(running, 'menu')
    await page.getByRole('menuitem', { name: act }).click()
  }
  await choose('Set aside')
  await giveReason('Set aside', 'Set it aside')
  await page.getByText('This import is set aside').waitFor()
  await photograph(running, 'aside')
  expect(await search(page, '"Only in the second"')).toBe(0)
  expect(await search(page, '"Only in the second" aside')).toBe(1)
  await choose('Bring back')
  await giveReason('Bring back', 'Bring it back')
  await choose('Withdraw')
  await giveReason('Withdraw', 'Withdraw the import')
  await page.getByText('This import was withdrawn').waitFor()
  await photograph(running, 'withdrawn')
  expect(await search(page, '"Only in the second" OR aside')).toBe(0)
  await goTo(page, 'Imports')
  await page.getByText('Withdrawn').waitFor()
})
