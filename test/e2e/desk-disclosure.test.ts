// What goes with a disclosure at the desk: lists of names, a recording made anew, a packet’s forms, a letter’s translation, the papers it prints.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unzipped } from '../golden/packet-files.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { choose, goTo } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { filmed, id, openDisclosure, resident } from './support/disclosure-desk.ts'
import { photograph } from './support/look.ts'
import { actAs, openRequestPage } from './support/request-life.ts'
import { chooseExemption } from './support/review-desk.ts'

const translations = [
  ['Spanish', 'Recibimos su solicitud el 16 de noviembre.\n\nLe responderemos a más tardar el 30 de noviembre.'],
  ['Chinese', '我們已於十一月十六日收到您的請求。\n\n我們將於十一月三十日之前答覆您。'],
  ['Vietnamese', 'Chúng tôi đã nhận được yêu cầu của quý vị ngày 16 tháng 11.'],
] as const
let folder: string
let room: Awaited<ReturnType<typeof openDisclosure>>
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  room = await openDisclosure(folder)
  running = room.running
  page = running.page
})
afterAll(() => room.close())

const field = (name: string | RegExp) => page.getByRole('textbox', { name, exact: true })
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
const dialog = () => page.getByRole('dialog')
const card = () => page.getByRole('article', { name: 'The record' })
const says = (words: string | RegExp, options = {}) => dialog().getByText(words, options).waitFor()
const give = (path: string) => dialog().locator('input[type=file]').setInputFiles(path)
const closed = () => dialog().waitFor({ state: 'detached' })
const fits = async () => expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
const at = (name: string) => join(folder, name)
const enter = async () => {
  await dialog().getByRole('button', { name: 'Enter it' }).click()
  await closed()
}
const textOf = (name: string) => execFileSync('pdftotext', ['-layout', at(name), '-'], { encoding: 'utf8' })
/** Opens the form of other contents, and asks for a load file and for no commitments. */
const bare = async () => {
  await button('Build it in another way').click()
  await page.getByRole('menuitem', { name: /^With other contents/ }).click()
  for (const name of [/^With a load file/, /^Without commitments/])
    await dialog().getByRole('checkbox', { name }).check()
}
const closeIt = async () => {
  await dialog().getByRole('button', { name: 'Close' }).click()
  await closed()
}
const ask = async (entry: string) => {
  await button('What to do with it').last().click()
  await page.getByRole('menuitem', { name: entry }).click()
}

test('a list of names is brought in, and its names are proposed', async () => {
  await goTo(page, 'Requests')
  await button('Lists of names …').click()
  await says('There is no list.')
  await dialog().getByRole('textbox', { name: 'What the list is called' }).fill('Residents')
  writeFileSync(at('names.txt'), `${resident}\r\n\r\nQuokkason\n`)
  await give(at('names.txt'))
  await says('Residents: 2 names')
  await photograph(running, 'disclosure names')
  await fits()
  await closeIt()
  await openRequestPage(page, id)
  await page.getByRole('link', { name: 'Review what answers it' }).click()
  await card().getByText('The memorandum is attached').waitFor()
  await card().focus()
  await page.keyboard.press('j')
  await card().getByText('Thanks to').waitFor()
  const proposed = page.getByRole('region', { name: /^Proposed/ })
  await proposed.getByText(resident, { exact: true }).waitFor()
  await proposed.getByRole('button', { name: new RegExp(`Redact ${resident}$`) }).click()
  await chooseExemption(page, '7928.300', /7928\.300/)
  await dialog().getByRole('textbox', { name: 'What is kept back, neutrally' }).fill('Name of a resident')
  await dialog().getByRole('button', { name: 'Redact', exact: true }).click()
  await closed()
})

test('a recording is muted and covered here or taken back in from outside, and goes out as it was made anew', async () => {
  await card().focus()
  await page.keyboard.press('k')
  await card().getByText('The memorandum is attached').waitFor()
  await page.getByRole('button', { name: /^Cut, mute or cover …/ }).click()
  await dialog().getByRole('textbox', { name: 'From', exact: true }).fill('1')
  await dialog().getByRole('textbox', { name: 'To', exact: true }).fill('2')
  await button('One more stretch').click()
  await dialog()
    .getByRole('button', { name: /What is done/ })
    .nth(1)
    .click()
  await page.getByRole('option', { name: 'Cover' }).click()
  await dialog().getByRole('textbox', { name: 'From', exact: true }).nth(1).fill('0:02')
  await dialog().getByRole('textbox', { name: 'To', exact: true }).nth(1).fill('0:03')
  await photograph(running, 'disclosure recording stretches')
  await fits()
  await button('Make it anew').click()
  await says(/^ffmpeg .*mute 1–2 s/)
  await dialog().getByRole('textbox', { name: 'Made by whom, and with what' }).fill('The IT desk, by Shotcut')
  await give(filmed(folder, 'outside.mp4', 3))
  await says('The IT desk, by Shotcut', { exact: true })
  await button('This one goes out').first().click()
  await dialog()
    .getByRole('button', { name: /^Use Gov\. Code 7928\.300/ })
    .click()
  await dialog().getByRole('textbox', { name: 'What is kept back, neutrally' }).fill('Voice of a resident')
  await photograph(running, 'disclosure recording made')
  await fits()
  await button('Let it go out in its place').click()
  await closed()
  await page.getByRole('region', { name: 'Redactions' }).getByText(/mp4/).waitFor()
  await button('Release all undecided …').click()
  await dialog()
    .getByRole('button', { name: /^Release \d/ })
    .click()
  await closed()
})

test('without commitments only the attorney builds, and with a load file anybody', async () => {
  await page.getByRole('link', { name: 'Sign and build' }).click()
  await button('Sign as the person responsible …').click()
  await says(/released whole 2, released in part 2/) // Before what was decided last is seen, a signature is refused.
  await dialog().getByRole('button', { name: 'Sign', exact: true }).click()
  await closed()
  await openRequestPage(page, id)
  await bare()
  await says(/Pat Moreno is acting/)
  await photograph(running, 'disclosure bare refused')
  await fits()
  await dialog().getByRole('button', { name: 'Cancel' }).click()
  await closed()
  await actAs(page, /Dana Whitfield/, /Acting as Pat Moreno/)
  await answerDialogs(running.app, [at('bare.zip')])
  await bare()
  await dialog().getByRole('button', { name: 'Build a packet …' }).click()
  await closed()
  await page.getByText('Sealed, not sent').waitFor({ timeout: 60_000 })
  const names = [...(await unzipped(readFileSync(at('bare.zip')))).keys()]
  expect(names).toEqual(expect.arrayContaining(['index.html', 'load-file/records.dat']))
  expect(names.filter((name) => name.includes('commitments'))).toEqual([])
  await actAs(page, /Pat Moreno/, /Acting as Dana Whitfield/)
  await fits()
})

test('a packet is written for a portal, published once every question is answered, and a demand to remove something runs', async () => {
  await answerDialogs(running.app, [at('portal.zip')])
  await ask('Files for a portal …')
  await dialog().getByRole('checkbox').check()
  await button('Write them').click()
  await says(/Not every question before publication/)
  await photograph(running, 'disclosure portal refused')
  await dialog().getByRole('checkbox').uncheck()
  await button('Write them').click()
  await says('Written', { exact: true })
  await closeIt()
  expect([...(await unzipped(readFileSync(at('portal.zip')))).keys()]).toEqual(['records.pdf', 'withholding-log.pdf'])

  await ask('Questions before publication …')
  const questions = dialog().getByRole('group')
  await questions.first().getByRole('button', { name: 'No', exact: true }).click()
  await field('What is not right').fill('An address on page 2')
  await photograph(running, 'disclosure questions')
  await questions.first().getByRole('button', { name: 'No', exact: true }).click()
  await questions
    .first()
    .getByText(/An address on page 2$/)
    .waitFor()
  for (const question of await questions.all()) {
    await question.getByRole('button', { name: 'Yes', exact: true }).click()
    await question.locator('.chip.good').waitFor()
  }
  await photograph(running, 'disclosure questions answered')
  await fits()
  await closeIt()

  await ask('It was published …')
  await field('Where').fill('https://records.example/26-0500')
  await enter()
  await button('A removal is demanded …').click()
  await dialog().getByLabel('At', { exact: true }).fill('00:01')
  await field('Who demands it').fill('D. Vale')
  await field('What is to be removed').fill('Home address on page 2')
  await photograph(running, 'disclosure demand')
  await enter()
  await page.getByText('How this time comes about').click()
  await page.getByText(/48 hours are counted one by one/).waitFor()
  await page.getByText(/48 hours are counted one by one/).scrollIntoViewIfNeeded()
  await photograph(running, 'disclosure demanded')
  await button('It is gone …').click()
  await dialog().getByLabel('At', { exact: true }).fill('00:02')
  await field('What was done').fill('The page was replaced')
  await enter()
  await page.getByText(/Gone .*: The page was replaced/).waitFor()
})

test('a packet is declared, recalled and taken down, and the next one takes its place', async () => {
  await ask('Custodian’s declaration …')
  await choose(page, /Who has legal custody/, /Pat Moreno/)
  await answerDialogs(running.app, [at('certificate.pdf')])
  await button('Write them').click()
  await says('Written', { exact: true })
  await closeIt()
  await ask('Recall it …')
  await field('Why').fill('A privileged message went out')
  await dialog().getByRole('button', { name: 'Recall it' }).click()
  await closed()
  await page.getByText('1 published copy must be taken down.').waitFor()
  await button('It was taken down …').click()
  await enter()
  await page.getByText(/taken down /).waitFor()
  await ask('The recall goes on …')
  await field('What was done').fill('By telephone')
  await enter()
  await page.getByText('The requester was told: By telephone').scrollIntoViewIfNeeded()
  await photograph(running, 'disclosure recalled')
  await button('Before the PDFs may claim PDF/UA …').click()
  await dialog().getByRole('group').first().waitFor()
  await photograph(running, 'disclosure access')
  await closeIt()
  await answerDialogs(running.app, [at('next.zip')])
  await button('Build a packet …').click()
  await page.getByText(/^Production 2 takes its place/).waitFor({ timeout: 60_000 })
  await page.getByText(/^Production 2 takes its place/).scrollIntoViewIfNeeded()
  await photograph(running, 'disclosure replaced')
  await fits()
  await answerDialogs(running.app, [at('paper.pdf')])
  await button('On paper …').click()
  await page.getByText('Written', { exact: true }).waitFor()
})

test('what was searched is written out, and what is lacking is captured or asked for', async () => {
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await button('Store the statement').click()
  await page.getByText(/Version 1/).waitFor()
  await page.getByRole('link', { name: 'Capture now' }).waitFor()
  await page.getByRole('button', { name: 'Ask the liaison' }).scrollIntoViewIfNeeded()
  await photograph(running, 'disclosure search lines')
  await fits()
  await answerDialogs(running.app, [at('statement.pdf')])
  await button('PDF …').click()
  await page.getByText('Written.', { exact: true }).waitFor()
  expect(textOf('statement.pdf')).toContain('Records that answer')
})

test('a reviewed translation goes along with a letter, as PDF and DOCX', async () => {
  await page.getByRole('link', { name: 'Letters', exact: true }).click()
  await button('Write a letter').click()
  await page.getByRole('menuitem', { name: 'Acknowledgement' }).first().click()
  await expect.poll(() => button('Sign it').isEnabled()).toBe(true)
  await page.getByText('Saved', { exact: true }).waitFor()
  await button('Sign it').click()
  await page.getByText('Signed, not sent').waitFor()
  for (const [language, words] of translations) {
    await button('Attach a translation …').click()
    await choose(page, /Language$/, language)
    await field('The translation').fill(words)
    await field('Reviewed by').fill('Ana Díaz')
    await field('Title or position').fill('Language Access Coordinator')
    if (language === 'Chinese') await photograph(running, 'disclosure translation')
    await button('Attach it').click()
    await closed()
    await page
      .getByText(words.split('\n')[0] ?? words)
      .first()
      .waitFor()
  }
  await photograph(running, 'disclosure translated')
  await fits()
  await answerDialogs(running.app, [at('letter.pdf')])
  await button('PDF …').click()
  await page.getByText(/^Written, \d+ pages?\.$/).waitFor()
  await answerDialogs(running.app, [at('letter.docx')])
  await button('DOCX …').click()
  await page.getByText('Written.', { exact: true }).waitFor()
  for (const [, words] of translations) expect(textOf('letter.pdf')).toContain(words.split('\n')[0])
  const parts = await unzipped(readFileSync(at('letter.docx')))
  for (const [, words] of translations)
    expect(parts.get('word/document.xml')?.toString('utf8')).toContain(words.split('\n')[0])
})

test('the question about a schedule without social media is written', async () => {
  await goTo(page, 'Schedule')
  await answerDialogs(running.app, [at('question.pdf')])
  await button('Write the question to them …').click()
  await page.getByText('It is written. Give it to both of them.').waitFor()
  await photograph(running, 'disclosure question')
  await fits()
  expect(textOf('question.pdf')).toContain('City Attorney')
})
