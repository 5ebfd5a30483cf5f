// Law that changes, in the real app: a signed rule file with rules of every kind is read and taken, new words of a letter are confirmed, a key signs one.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { actAs, goTo } from './support/desk.ts'
import { id, openLawDesk, passphrase, ruleFile } from './support/law-desk.ts'
import { photograph } from './support/look.ts'

let folder: string
let room: Awaited<ReturnType<typeof openLawDesk>>

beforeAll(async () => {
  folder = await temporaryFolder()
  room = await openLawDesk(folder)
})
afterAll(() => room.close())

const page = () => room.running.page
const dialog = () => page().getByRole('dialog')
const closed = () => dialog().waitFor({ state: 'detached' })
const part = (name: string) =>
  page().getByRole('navigation', { name: 'Parts of the law' }).getByRole('link', { name }).click()
const fits = async () => expect([await violations(page()), await tooWide(room.running, 2)]).toEqual([[], 0])
const card = (words: string) => page().locator('.law-entry').filter({ hasText: words })
const checked = (words: string) =>
  dialog().getByRole('textbox', { name: 'What was checked, and against what' }).fill(words)

test('a rule file says of each rule what it would change and whether it arrives confirmed, before it is taken', async () => {
  await actAs(page(), 'Dana Whitfield')
  await goTo(page(), 'Law')
  await part('Rule files')
  await page().getByRole('button', { name: 'Read a rule file …' }).click()
  await dialog().locator('input[type=file]').setInputFiles(ruleFile(folder))
  await dialog().getByRole('button', { name: 'Check it' }).click()
  await closed()
  await page().getByText('The signature of League of Cities fits.').waitFor()
  for (const words of ['Personnel files as amended', 'Office hours, 09:00 to 18:00', 'Ends: Utility customers.'])
    await card(words).getByText('arrives unconfirmed').waitFor()
  const fees = card('Fees of November')
  await fees.getByText('In place of: Fees of 2026. From Nov 01, 2026 2 lines change:').waitFor()
  await fees.getByText('Paper copy: $0.10 per page (Copy) becomes Paper copy: $0.25 per page (Copy)').waitFor()
  await fees.getByText('Ends: DVD: $5.00 per disc (Medium)').waitFor()
  await fees.scrollIntoViewIfNeeded()
  await photograph(room.running, 'law fees preview')
  const letter = card('We have your request')
  await letter.locator('.law-head').getByText('Acknowledgement', { exact: true }).waitFor()
  await letter.getByText('In place of: Your public records request was received. 4 passages read otherwise:').waitFor()
  await letter.getByText('“Your public records request was received” becomes “We have your request”').waitFor()
  await page()
    .getByText(/CPRA determination: .*→/)
    .waitFor()
  await letter.scrollIntoViewIfNeeded()
  await photograph(room.running, 'law preview')
  await fits()
  await page().getByRole('button', { name: 'Apply it …' }).click()
  await checked('Compared with leginfo')
  await dialog().getByRole('button', { name: 'Apply', exact: true }).click()
  await closed()
  await page().getByText('File 3 of League of Cities').waitFor()
  const told = page().getByText(/of open requests moved/)
  await told.waitFor()
  expect(await told.allTextContents()).toEqual([
    expect.stringMatching(/^Applied\. \d+ dates? of open requests moved\. /),
  ])
})

test('the words of a letter that arrived are in force once the attorney confirmed them', async () => {
  await part('Letters')
  const arrived = card('City Attorney, memo 4')
  await arrived.getByText('not in force').waitFor()
  await arrived.locator('.law-head').getByText('Acknowledgement', { exact: true }).waitFor()
  await arrived.scrollIntoViewIfNeeded()
  await photograph(room.running, 'law letter arrived')
  await arrived.getByRole('button', { name: /^Confirm and put in force …/ }).click()
  await checked('As I drafted them')
  await photograph(room.running, 'law letter confirm')
  await dialog().getByRole('button', { name: 'Confirm and put in force …' }).click()
  await closed()
  await arrived.getByText('Confirmed by Dana Whitfield').waitFor()
  expect(await arrived.getByText('not in force').count()).toBe(0)
  await photograph(room.running, 'law letter confirmed')
})

test('fees that arrived are charged once the attorney confirmed them', async () => {
  await part('Fees')
  await page().getByText('Nothing is charged by it until the City Attorney confirms it below.').waitFor()
  const arrived = card('Fees of November')
  await arrived.getByText('not in force').waitFor()
  await photograph(room.running, 'law fees arrived')
  await fits()
  await arrived.getByRole('button', { name: /^Confirm and put in force …/ }).click()
  await checked('Compared with Resolution 90001')
  await dialog().getByRole('button', { name: 'Confirm and put in force …' }).click()
  await closed()
  await arrived.getByText('Confirmed by Dana Whitfield').waitFor()
  await card('Fees of 2026').getByText('Oct 31, 2026').waitFor()
  await photograph(room.running, 'law fees confirmed')
})

test('a letter of the new words is signed with a key, and says so', async () => {
  await goTo(page(), 'Requests')
  await page().getByRole('link', { name: id }).click()
  await page().getByRole('link', { name: 'Letters', exact: true }).click()
  await page().getByRole('button', { name: 'Write a letter' }).click()
  await page().getByRole('menuitem', { name: 'Acknowledgement' }).first().click()
  await page().getByText('We have your request').first().waitFor()
  await page().getByText('Saved', { exact: true }).waitFor()
  await page().getByRole('button', { name: 'Sign it' }).click()
  await dialog().getByLabel('Passphrase of the key').fill(passphrase)
  await photograph(room.running, 'law sign')
  expect(await violations(page())).toEqual([])
  await dialog().getByRole('button', { name: 'Sign it' }).click()
  await closed()
  await page().getByText('Signed, not sent').waitFor()
  await page().getByText('Signed with the key of Dana Whitfield.').waitFor()
  await photograph(room.running, 'law signed')
})
