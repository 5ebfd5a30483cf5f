// What the window keeps for itself: deleting it loses nothing, and it holds no word of any record.
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallExport } from '../fixtures/x/small.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, importArchive, openFirst, openNewDesk, search, vaultName } from './support/desk.ts'

let folder: string
let running: RunningApp
let words: string

beforeAll(async () => {
  folder = await temporaryFolder()
  const { path, facts } = await smallExport(folder, { tweets: 30 })
  const every = facts.posts.flatMap(({ text }) => text.split(/\s+/))
  words = every.find((word) => /^[a-z]{9,}$/i.test(word)) ?? ''
  expect(words).not.toBe('')
  running = await openNewDesk()
  await beginAsClerk(running.page)
  await importArchive(running, path)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('the room and the person who acts are remembered over a restart', async () => {
  await search(running.page, words)
  await openFirst(running.page)
  await restart()
  await running.page.getByRole('grid').waitFor()
  await running.page.getByRole('button', { name: 'Acting as Maria Lopez' }).waitFor()
})

test('no word of a record, and no search, is in the browser’s files', async () => {
  await running.quit()
  const settings = join(running.folder, 'settings')
  const files = (await readdir(settings, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.some(({ parentPath }) => parentPath.includes('IndexedDB'))).toBe(true)
  const holding: string[] = []
  for (const { parentPath, name } of files) {
    const bytes = await readFile(join(parentPath, name))
    if (bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'))) holding.push(name)
  }
  expect(holding).toEqual([])
  await start()
})

test('without its workspace the desk opens with everything that the vault holds', async () => {
  await running.page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  })
  await running.quit()
  await rm(join(running.folder, 'settings', 'IndexedDB'), { recursive: true, force: true })
  await start()
  expect(await search(running.page, '')).toBeGreaterThan(30)
  expect(await search(running.page, words)).toBeGreaterThan(0)
  await running.page.getByRole('button', { name: 'Nobody is acting' }).click()
  await running.page.getByRole('button', { name: /Maria Lopez/ }).click()
  await running.page.getByRole('button', { name: 'Acting as Maria Lopez' }).waitFor()
})

async function restart(): Promise<void> {
  await running.quit()
  await start()
}

async function start(): Promise<void> {
  const { folder: own } = running
  running = await launchApp({ folder: own, args: [join(own, vaultName)] })
}
