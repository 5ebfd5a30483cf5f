// The quarter of a communications office in the real app: a deleted post written down, an answer found, a liaison named, and the Council's report.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rawZip } from '../fixtures/zip/raw-zip.ts'
import { post, xFiles } from '../support/x-files.ts'
import type { RunningApp } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, goTo, importArchive, openNewDesk } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let running: RunningApp

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000)
const message = (id: number, senderId: string, text: string, at: Date) => ({
  messageCreate: {
    ...{ id: String(id), senderId, recipientId: '1', text, createdAt: at.toISOString() },
    urls: [],
    mediaUrls: [],
    reactions: [],
  },
})

beforeAll(async () => {
  running = await openNewDesk()
  await beginAsClerk(running.page)
})
afterAll(() => running.close())

test('what was deleted is written down, answers are counted, a liaison is named, and the quarter is reported', async () => {
  const { page, app, folder } = running
  const talk = [
    message(1, '55', 'When do you fix Harbor Street?', day(20)),
    message(2, '281104733', 'Tomorrow.', day(20)),
  ]
  const gone = { tweet: { ...post(9, 'Words that were deleted').tweet, deleted_at: day(30).toUTCString() } }
  const files = {
    ...xFiles([post(1)]),
    'data/deleted-tweets.js': `window.YTD.deleted_tweets.part0 = ${JSON.stringify([gone])}`,
    'data/direct-messages.js': `window.YTD.direct_messages.part0 = ${JSON.stringify([
      { dmConversation: { conversationId: '55-281104733', messages: talk } },
    ])}`,
  }
  const archive = join(folder, 'export.zip')
  await writeFile(archive, rawZip(Object.entries(files).map(([name, data]) => ({ name, data, method: 8 }))))
  await importArchive(running, archive)

  await goTo(page, 'Removed posts')
  await page.getByRole('button', { name: /^Write it down … Write down: Words that were deleted/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Removed content' })
  await dialog.getByRole('textbox', { name: 'Page or thread' }).fill('Main page')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'removed post form')
  await dialog.getByRole('button', { name: 'Write it down' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: /^Entry \d/ }).click()
  await page.getByText(/^Neither said nor explained: .*who removed it/).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'removed post')
  await page.getByRole('button', { name: 'Sent to the attorney …' }).click()
  const act = page.getByRole('dialog', { name: 'Sent to the attorney' })
  await act.getByRole('textbox', { name: 'Who did it, with the title' }).fill('Maria Lopez')
  await act.getByRole('button', { name: 'Write it down' }).click()
  await act.getByText(/does not say, and does not explain/).waitFor()
  await act.getByRole('button', { name: 'Cancel' }).click()
  await act.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'The whole log' }).click()
  await page.getByText('Nothing is gone that the log does not mention.').waitFor()
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'removed posts')

  await goTo(page, 'Office')
  await page.getByRole('link', { name: 'When do you fix Harbor Street?' }).waitFor()
  await page.getByRole('cell', { name: 'within 48 hours', exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'response times')
  await page.getByRole('link', { name: 'Registers' }).click()
  await page.getByRole('button', { name: 'Write into the registers …' }).click()
  const entry = page.getByRole('dialog', { name: 'Into the registers' })
  await entry.getByLabel('On which day').fill(day(3).toISOString().slice(0, 10))
  await entry.getByRole('textbox', { name: 'In words' }).fill('After the phishing mail')
  await entry.getByRole('button', { name: 'Write it down' }).click()
  await entry.waitFor({ state: 'detached' })
  await page.getByText(/^Due .*: Password changed, .*After the phishing mail\.$/).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'registers')

  await page.getByRole('link', { name: 'Report of a quarter' }).click()
  const file = join(folder, 'council.pdf')
  await answerDialogs(app, [file])
  await page.getByRole('button', { name: 'Write it as PDF …' }).click()
  await expect.poll(() => readFile(file, 'latin1').catch(() => ''), { timeout: 20_000 }).toMatch(/^%PDF-/)
  await photograph(running, 'report of a quarter')
})
