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
/** As X writes it: “Fri Nov 20 17:00:00 +0000 2026”. */
const written = (at: Date) => {
  const [weekday, date, month, year, time] = at.toUTCString().split(/[ ,]+/)
  return `${weekday} ${month} ${date} ${time} +0000 ${year}`
}
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
    ...xFiles([post(1), { tweet: { ...post(2, 'Vote yes on Measure Q!').tweet, created_at: written(day(10)) } }]),
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
  const proof = join(folder, 'complaint.eml')
  await writeFile(proof, 'Received: from a\r\nSubject: Why?\r\n\r\nWhy was it deleted?')
  await page.getByRole('button', { name: /Notes and files of Entry/ }).click()
  const papers = page.getByRole('dialog', { name: /^Notes and files of Entry/ })
  await papers.locator('input[type=file]').setInputFiles(proof)
  await papers.getByText('complaint.eml', { exact: true }).waitFor()
  await papers.getByRole('button', { name: 'Close' }).click()
  await papers.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: 'The whole log' }).click()
  await page.getByText('Nothing is gone that the log does not mention.').waitFor()
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'removed posts')
  const log = join(folder, 'log.csv')
  await writeFile(
    log,
    'Date,Time,Handle,User,Violation,Who,Action\n3/4/2026,2:15 PM,AlderBayCity,@angry,Profanity,City staff,vanished\n',
  )
  await page.getByRole('button', { name: 'Take in a log …' }).click()
  const taken = page.getByRole('dialog', { name: 'Take in a log that was kept elsewhere' })
  await taken.locator('input[type=file]').setInputFiles(log)
  await taken.getByText('“vanished” is not one of').waitFor()
  await taken.getByRole('button', { name: /What the column Who is/ }).click()
  await page.getByRole('option', { name: 'Removed by', exact: true }).click()
  await taken.getByRole('cell', { name: 'the City', exact: true }).waitFor()
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await photograph(running, 'log taken in')
  await taken.getByRole('button', { name: 'Write 1 entry down' }).click()
  await taken.waitFor({ state: 'detached' })
  await page.getByRole('row', { name: /^Entry 2 Removed content @AlderBayCity/ }).waitFor()

  await goTo(page, 'Accounts')
  const list = join(folder, 'accounts.csv')
  await writeFile(list, 'Tool,Account,Dept\nFacebook,AlderBayLibrary,Library\nX,AlderBayCity,City\n')
  await page.getByRole('button', { name: 'Take in a list …' }).click()
  const register = page.getByRole('dialog', { name: 'Take in a register that was kept elsewhere' })
  await register.locator('input[type=file]').setInputFiles(list)
  await register.getByRole('button', { name: 'Register 1 account' }).waitFor()
  await photograph(running, 'register taken in')
  await register.getByRole('button', { name: 'Register 1 account' }).click()
  await register.waitFor({ state: 'detached' })
  await page.getByRole('link', { name: '@AlderBayLibrary', exact: true }).waitFor()
  await page.getByRole('link', { name: '@AlderBayCity', exact: true }).click()
  await page.getByText(/^The newest export or capture was made .* proves that the City controlled/).waitFor()
  expect(await violations(page)).toEqual([])

  await goTo(page, 'Office')
  await page.getByRole('link', { name: 'When do you fix Harbor Street?' }).waitFor()
  await page.getByRole('cell', { name: 'within 48 hours', exact: true }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByText(/^1 within 48 hours/).waitFor()
  await photograph(running, 'response times')
  await page.getByRole('link', { name: 'Registers' }).click()
  await page.getByRole('button', { name: 'Write into the registers …' }).click()
  const entry = page.getByRole('dialog', { name: 'Into the registers' })
  await entry.getByLabel('On which day').fill(day(3).toISOString().slice(0, 10))
  await entry.getByRole('textbox', { name: 'In words' }).fill('After the phishing mail')
  await entry.getByRole('button', { name: 'Write it down' }).click()
  await entry.waitFor({ state: 'detached' })
  await page.getByText(/^Due .*: Password changed, .*After the phishing mail\.$/).waitFor()
  await page.getByRole('button', { name: /^Change … Change Password changed/ }).click()
  const change = page.getByRole('dialog', { name: 'Another wording' })
  await change.getByRole('textbox', { name: 'In words' }).fill('After a phishing mail to the desk')
  await change.getByRole('button', { name: 'Write it down' }).click()
  await change.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: /^Change … Change Password changed.*to the desk/ }).click()
  await change.getByText('1 earlier wording').click()
  await change.getByText(/After the phishing mail$/).waitFor()
  await photograph(running, 'another wording')
  expect(await violations(page)).toEqual([])
  await change.getByRole('button', { name: 'Cancel' }).click()
  await change.waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'registers')

  await page.getByRole('link', { name: 'Posts to look at' }).click()
  await page.getByText('1 post to look at').waitFor()
  await page.getByText('What the rules look for').click()
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await photograph(running, 'posts to look at')
  await page.getByRole('button', { name: /^Decide … Decide on/ }).click()
  const judge = page.getByRole('dialog', { name: 'What is it?' })
  await judge.getByRole('button', { name: /Outcome/ }).click()
  await page.getByRole('option', { name: 'Not permissible' }).click()
  await judge.getByRole('textbox', { name: 'Who did it, with the title' }).fill('R. Adler, PIO')
  await judge.getByRole('textbox', { name: 'Why, or what came of it' }).fill('It asks for votes')
  await photograph(running, 'post judged')
  await judge.getByRole('button', { name: 'Write it down' }).click()
  await judge.waitFor({ state: 'detached' })
  await page.getByText(/^The rules find nothing in this period/).waitFor()
  await page.getByRole('link', { name: 'Registers', exact: true }).click()
  await page.getByRole('row', { name: /Campaigning Posts to look at .*Not permissible/ }).waitFor()

  await page.getByRole('link', { name: 'Report of a quarter' }).click()
  const file = join(folder, 'council.pdf')
  await answerDialogs(app, [file])
  await page.getByRole('button', { name: 'Write it as PDF …' }).click()
  await expect.poll(() => readFile(file, 'latin1').catch(() => ''), { timeout: 20_000 }).toMatch(/^%PDF-/)
  await photograph(running, 'report of a quarter')
})
