// A copy is made for an archive, its receipt recorded, and custody given up upon it, in the real app: a wrong digest refused, a plan of its own kind,
// its own sentences, its own certificate; then reports by the calendar. Last, a historical series is reviewed by two persons.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personAdd } from '../../shared/contract/people.ts'
import { seriesAnswer } from '../../shared/contract/retention.ts'
import { classifySearch } from '../../shared/contract/schedule.ts'
import { Instant } from '../../shared/domain/time.ts'
import { openTestArchive } from '../support/archive.ts'
import { muniment } from '../support/command-line.ts'
import { adopt, distinctive, importPosts } from '../support/purgeable.ts'
import { holding } from '../support/x-files.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { actAs, choose, chooseBySearch, chooseFile, goTo } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

const MINUTES = 'city-clerk/council-minutes'
let running: RunningApp
let vault = ''
let digest = ''

beforeAll(async () => {
  const folder = await temporaryFolder()
  const made = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
  vault = made.folder
  await importPosts(made, folder, [1, 2, 3])
  await adopt(made)
  await made.call(seriesAnswer, { series: [MINUTES], kinds: [], basis: 'read all three' })
  await made.run(classifySearch, { search: 'kind:post', series: MINUTES, reason: 'kept for good' })
  await made.call(personAdd, { id: 'dana', name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
  await made.archive.close()
  await writeFile(join(folder, 'receipt.pdf'), '%PDF-1.7 received')
  await writeFile(join(folder, 'signed.pdf'), '%PDF-1.7 a signed page')
  await writeFile(join(folder, 'list.csv'), 'Number\n')
  running = await launchApp({ args: [vault], folder })
})
afterAll(() => running.close())

const closed = (name: string | RegExp) => running.page.getByRole('dialog', { name }).waitFor({ state: 'detached' })

test('a copy for an archive is made of a permanent series, or of what a search finds in it', async () => {
  const { app, page, folder } = running
  await actAs(page, 'Pat Moreno')
  await goTo(page, 'Purge reports')
  await page.getByRole('button', { name: 'Make a copy …' }).click()
  const dialog = page.getByRole('dialog', { name: 'A copy for an archive' })
  const make = dialog.getByRole('button', { name: 'Choose where, and copy …' })
  expect(await make.isDisabled()).toBe(true)
  await chooseBySearch(page, 'Series', 'minutes', 'Council minutes')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'copy for an archive')
  // One of the three is in no copy.
  await dialog.getByLabel('Or only what a search finds').fill('"Quetzalcoatlus1" OR "Quetzalcoatlus2"')
  const bag = join(folder, 'Bag-2026')
  await answerDialogs(app, [bag])
  await make.click()
  await dialog.getByText(/^Copied: 2 records/).waitFor()
  const manifest = await readFile(join(bag, 'manifest-sha256.txt'))
  digest = createHash('sha256').update(manifest).digest('hex')
  await dialog.getByText(digest).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'copy made')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await closed('A copy for an archive')
})

test('the receipt is recorded for the bag whose digest the paper names, and for no other', async () => {
  const { page, folder } = running
  const row = page.getByRole('row', { name: /^Bag-2026/ })
  await row.getByText('not yet').waitFor()
  expect(await page.getByRole('button', { name: 'Plan to give up custody …' }).count()).toBe(0)
  await row.getByRole('button', { name: 'Record the receipt …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Receipt for Bag-2026' })
  await dialog.getByLabel('Digest on the paper').fill('a'.repeat(64))
  await dialog.getByRole('textbox', { name: 'Archive' }).fill('County Archives')
  await dialog.getByRole('textbox', { name: 'Signed by' }).fill('Ann Ito')
  await dialog.getByRole('textbox', { name: 'Their title' }).fill('Archivist')
  await chooseFile(page, join(folder, 'receipt.pdf'))
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await dialog.getByText(/The receipt names another bag.*Nothing was recorded/).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'receipt refused')
  // As papers print it: in groups, and in capitals.
  await dialog.getByLabel('Digest on the paper').fill(digest.toUpperCase().replace(/(.{8})/g, '$1 '))
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await closed('Receipt for Bag-2026')
  await row.getByText(/^County Archives: Ann Ito/).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'receipt recorded')
})

test('a plan to give up custody lists what the archive has signed for, and says what keeps the rest', async () => {
  const { page, folder } = running
  await page.getByRole('button', { name: 'Plan to give up custody …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Make a report' })
  await dialog.getByRole('button', { name: /What is asked/ }).waitFor()
  for (const field of [/^Open requests/, /^Claims/])
    await dialog
      .getByRole('group', { name: field })
      .locator('input[type="file"]')
      .setInputFiles(join(folder, 'list.csv'))
  expect(await violations(page)).toEqual([])
  await photograph(running, 'custody form')
  await dialog.getByRole('button', { name: 'Make the report' }).click()
  await closed('Make a report')
  await page.getByRole('heading', { name: /^Giving up custody, as of/ }).waitFor()
  await page.getByText(/^County Archives has signed for Bag-2026/).waitFor()
  expect(await page.locator('.plan .figures dd').allTextContents()).toEqual(['2', '1'])
  await page.getByRole('rowheader', { name: /No copy of it was made for an archive/ }).waitFor()
  await page.getByText('Head of the department has not approved yet.').waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'custody plan')
})

test('it is approved by sentences of its own, given up by typing, and certified as its own kind', async () => {
  const { page, folder } = running
  for (const [office, name, says] of [
    ['Head of the department', 'Lee Park', /custody of them goes to it/],
    ['City Attorney', 'Dana Whitfield', /I consent in writing that custody/],
    ['City Clerk', 'Asha Rao', /receipt is of the bag named/],
  ] as const) {
    await page
      .getByRole('row', { name: new RegExp(office) })
      .getByRole('button', { name: 'Approve …' })
      .click()
    const dialog = page.getByRole('dialog', { name: `Approve: ${office}` })
    await dialog.getByText(says).waitFor()
    await dialog.getByText(/^County Archives has signed for the bag: Ann Ito/).waitFor()
    await dialog.getByRole('textbox', { name: 'Name' }).fill(name)
    await chooseFile(page, join(folder, 'signed.pdf'))
    if (office === 'City Attorney') await photograph(running, 'custody approval')
    await dialog.getByRole('button', { name: 'Approve', exact: true }).click()
    await closed(`Approve: ${office}`)
  }
  await page.getByText('Nothing is missing.').waitFor()
  await actAs(page, 'Dana Whitfield')
  await page.getByRole('button', { name: 'Give up custody …', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Give up custody of 2 records' })
  await dialog.getByText(/^Custody goes to County Archives/).waitFor()
  expect(await dialog.getByRole('button', { name: 'Give up custody' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill('give up 2')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'custody dialog')
  await dialog.getByRole('button', { name: 'Give up custody' }).click()
  await page.getByRole('heading', { name: /^Certificate of transfer of custody/ }).waitFor({ timeout: 60_000 })
  await page.getByText('no byte of what was destroyed was found').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Save as PDF …' }).last().waitFor()
  const figures = page.locator('.plan-steps', { hasText: 'Certificate' }).locator('.figures dd')
  expect(await figures.allTextContents()).toEqual(['2', 'County Archives', '0', 'Dana Whitfield', 'none named'])
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'custody certificate')
  await page.getByRole('button', { name: 'Let it come in again …' }).click()
  await page.getByLabel('Why').fill('The archive gives it back')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'let it come in again')
  await page.getByRole('button', { name: 'Let it come in', exact: true }).click()
  await closed(/^Let what certificate/)
  await page.getByText('An export that holds what was destroyed may bring it in again.').waitFor()
  expect([1, 2, 3].filter((number) => holding(vault, distinctive(number)).length > 0)).toEqual([3])
  const listed = await muniment(folder, 'purge', 'certificates', '--vault', vault)
  expect(listed.out).toMatch(/County Archives/)
})

test('a report that is due by the calendar is set up in the app, and drawn up at once where none was made', async () => {
  const { page } = running
  const calendar = page.getByRole('region', { name: 'By the calendar' })
  const set = calendar.getByRole('button', { name: 'Set' })
  await calendar.getByRole('button', { name: /Only when asked/ }).waitFor()
  await choose(page, /Draw up a report/, /Every quarter/)
  await set.click()
  await page.getByText('Report only').waitFor({ timeout: 60_000 })
  await calendar.getByText(/^The next one is due on/).waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'reports by the calendar')
  const told = await muniment(running.folder, 'schedule-report', 'status', '--vault', vault)
  expect(told.out).toMatch(/^A purge report is drawn up every quarter\.\nThe scheduler has no entry/)
  await choose(page, /Draw up a report/, /Only when asked/)
  await set.click()
  await calendar.getByText(/^The next one is due on/).waitFor({ state: 'detached' })
})

test('a series that is marked historical is reviewed by two persons', async () => {
  const { page } = running
  await goTo(page, 'Schedule')
  const row = page.getByRole('row', { name: /Photographs of events/ })
  await row.getByRole('button', { name: 'Review …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Is this series of lasting value?' })
  await choose(page, /After the review/, 'It is of no lasting value')
  await dialog.getByLabel('Who looked, and at what').fill('City Archivist, all of 2013')
  const keep = dialog.getByRole('button', { name: 'Keep the answer' })
  expect(await keep.isDisabled()).toBe(true)
  await chooseBySearch(page, 'Second person', 'Pat')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'review of a series')
  await keep.click()
  await closed('Is this series of lasting value?')
  await row.getByText('of no lasting value').waitFor()
  await photograph(running, 'series reviewed')
})
