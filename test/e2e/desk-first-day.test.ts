// A clerk's first day: from nothing to a record read with its media, its thread and its source.
import { rm } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoExports } from '../fixtures/x/demo.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, carry, finishImport, goTo, openFirst, openNewDesk, search } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'

let folder: string
let running: RunningApp
let page: Page
let made: Awaited<ReturnType<typeof demoExports>>

beforeAll(async () => {
  folder = await temporaryFolder()
  made = await demoExports(folder, 7)
  running = await openNewDesk()
  page = running.page
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('a new vault says what is still to be set up, and who acts is asked before anything is changed', async () => {
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'To do' }).count()).toBe(7)
  await beginAsClerk(page)
  await page.getByText('1 of 7 done').waitFor()
})

test('an archive is recognised with its evidence, its account registered, and the import ends in a reconciliation', async () => {
  await goTo(page, 'Imports')
  await answerDialogs(running.app, [made.first.path])
  await page.getByRole('button', { name: 'Choose files …' }).click()
  await page.getByText('@AlderBayCity').first().waitFor()
  await page.getByText('Why Muniment thinks so').click()
  await page.locator('.recognition .bullets li').first().waitFor()
  await finishImport(page, 1)

  const table = page.getByRole('table')
  const tweets = made.first.facts.files.find((file) => file.fileName === 'data/tweets.js')
  const line = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'data/tweets.js' }) })
  const cells = (await line.getByRole('cell').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim())
  expect(cells.slice(1, 4)).toEqual([String(tweets?.claimed), String(tweets?.written), String(tweets?.written)])
  expect(cells.at(-1)).toBe('0')
})

test('a later export, dropped on the window, says what the first one held and the second one does not', async () => {
  await page.getByRole('link', { name: 'All imports' }).click()
  await carry(page, made.second.path, '.drop-place', 'drop')
  await finishImport(page, 2)
  const gone = page.locator('dl.figures > div').filter({ hasText: 'In the first, not in the second' })
  expect(Number(await gone.locator('dd').textContent())).toBeGreaterThan(0)
})

test('every record is in the list, and a search finds a post by half a word', async () => {
  const all = await search(page, '')
  expect(all).toBeGreaterThan(made.first.facts.posts.length)
  const grid = page.getByRole('grid', { name: 'Records, newest first' })
  await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(String(all + 1))

  const found = await search(page, 'closur')
  expect(found).toBeGreaterThan(0)
  expect(found).toBeLessThan(all)
  expect(await page.locator('.grid-row mark').first().textContent()).toMatch(/^closur/i)
})

test('a record is shown with its photo, its conversation, where it came from and its exact source', async () => {
  await search(page, 'has:photo')
  const record = await openFirst(page)
  const photo = record.getByRole('img').first()
  await photo.waitFor()
  await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)

  await record.getByRole('tab', { name: 'Origin' }).click()
  await record
    .getByText(/^[0-9a-f]{64}$/)
    .first()
    .waitFor()
  await record.getByRole('tab', { name: 'Source' }).click()
  await record.locator('pre').filter({ hasText: '"id_str"' }).waitFor()

  await search(page, 'kind:message')
  await openFirst(page)
  await record.getByRole('tab', { name: 'Thread' }).click()
  await record.locator('.turn.here').waitFor()
  await record.locator('.turn').nth(1).waitFor()
})

test('a record whose text changed between the exports shows both versions and marks the difference', async () => {
  const changed = made.second.facts.changes?.textChanged ?? []
  const post = made.second.facts.posts.find(({ id, noteId }) => changed.includes(id) && noteId === undefined)
  const phrase = /\p{L}+ \p{L}+ \p{L}+/u.exec(post?.text ?? '')?.[0]
  expect(await search(page, `edited "${phrase}"`)).toBeGreaterThan(0)
  const record = await openFirst(page)
  await record.getByRole('tab', { name: 'Versions' }).click()
  await record.locator('.version').nth(1).waitFor()
  await record.locator('ins.added, del.removed').first().waitFor()
})
