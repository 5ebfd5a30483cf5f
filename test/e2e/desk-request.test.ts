// A clerk takes a request in by pasting it, reads its dates, and keeps its file: messages, parts, the trail, the portal's export.
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { muniment } from '../support/command-line.ts'
import { madePdf } from '../support/made-pdf.ts'
import { hexOf, league, rules, signed } from '../support/rule-file.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, chooseFile, goTo, openNewDesk, vaultName } from './support/desk.ts'
import { photograph } from './support/look.ts'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const head = 'Id,Request Date,Request Text,Due Date,Status,Departments,Tags\n'
  const rows = '26-801,10/04/2026,Flood posts of the City,10/15/2026,Open,Parks,x\n26-802,soon,Posts,,Open,,\n'
  await writeFile(join(folder, 'requests.csv'), head + rows)
  running = await openNewDesk()
  page = running.page
  await beginAsClerk(page)
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const field = (name: string) => page.getByRole('textbox', { name, exact: true })

test('a pasted email fills in the form, and the words of an immediate disclosure request are pointed out', async () => {
  await goTo(page, 'Requests')
  await page.getByRole('button', { name: 'Enter a request' }).click()
  await page.getByRole('button', { name: 'Paste it …' }).click()
  const mail =
    'From: Ana Díaz <ana@example.org>\nDate: Fri, 20 Nov 2026 18:10:00 -0800\nSubject: IMMEDIATE DISCLOSURE REQUEST\n\nAll posts about the storm.'
  await field('The request as it came').fill(mail)
  await page.getByRole('button', { name: 'Fill in the form' }).click()
  await page.getByText(/stand in line 1, across the top/).waitFor()
  await field('Number').fill('26-0007')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'request-form')
  await page.getByRole('button', { name: 'Enter it' }).click()
  await page.getByRole('heading', { name: 'Request 26-0007' }).waitFor()
  await page.getByText('Answer to the requester').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'request-overview')
})

test('its correspondence and parts are kept, and stand in its trail', async () => {
  await page.getByRole('link', { name: 'Correspondence' }).click()
  await page.getByRole('button', { name: 'Enter a message' }).click()
  await page.getByRole('button', { name: /About/ }).click()
  await page.getByRole('option', { name: 'Clarification' }).click()
  await field('What was written or said').fill('Which storm do you mean?')
  await page.getByRole('button', { name: 'Enter it' }).click()
  await page.getByText('Which storm do you mean?').waitFor()
  await photograph(running, 'request-messages')
  await page.getByRole('link', { name: 'Parts and other systems' }).click()
  await page.getByRole('button', { name: 'Add a part' }).click()
  await field('What is asked for').fill('Emails of the mayor')
  await field('Kept where').fill('Exchange')
  await page.getByRole('button', { name: 'Save it' }).click()
  await page.getByRole('table').getByText('Nobody asked yet').waitFor()
  expect(await violations(page)).toEqual([])
  await writeFile(join(folder, 'mail.pdf'), await madePdf(['From the mayor']))
  await page.getByRole('button', { name: 'Add files …' }).click()
  await page.getByText('Drop the files here.').waitFor()
  await page.locator('input[type=file]').setInputFiles(join(folder, 'mail.pdf'))
  await page.getByText('1 file is part of what answers the request now.').waitFor({ timeout: 30_000 })
  expect(await violations(page)).toEqual([])
  await photograph(running, 'request-part-files')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await photograph(running, 'request-parts')
  await page.getByRole('link', { name: 'Trail' }).click()
  await page.getByText('Clarification received').waitFor()
  await photograph(running, 'request-trail')
})

test('a request is split, and its number may stand for itself', async () => {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Split it' }).click()
  await field('Number of the new request').fill('26-0007a')
  await field('What the new request asks for').fill('Messages')
  await field('Why').fill('Police has them')
  await page.getByRole('button', { name: 'Split it' }).click()
  await page.getByRole('link', { name: 'Trail' }).click()
  await page.getByRole('link', { name: 'Request 26-0007a' }).click()
  await page.getByRole('heading', { name: 'Request 26-0007a' }).waitFor()
})

test('a letter is saved as it is typed, says what it lacks, is signed, and meets its date when it was sent', async () => {
  await page.getByRole('link', { name: 'Letters', exact: true }).click()
  await page.getByRole('button', { name: 'Write a letter' }).click()
  await page.getByRole('menuitem', { name: 'Determination' }).click()
  await page.getByText('Say what the City determined.').waitFor()
  const sign = page.getByRole('button', { name: 'Sign it' })
  expect(await sign.isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'The City determined' }).click()
  await page.getByRole('option', { name: 'It discloses in part' }).click()
  await field('Reasons').fill('The posts are public records.')
  await page.getByLabel('Records available on (estimate)').fill('2027-01-15')
  await page.getByRole('checkbox', { name: /Public employees’ home/ }).check()
  await page.getByRole('button', { name: 'Add a person' }).click()
  await field('Name').fill('Maria Lopez')
  await field('Title or position').fill('Records Supervisor')
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.getByText('The posts are public records.').last().waitFor()
  await page.getByText('Say what the City determined.').waitFor({ state: 'detached' })
  expect(await violations(page)).toEqual([])
  await photograph(running, 'letter-draft')
  await sign.click()
  await page.getByText('Signed, not sent').waitFor()
  await page.getByRole('button', { name: 'It was sent …' }).click()
  await field('Proof').fill('Entry 4 in the portal')
  await photograph(running, 'letter-sent-form')
  await page.getByRole('button', { name: 'Enter it' }).click()
  await page.getByText('Sent', { exact: true }).waitFor()
  await photograph(running, 'letter-sent')
  await page.getByRole('link', { name: 'All letters' }).click()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'letter-list')
  await page.getByRole('link', { name: 'Request and dates' }).click()
  await page.getByText(/^met (late, )?on /).waitFor()
  await photograph(running, 'letter-dates')
  expect(await tooWide(running, 2)).toBe(0)
})

test('the portal’s export says what each row would do, and its date stands beside ours', async () => {
  await page.getByRole('link', { name: 'All requests' }).click()
  await page.getByRole('button', { name: 'From the portal …' }).click()
  await chooseFile(page, join(folder, 'requests.csv'))
  await page.getByText('The day on which it was received cannot be read.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'request-portal')
  await page.getByRole('button', { name: 'Take 1 in' }).click()
  await page.getByRole('link', { name: '26-801' }).click()
  await page.getByText(/The portal says October 15, 2026/).waitFor()
  await photograph(running, 'request-portal-date')
  expect(await tooWide(running, 2)).toBe(0)
})

test('the law stands in a room of its own, with its sources, and the attorney alone confirms it', async () => {
  await goTo(page, 'Law')
  await page.getByRole('heading', { name: 'Clocks' }).waitFor()
  await page.getByText('switched off').first().waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'law-rules')
  await page.getByRole('link', { name: 'Exemptions' }).click()
  await page.getByText('formerly Gov. Code 6254(k)').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'law-exemptions')
  await page.getByRole('button', { name: /^Confirm … Pending litigation/ }).click()
  await field('What was checked, and against what').fill('Read at leginfo')
  await page.getByRole('button', { name: 'Confirm …', exact: true }).click()
  await page.getByText(/Only the City Attorney confirms a rule/).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('link', { name: 'Holidays', exact: true }).click()
  await page
    .getByText(/holidays of \d{4} are not loaded/)
    .first()
    .waitFor()
  await photograph(running, 'law-holidays')
  await page.getByRole('link', { name: 'Fees', exact: true }).click()
  await page.getByRole('button', { name: 'Enter a schedule' }).click()
  await field('Name').fill('Master Fee Schedule')
  await field('Resolution or document').fill('Resolution 90000')
  await field('Fees, one a line').fill('copy; Letter size; page; 0.10\nmedia; DVD; disc; $1.50')
  await page.getByRole('button', { name: 'Enter it' }).click()
  await page.getByRole('cell', { name: '$0.10 per page' }).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'law-fees')
  expect(await tooWide(running, 2)).toBe(0)
})

test('a signed rule file shows what it would change, and the attorney alone registers its signer and applies it', async () => {
  await page.getByRole('link', { name: 'Rule files', exact: true }).click()
  await page.getByRole('button', { name: 'Register a signer …' }).click()
  await field('Who it is').fill('League of Cities')
  await field('Public key').fill(hexOf(league.publicKey))
  await photograph(running, 'law-signer')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await page.getByText(/Only the City Attorney trusts a signer of rules/).waitFor()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  const beside = async (...words: readonly string[]) => {
    const done = await muniment(folder, ...words, '--vault', join(running.folder, vaultName))
    expect([done.code, done.err]).toEqual([0, ''])
  }
  const attorney = ['--title', 'City Attorney', '--role', 'city-attorney']
  await beside('people', 'add', 'dana', '--name', 'Dana Whitfield', ...attorney)
  await writeFile(join(folder, 'league.hex'), hexOf(league.publicKey))
  await beside('law', 'trust', '--name', 'League of Cities', '--public-key', 'league.hex', '--as', 'dana')
  await page.getByText('Registered by Dana Whitfield').waitFor()
  await writeFile(join(folder, 'rules.json'), JSON.stringify(signed(rules)))
  await page.getByRole('button', { name: 'Read a rule file …' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose …' }).click()
  await (await chooser).setFiles(join(folder, 'rules.json'))
  await page.getByText('rules.json').waitFor()
  await page.getByRole('button', { name: 'Check it' }).click()
  await page.getByText('The signature of League of Cities fits.').waitFor()
  await page.getByText('In place of: ').waitFor()
  await photograph(running, 'law-rule-file')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await page.getByRole('button', { name: 'Apply it …' }).click()
  await field('What was checked, and against what').fill('Compared with leginfo')
  await page.getByRole('button', { name: 'Apply', exact: true }).click()
  await page.getByText(/Only the City Attorney applies a rule file/).waitFor()
  await photograph(running, 'law-rule-apply')
})
