// The attorney's copy in the real app: made, opened with its passphrase, commented on, signed, and its reply taken in; and a document page by page.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reviewDecide, reviewList } from '../../shared/contract/review.ts'
import { RequestId } from '../../shared/domain/id.ts'
import { madePdf } from '../support/made-pdf.ts'
import { withFile } from '../support/with-file.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { goTo } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'
import { openRequest } from './support/request-room.ts'

const id = RequestId.parse('26-0113')
const ground = { exemption: 'gov-7928.300', law: '', harm: '', describes: 'Name of a resident' }
let folder: string
let room: Awaited<ReturnType<typeof openRequest>>
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const memo = await madePdf(['Budget of the shelter', 'Complaint of Maywood Lopez'])
  room = await openRequest(folder, {
    id,
    archive: await withFile(folder, memo, ['Thanks to Maywood Lopez']),
    also: async (made) => {
      const second = (await made.call(reviewList, { request: id })).items[1]?.record
      if (second === undefined) throw new Error('too few records')
      const redactions = [{ field: 'words' as const, words: 'Maywood Lopez', ground }]
      const decision = { outcome: 'redact' as const, grounds: [], redactions, reason: '' }
      await made.call(reviewDecide, { request: id, records: [second], decision })
    },
  })
  running = room.running
  page = running.page
  await page.getByRole('link', { name: 'Review what answers it' }).click()
  await card().getByText('The memorandum is attached').waitFor()
})
afterAll(() => room.close())

const card = () => page.getByRole('article', { name: 'The record' })
const dialog = () => page.getByRole('dialog')
const open = (part: string) =>
  page.getByRole('navigation', { name: 'Parts of the review' }).getByRole('link', { name: part }).click()

test('a document is looked through page by page before it can go out', async () => {
  await page.getByRole('button', { name: /^Look through its pages …/ }).click()
  await dialog().getByText('Its pages are not drawn yet.').waitFor()
  await photograph(running, 'review pages none')
  await dialog().getByRole('button', { name: 'Draw its pages' }).click()
  await dialog().getByText('Page 1 of 2').first().waitFor({ timeout: 60_000 })
  expect(await dialog().getByRole('button', { name: 'Every page is looked through' }).isDisabled()).toBe(true)
  await dialog().getByRole('button', { name: 'Next page' }).click()
  await dialog().getByText('Page 2 of 2').first().waitFor()
  await photograph(running, 'review pages')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Every page is looked through' }).click()
  await dialog().waitFor({ state: 'detached' })
  await page.getByText('Looked through.').waitFor()
})

test('the attorney’s copy is made, opened with its passphrase, commented on and signed, and the reply is taken in', async () => {
  const [copy, reply] = [join(folder, 'copy.age'), join(folder, 'reply.json')]
  await open('Attorney’s copy')
  await page.getByRole('button', { name: /For whom/ }).click()
  await page.getByRole('option', { name: /Pat Moreno/ }).click()
  await answerDialogs(running.app, [copy])
  await page.getByRole('button', { name: 'Make a copy …' }).click()
  await page.getByText(/^The copy is made\./).waitFor({ timeout: 60_000 })
  const passphrase = (await page.locator('td .mono').textContent()) ?? ''
  await photograph(running, 'review copies')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])

  await goTo(page, 'Requests')
  await page.getByRole('link', { name: 'Open a review copy …' }).click()
  await page.locator('input[type=file]').setInputFiles(copy)
  await page.getByRole('textbox', { name: 'Passphrase or secret key' }).fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByText(/^Privileged and confidential/).waitFor({ timeout: 60_000 })
  await page
    .locator('.copy-mark')
    .getByText(/Maywood Lopez/)
    .waitFor()
  await page.getByRole('textbox', { name: 'Comment on record 2' }).fill('She was named in the paper.')
  await page.getByRole('checkbox', { name: /^I sign the review/ }).check()
  await photograph(running, 'review copy read')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await answerDialogs(running.app, [reply])
  await page.getByRole('button', { name: 'Write the reply …' }).click()
  await page.getByText(/^The reply is written\./).waitFor()

  await goTo(page, 'Requests')
  await page.getByRole('link', { name: id }).click()
  await page.getByRole('link', { name: 'Review what answers it' }).click()
  await open('Attorney’s copy')
  await page.locator('input[type=file]').setInputFiles(reply)
  await page.getByText(/^The reply is taken in: 1 comment/).waitFor()
  await open('Records')
  await card().focus()
  await page.keyboard.press('j')
  await card().getByText('Thanks to').waitFor()
  await page.getByRole('region', { name: 'Comments of counsel' }).getByText('She was named in the paper.').waitFor()
  await photograph(running, 'review comment')
})
