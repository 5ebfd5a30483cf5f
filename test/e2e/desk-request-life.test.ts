// The whole life of a request in the real app: from the pasted mail over search, review, the attorney's copy and two instalments to its closing.
import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { intakeImport } from '../../shared/contract/intake.ts'
import { personAdd } from '../../shared/contract/people.ts'
import { openTestArchive } from '../support/archive.ts'
import { muniment } from '../support/command-line.ts'
import { madePdf } from '../support/made-pdf.ts'
import { withFile } from '../support/with-file.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { goTo } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'
import { actAs, buildPacket, confirmedKey, openRequestPage, passphrase, sendLetter } from './support/request-life.ts'
import { chooseExemption } from './support/review-desk.ts'

const id = '26-0300'
const resident = 'Maywood Lopez'
let folder: string
let vault: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const made = await openTestArchive()
  vault = made.folder
  const memo = await madePdf(['Budget of the shelter', 'Nothing more'])
  const archive = await withFile(folder, memo, [
    `Thanks to ${resident}`,
    'Closed on Monday',
    'Closed on Monday',
    'Late',
  ])
  const sources = [made.archive.grant(archive, 'read').grant]
  await made.run(intakeImport, { sources, account: made.account, platform: null })
  await made.call(personAdd, { id: 'dana', name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
  await made.archive.close()
  running = await launchApp({ folder, args: [vault] })
  page = running.page
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

const field = (name: string | RegExp) => page.getByRole('textbox', { name, exact: true })
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('dialog')
const card = () => page.getByRole('article', { name: 'The record' })
const part = (name: string) => page.getByRole('link', { name, exact: true }).click()
const closed = () => dialog().waitFor({ state: 'detached' })
const fits = async () => expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])

const act = (name: RegExp, now: RegExp) => actAs(page, name, now)
const toRequest = () => openRequestPage(page, id)
const send = (kind: string, fill: () => Promise<void>) => sendLetter(page, kind, fill)
const build = (way: RegExp | null, file: string) => buildPacket(running, id, way, file)

test('it is taken in from the mail, held from its receipt, and acknowledged', async () => {
  await page.getByRole('button', { name: 'Nobody is acting' }).click()
  await dialog()
    .getByRole('button', { name: /Pat Moreno/ })
    .click()
  await closed()
  await goTo(page, 'Requests')
  await button('Enter a request').click()
  await button('Paste it …').click()
  await field('The request as it came').fill(
    'From: R. Ortiz <r.ortiz@example.org>\nDate: Mon, 16 Nov 2026 09:10:00 -0800\nSubject: Shelter\n\nAll posts about the shelter.',
  )
  await button('Fill in the form').click()
  await field('Number').fill(id)
  await dialog()
    .getByText(/^Accounts:/)
    .click()
  await dialog()
    .getByRole('checkbox', { name: /@AlderBayCity/ })
    .check()
  await photograph(running, 'life form')
  await dialog().getByRole('button', { name: 'Enter it' }).click()
  await page.getByRole('heading', { name: `Request ${id}` }).waitFor()
  await send('Acknowledgement', async () => {})
})

test('what was searched is stored as a statement', async () => {
  await part('Search')
  await page.getByText('5 records answer').waitFor()
  await button('Store the statement').click()
  await page.getByText(/Version 1/).waitFor()
  await photograph(running, 'life search')
  await fits()
})

test('the review: a document page by page, words redacted, duplicates decided alike, one record left for later', async () => {
  await page.getByRole('link', { name: 'Review what answers it' }).click()
  await card().getByText('The memorandum is attached').waitFor()
  await page.getByRole('button', { name: /^Look through its pages …/ }).click()
  await dialog().getByRole('button', { name: 'Draw its pages' }).click()
  await dialog().getByText('Page 1 of 2').first().waitFor({ timeout: 60_000 })
  expect(await dialog().getByRole('button', { name: 'Every page is looked through' }).isDisabled()).toBe(true)
  await dialog().getByRole('button', { name: 'Next page' }).click()
  await dialog().getByText('Page 2 of 2').first().waitFor()
  await photograph(running, 'life pages')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Every page is looked through' }).click()
  await closed()
  await page.getByText('Looked through.').waitFor()
  await card().focus()
  await page.keyboard.press('j')
  await card().getByText('Thanks to').waitFor()
  await button('Words anywhere …').click()
  await dialog().getByRole('textbox', { name: 'Words' }).fill(resident)
  await page.keyboard.press('Enter')
  await chooseExemption(page, '7928.300', /7928\.300/)
  await dialog().getByRole('textbox', { name: 'What is kept back, neutrally' }).fill('Name of a resident')
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await closed()
  await card().focus()
  await page.keyboard.press('j')
  await page.getByText('1 record says and shows the same').waitFor()
  await page.keyboard.press('r')
  await card().getByText('Closed on Monday').waitFor()
  await page.getByText('Released.').waitFor()
  await page.keyboard.press('k')
  await photograph(running, 'life twins')
  await fits()
  await card().focus()
  await page.keyboard.press('s')
  await page.getByText('Decided 1 other alike.').waitFor()
  await button('Undecided 1').waitFor()
})

test('the attorney reads a copy of the review, comments, signs, and the reply is taken in', async () => {
  const [copy, reply] = [join(folder, 'copy.age'), join(folder, 'reply.json')]
  const open = (name: string) =>
    page.getByRole('navigation', { name: 'Parts of the review' }).getByRole('link', { name }).click()
  await open('Attorney’s copy')
  await page.getByRole('button', { name: /For whom/ }).click()
  await page.getByRole('option', { name: /Dana Whitfield/ }).click()
  await answerDialogs(running.app, [copy])
  await button('Make a copy …').click()
  await page.getByText(/^The copy is made\./).waitFor({ timeout: 60_000 })
  const passphrase = (await page.locator('td .mono').textContent()) ?? ''
  await photograph(running, 'life copies')
  await fits()

  await goTo(page, 'Requests')
  await page.getByRole('link', { name: 'Open a review copy …' }).click()
  await page.locator('input[type=file]').setInputFiles(copy)
  await field('Passphrase or secret key').fill(passphrase)
  await button('Open').click()
  await page.getByText(/^Privileged and confidential/).waitFor({ timeout: 60_000 })
  await page.locator('.copy-mark').getByText(resident).first().waitFor()
  await field('Comment on record 2').fill('She was named in the paper.')
  await page.getByRole('checkbox', { name: /^I sign the review/ }).check()
  await photograph(running, 'life copy read')
  await fits()
  await answerDialogs(running.app, [reply])
  await button('Write the reply …').click()
  await page.getByText(/^The reply is written\./).waitFor()

  await toRequest()
  await page.getByRole('link', { name: 'Review what answers it' }).click()
  await open('Attorney’s copy')
  await page.locator('input[type=file]').setInputFiles(reply)
  await page.getByText(/^The reply is taken in: 1 comment/).waitFor()
  await open('Records')
  await card().focus()
  await page.keyboard.press('j')
  await page.getByRole('region', { name: 'Comments of counsel' }).getByText('She was named in the paper.').waitFor()
  await open('Sign and build')
  await page.getByText(/^Signed by Dana Whitfield, .* since\. By name alone: no key signed it\.$/).waitFor()
})

test('the determination goes out before the review has ended', async () => {
  await toRequest()
  await send('Determination', async () => {
    await page.getByRole('button', { name: 'The City determined' }).click()
    await page.getByRole('option', { name: 'It discloses in part' }).click()
    await field('Reasons').fill('The posts are public records; a name is withheld.')
    await page.getByLabel('Records available on (estimate)').fill('2027-01-15')
    await page.getByRole('checkbox', { name: /Public employees’ home/ }).check()
    await button('Add a person').click()
    await field('Name').fill('Dana Whitfield')
    await field('Title or position').fill('City Attorney')
  })
  await part('Request and dates')
  await page
    .getByText(/^met (late, )?on /)
    .first()
    .waitFor()
})

test('the first instalment holds what is decided, is entered as sent, and is written again byte for byte', async () => {
  const [first, again] = [join(folder, 'first.zip'), join(folder, 'again.zip')]
  await build(/^What is decided so far/, first)
  await page.getByText('instalment; 1 record was still being reviewed').waitFor({ timeout: 60_000 })
  await page.getByText('Sealed, not sent').waitFor()
  await button('It was sent …').click()
  await dialog().getByRole('textbox', { name: 'Proof' }).fill('Portal entry 17')
  await photograph(running, 'life packet sent')
  expect(await violations(page)).toEqual([])
  await dialog().getByRole('button', { name: 'Enter it' }).click()
  await closed()
  await page.getByText(/^Sent .*, Email: Portal entry 17$/).waitFor()
  await answerDialogs(running.app, [again])
  await button('Save it again …').click()
  await page.getByText('Written', { exact: true }).waitFor({ timeout: 60_000 })
  expect(readFileSync(again).equals(readFileSync(first))).toBe(true)
  await photograph(running, 'life packet')
  await fits()
  await send('Records provided', async () => {
    await page.getByRole('button', { name: /Packet$/ }).click()
    await page.getByRole('option', { name: /Production 1/ }).click()
  })
})

test('the attorney alone opens what a packet keeps back, after typing the record’s number', async () => {
  const opening = join(folder, 'opening.json')
  await confirmedKey(folder, vault)
  await toRequest()
  await button('What to do with it').click()
  await page.getByRole('menuitem', { name: /^Open what it keeps back/ }).click()
  await dialog()
    .getByText(/Pat Moreno is acting, and is not registered as such/)
    .waitFor()
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await closed()
  await act(/Dana Whitfield/, /Acting as Pat Moreno/)
  await button('What to do with it').click()
  await page.getByRole('menuitem', { name: /^Open what it keeps back/ }).click()
  await dialog().getByText('Kept back: Name of a resident (Gov. Code 7928.300)').waitFor()
  await dialog().getByRole('checkbox', { name: 'Also prove that the platform gave it so' }).check()
  await dialog().getByText('The whole source of this record is shown.').waitFor()
  await dialog().getByRole('textbox', { name: 'Why' }).fill('Order of the court')
  const go = dialog().getByRole('button', { name: 'Open it …' })
  expect(await go.isDisabled()).toBe(true)
  await dialog()
    .getByRole('textbox', { name: /^To open it, type / })
    .fill('AB-2026-000002')
  expect(await go.isDisabled()).toBe(true)
  await field('Passphrase of the key').fill(passphrase)
  await photograph(running, 'life opening')
  await fits()
  await answerDialogs(running.app, [opening])
  await go.click()
  await dialog()
    .getByText(/Words, The whole source\. Dana Whitfield, .*: Order of the court Signed by key\.$/)
    .waitFor({ timeout: 60_000 })
  await page.keyboard.press('Escape')
  await closed()
  expect(readFileSync(opening, 'utf8')).toContain(resident)
  const held = [join(folder, 'first.zip'), '--opening', opening]
  const checked = await muniment(folder, 'packet', 'verify', ...held, '--vault', vault)
  expect(checked.out).toContain('The whole source of the record is shown.')
  expect(checked.out).toContain('In this vault that key is confirmed as Dana Whitfield’s.')
})

test('the rest is decided and goes out as the last instalment, and the request is closed; its hold stays', async () => {
  await act(/Pat Moreno/, /Acting as Dana Whitfield/)
  await page.getByRole('link', { name: 'Review what answers it' }).click()
  await page.getByRole('button', { name: /^Undecided 1/ }).click()
  await card().getByText('Late').waitFor()
  await card().focus()
  await page.keyboard.press('r')
  await page.getByText('Released.').waitFor()
  const second = join(folder, 'second.zip')
  await build(null, second)
  await page.getByText(/Production 2/).waitFor({ timeout: 60_000 })
  await expect.poll(() => page.locator('.packet-set').count(), { timeout: 60_000 }).toBe(2)
  const told = await muniment(folder, 'packet', 'verify', second, '--vault', vault)
  expect([told.code, told.out]).toEqual([0, expect.stringContaining('A packet with exactly these bytes was issued')])
  await send('Records provided', async () => {
    await page.getByRole('button', { name: /Packet$/ }).click()
    await page.getByRole('option', { name: /Production 2/ }).click()
    await page.getByRole('checkbox', { name: /everything that is disclosed has been provided/ }).check()
  })
  await button('More').click()
  await page.getByRole('menuitem', { name: 'Close: answered', exact: true }).click()
  await dialog().getByRole('textbox', { name: 'Why' }).fill('Everything was provided')
  await dialog().getByRole('button', { name: 'Close: answered' }).click()
  await closed()
  await part('Trail')
  await page.getByText('Everything was provided').waitFor()
  await photograph(running, 'life trail')
  await goTo(page, 'Holds')
  await page.getByText(new RegExp(id)).first().waitFor()
  await photograph(running, 'life hold')
})
