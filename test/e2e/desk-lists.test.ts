// The lists of a purge report in the real app: an open request that nobody here knows and a claim under no hold are answered for by two persons, a list
// whose numbers stand in a column of an unusual name is asked about, a plan is given newer lists and narrowed by a file of the office, the office settles
// who approves. Last, an order that comes in holds everything by one press, and is narrowed later.
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyConfirm, keyRegister, keyStatement } from '../../shared/contract/key.ts'
import { officeFileChoose } from '../../shared/contract/office-file.ts'
import { personAdd, personEnd } from '../../shared/contract/people.ts'
import { purgePlan, purgeSetTerms } from '../../shared/contract/purge.ts'
import { addDays } from '../../shared/domain/calendar/day.ts'
import { CommandId, PersonId } from '../../shared/domain/id.ts'
import { Instant, localDate } from '../../shared/domain/time.ts'
import { openTestArchive, type TestArchive } from '../support/archive.ts'
import { importPosts, POSTS, putInSeries } from '../support/purgeable.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { actAs, choose, chooseBySearch, chooseFile, goTo } from './support/desk.ts'
import { photograph } from './support/look.ts'

const requests = 'Request Number,Request Text,Status\n26-0412,Building permits of 2019,Open\n'
const claims = 'Claim number,Matter\nRG26-118,Roe v. City of Alder Bay\n'
let running: RunningApp
/** Lee Park keeps a key of his own, outside the vault. */
const lees = generateKeyPairSync('ed25519')
const signedByLee = (words: string) => sign(null, Buffer.from(words), lees.privateKey).toString('base64')

beforeAll(async () => {
  const folder = await temporaryFolder()
  // The first plan is so old that it is a file of the office that may go itself.
  let clock = Date.parse('2020-03-02T18:00:00Z')
  const made = await openTestArchive({ clock: () => Instant.parse(clock) })
  await importPosts(made, folder, [1, 2])
  await putInSeries(made)
  await made.call(personAdd, { id: 'left', name: 'Ann Left', title: 'City Attorney', role: 'city-attorney' })
  await made.call(personEnd, { id: PersonId.parse('left'), reason: 'took another office' })
  await registerKeyOfLee(made)
  const to = { plan: null, pdf: null, csv: null }
  await made.run(purgePlan, { asOf: '2020-03-02', openRequests: null, claims: null, to })
  await made.call(officeFileChoose, { kind: 'purge-plan', id: null, series: POSTS, startsOn: null, reason: 'as posts' })
  clock = Date.now()
  const today = localDate(Instant.parse(clock), made.archive.about.zone)
  const datedOn = addDays(today, -3)
  const openRequests = { name: 'requests.csv', csv: requests, datedOn }
  await made.run(purgePlan, { asOf: today, openRequests, claims: { name: 'claims.csv', csv: claims, datedOn }, to })
  await made.call(purgeSetTerms, { listsWithinDays: 1, reason: 'lists are drawn up daily' })
  await made.archive.close()
  await writeFile(join(folder, 'unusual.csv'), 'Akte,Inhalt\nRG26-118,Roe\n')
  await writeFile(join(folder, 'list.csv'), 'Number\n')
  await writeFile(join(folder, 'order.pdf'), '%PDF-1.7 hold everything')
  running = await launchApp({ args: [made.folder], folder })
})
afterAll(() => running.close())

/** The clerk registers the key; its holder shows that it is his, the attorney has compared it. */
async function registerKeyOfLee({ archive, call }: TestArchive): Promise<void> {
  const publicKey = lees.publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const { id: key } = await call(keyRegister, { person: PersonId.parse('lee'), publicKey })
  const { statement } = await call(keyStatement, { key })
  for (const [who, signature] of [
    ['lee', signedByLee(statement)],
    ['dana', null],
  ] as const) {
    const context = { command: CommandId.parse(randomUUID()), signal: new AbortController().signal }
    await archive.call(keyConfirm.name, { key, signature }, { ...context, actor: PersonId.parse(who) })
  }
}

const closed = (name: string | RegExp) => running.page.getByRole('dialog', { name }).waitFor({ state: 'detached' })

test('entries that nobody here knows are answered for by two persons before anybody approves', async () => {
  const { page } = running
  await actAs(page, 'Dana Whitfield')
  await goTo(page, 'Purge reports')
  await page.getByText('is not known here: 26-0412').waitFor()
  await page.getByText('Lists to be answered').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'lists to be answered')

  await page.getByRole('button', { name: 'Concerns nothing kept here …' }).click()
  await page.getByLabel('Why').fill('Building permits alone, as the department says')
  await chooseBySearch(page, 'Second person', 'Lee Park')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'answer for a request')
  await page.getByRole('button', { name: 'It concerns nothing kept here' }).click()
  await closed(/^Answer for 26-0412/)

  await page.getByRole('button', { name: 'Answer …' }).click()
  await chooseBySearch(page, 'What is it?', 'concerns nothing')
  await page.getByLabel('Why').fill('A fall on a stair')
  await chooseBySearch(page, 'Second person', 'Lee Park')
  await photograph(running, 'answer for a claim')
  await page.getByRole('button', { name: 'Keep the answer' }).click()
  await closed(/^Answer for RG26-118/)
  await page.getByText('Can be approved').waitFor()
  await page.getByText(/^concerns nothing kept here: A fall on a stair \(Dana Whitfield and Lee Park/).waitFor()
  await photograph(running, 'lists answered')
})

test('a list of which nobody knows which column holds the numbers is asked about before a report is made', async () => {
  const { page, folder } = running
  await page.getByRole('button', { name: 'Make a report' }).click()
  const field = page.getByRole('group', { name: /^Claims/ })
  await field.locator('input[type="file"]').setInputFiles(join(folder, 'unusual.csv'))
  const make = page.getByRole('button', { name: 'Make the report' })
  await expect.poll(() => make.isDisabled()).toBe(true)
  await choose(page, /Column of unusual\.csv/, 'Akte')
  expect(await make.isDisabled()).toBe(false)
  expect(await violations(page)).toEqual([])
  await photograph(running, 'column of a list')
})

test('a plan whose lists grew too old is given newer ones, beside the sentence that asks for them', async () => {
  const { page, folder } = running
  const dialog = page.getByRole('dialog', { name: 'Make a report' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await closed('Make a report')
  await page.getByRole('button', { name: 'Give newer lists …' }).click()
  const give = page.getByRole('button', { name: 'Give these lists' })
  expect(await give.isDisabled()).toBe(true)
  for (const name of [/^Open requests/, /^Claims/]) {
    const field = page.getByRole('group', { name })
    await field.locator('input[type="file"]').setInputFiles(join(folder, 'list.csv'))
    await field.getByText(/^0 entries/).waitFor()
  }
  expect(await violations(page)).toEqual([])
  await photograph(running, 'newer lists')
  await give.click()
  await closed('Newer lists for the plan')
  await page.getByText('Entries held here: 0.').waitFor()
})

test('a file of the office is taken out of a plan', async () => {
  const { page } = running
  await page.getByRole('button', { name: 'Take something out …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take something out of the plan' })
  await dialog.getByText('Files of the office to take out: 0').click()
  await dialog.getByRole('checkbox', { name: 'purge plan 1' }).click()
  await dialog.getByLabel('Why').fill('The auditor reads it')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'take a file out')
  // What is asked anew every five minutes closes no form.
  await page.evaluate(() => {
    const now = Date.now
    Date.now = () => now() + 300_000
  })
  await page.waitForTimeout(22_000)
  await dialog.getByRole('button', { name: 'Take it out' }).click()
  await closed('Take something out of the plan')
  await page.getByText('Files of the office taken out: 1.').waitFor()
})

test('an office approves by a key that is kept elsewhere, over exactly the words that are shown', async () => {
  const { page } = running
  const row = page.getByRole('row', { name: /^Head of the department/ })
  await row.getByRole('button', { name: 'Approve …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Approve: Head of the department' })
  await choose(page, /How it is approved/, 'Sign with a key that is kept elsewhere')
  const words = dialog.locator('.words-to-sign')
  await words.getByText('Name: Lee Park').waitFor()
  const signature = dialog.getByLabel('Signature (base64)')
  await signature.fill(signedByLee('other words'))
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await dialog.getByText(/of none of the keys of Lee Park, or of other words/).waitFor()
  await signature.fill(signedByLee((await words.textContent()) ?? ''))
  expect(await violations(page)).toEqual([])
  await photograph(running, 'approve by key elsewhere')
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
  await closed(/^Approve: Head/)
  await row.getByText('signed by key').waitFor()
})

test('who approves is settled, and what asks for less than before by two persons', async () => {
  const { page } = running
  const settled = page.getByRole('region', { name: 'What the office settled' })
  await settled.getByRole('button', { name: 'Settle who approves …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Who approves destruction' })
  expect(await dialog.getByRole('checkbox', { name: 'City Attorney' }).isDisabled()).toBe(true)
  await dialog.getByRole('checkbox', { name: 'City Auditor' }).click()
  await dialog.getByRole('checkbox', { name: /One person may plan/ }).click()
  await dialog.getByLabel('Why').fill('Resolution 26-101')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'settle who approves')
  await dialog.getByRole('button', { name: 'Settle it' }).click()
  await dialog.getByText(/a second person must stand behind this/).waitFor()
  await chooseBySearch(page, 'Second person', 'Lee Park')
  await dialog.getByRole('button', { name: 'Settle it' }).click()
  await closed('Who approves destruction')
  await settled.getByText(/City Auditor\. An approval counts for 60 days\. One person may plan/).waitFor()
  await settled.getByText(/^Settled by Dana Whitfield and Lee Park/).waitFor()
  await settled.scrollIntoViewIfNeeded()
  await photograph(running, 'settled')
})

test('an order without a date or a sender holds everything by one press, and is narrowed to an account later', async () => {
  const { page, folder } = running
  await goTo(page, 'Holds')
  await page.getByRole('button', { name: 'Place a hold' }).click()
  await chooseFile(page, join(folder, 'order.pdf'))
  await page.getByText('Hold everything now, narrow it later?').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'hold everything now')
  await page.getByRole('button', { name: 'Hold everything now' }).click()
  const placed = page.getByRole('dialog', { name: 'The hold is in force' })
  await placed.getByText('It covers 2 records now').waitFor()
  await photograph(running, 'hold in force')
  await placed.getByRole('button', { name: 'Later' }).click()
  await closed('The hold is in force')

  const row = page.getByRole('row', { name: /^Hold of / })
  await row.getByText('every record').waitFor()
  await row.getByRole('button', { name: /^Hold of / }).click()
  await page.getByRole('button', { name: 'Narrow it …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Narrow the hold' })
  await dialog.getByText(/^Accounts:/).click()
  await dialog.getByRole('checkbox').first().click()
  await dialog.getByRole('textbox', { name: /^Search/ }).fill('Quetzalcoatlus1')
  await chooseFile(page, join(folder, 'order.pdf'))
  await dialog.getByRole('combobox', { name: 'City Attorney' }).fill('Ann')
  expect(await page.getByRole('option', { name: 'Ann Left' }).count()).toBe(0)
  await chooseBySearch(page, 'City Attorney', 'Dana')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'narrow the hold')
  await dialog.getByRole('button', { name: 'Narrow the hold' }).click()
  await closed('Narrow the hold')
  await row.getByText(/1 account/).waitFor()
  expect(await row.getByRole('cell').nth(3).textContent()).toBe('1')
})
