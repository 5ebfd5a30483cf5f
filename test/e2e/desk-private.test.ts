// What is masked in a record's source in the real app: shown only when asked twice, told by the ledger, masked again by a press.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeZip } from '../fixtures/x/zip.ts'
import { post, xFiles } from '../support/x-files.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { beginAsClerk, goTo, importArchive, openFirst, openNewDesk, search } from './support/desk.ts'

const SECRET = '203.0.113.77'

let folder: string
let running: RunningApp

beforeAll(async () => {
  folder = await temporaryFolder()
  const { tweet } = post(1, 'The pool opens on Monday')
  const files = xFiles([{ tweet: { ...tweet, ip_address: SECRET, access_token: 'planted-access-token' } }])
  const archive = join(folder, 'export.zip')
  await writeZip(
    archive,
    Object.entries(files).map(([name, data]) => ({ name, data })),
  )
  running = await openNewDesk()
  await beginAsClerk(running.page)
  await importArchive(running, archive)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

test('a source is masked, shown whole when a person asks for it, and the ledger says so', async () => {
  const { page } = running
  expect(await search(page, SECRET)).toBe(0)
  await search(page, 'pool')
  const record = await openFirst(page)
  await record.getByRole('tab', { name: 'Source' }).click()
  const source = record.locator('pre.source')
  await expect.poll(() => source.textContent()).toContain('"[masked]"')
  expect(await source.textContent()).not.toContain(SECRET)
  await record.getByRole('button', { name: 'Show what is masked' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Show it' }).click()
  await expect.poll(() => source.textContent()).toContain(SECRET)
  await record.getByRole('button', { name: 'Mask it again' }).click()
  await expect.poll(() => source.textContent()).not.toContain(SECRET)
  await goTo(page, 'Ledger')
  await page.getByText('Masked part of a source shown').waitFor()
})
