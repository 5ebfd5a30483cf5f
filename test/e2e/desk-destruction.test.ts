// A year of a records office in the real app: schedule and rule, a plan with a record taken out, an approval by key, one by a page, one by a name
// that executes nothing, a hold that comes late by e-mail and wins, destruction by typing, the certificate, and an old backup that brings nothing back.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personAdd } from '../../shared/contract/people.ts'
import { recordPage } from '../../shared/contract/record.ts'
import { Instant } from '../../shared/domain/time.ts'
import { openTestArchive } from '../support/archive.ts'
import { muniment } from '../support/command-line.ts'
import { distinctive, importPosts } from '../support/purgeable.ts'
import { holding } from '../support/x-files.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { actAs as beActing, choose, chooseBySearch, chooseFile, goTo, search } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let running: RunningApp
let vault = ''
let first = 0

const schedule = `Series code,Title,Retention,Citation
SM-1,Social media: posts and replies,CU+2,GC 34090
PH-1,Photographs of events,SU+2,GC 34090
`
const order = `From: City Attorney <attorney@alderbay.example>
To: City Clerk <clerk@alderbay.example>
Subject: Litigation hold: Ruiz v. City of Alder Bay
Date: Fri, 20 Nov 2026 16:52:00 -0800

Keep everything about the tram to Fruitvale that the fourth witness saw.
`

beforeAll(async () => {
  const folder = await temporaryFolder()
  const made = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
  vault = made.folder
  // The hold will cover a record of the second package: the first goes without it.
  await importPosts(made, folder, [1, 2, 3])
  await importPosts(made, folder, [4])
  await made.call(personAdd, { id: 'dana', name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
  await made.call(personAdd, { id: 'lee', name: 'Lee Park', title: 'Director', role: 'department-head' })
  const struck = { search: 'Quetzalcoatlus1', before: null, limit: 9, live: false }
  first = (await made.call(recordPage, struck)).rows[0]?.id ?? 0
  await made.archive.close()
  running = await launchApp({ args: [vault], folder })
  await writeFile(join(folder, 'signed.pdf'), '%PDF-1.7 a signed page')
  await writeFile(join(folder, 'schedule.csv'), schedule)
  await writeFile(join(folder, 'list.csv'), 'Number\n')
  await writeFile(join(folder, 'Ruiz.eml'), order.replaceAll('\n', '\r\n'))
})
afterAll(() => running.close())

const actAs = (name: string) => beActing(running.page, name)

const closed = (name: string | RegExp) => running.page.getByRole('dialog', { name }).waitFor({ state: 'detached' })

/** Hands a file to the field of a form. */
const fileIn = (field: RegExp, name: string) =>
  running.page
    .getByRole('group', { name: field })
    .locator('input[type="file"]')
    .setInputFiles(join(running.folder, name))

test('a key is made and sealed under Settings', async () => {
  const { page } = running
  await actAs('Dana Whitfield')
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Make my key …' }).click()
  await page.getByLabel('Passphrase of the key').fill('correct horse battery')
  await page.getByLabel('The same again').fill('correct horse battery')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'key dialog')
  await page.getByRole('button', { name: 'Make the key' }).click()
  await closed(/Make a key/)
  await page.getByRole('cell', { name: 'in this vault, sealed' }).waitFor()
  await actAs('Lee Park')
  await page.getByRole('cell', { name: 'not yet by a second person' }).waitFor()
  await page.getByRole('button', { name: 'Confirm …' }).click()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'key confirm')
  await page.getByRole('button', { name: 'I have compared it' }).click()
  await closed(/Confirm the key/)
  await page.getByRole('cell', { name: 'by Lee Park' }).waitFor()
  await photograph(running, 'keys')
  await actAs('Dana Whitfield')
})

test('the schedule is loaded with its authority and its codes, and a rule puts every post in its series', async () => {
  const { page, folder } = running
  await actAs('Pat Moreno')
  await goTo(page, 'Schedule')
  await page.getByRole('button', { name: 'Load a schedule' }).click()
  await chooseFile(page, join(folder, 'schedule.csv'))
  const bases = page.getByRole('group', { name: 'What its codes mean' }).getByRole('button', { name: /runs from/ })
  await expect.poll(() => bases.count()).toBe(2)
  for (const [place, basis] of ['End of the calendar year', 'An event'].entries()) {
    await bases.nth(place).click()
    await page.getByRole('option', { name: basis }).click()
  }
  await page.getByRole('textbox', { name: 'The event' }).fill('superseded')
  await page.getByRole('textbox', { name: 'Name' }).fill('Alder Bay schedule')
  await page.getByRole('textbox', { name: 'Resolution' }).fill('Resolution 09-031')
  await page.getByLabel('Adopted on').fill('2009-12-01')
  await fileIn(/^The resolution itself/, 'signed.pdf')
  await page.getByRole('button', { name: 'Load it' }).click()
  await page.getByRole('button', { name: 'OK' }).click()
  const posts = page.getByRole('row', { name: /Social media: posts/ })
  await posts.getByRole('button', { name: 'Answer …' }).click()
  await choose(page, /It can hold/, 'none of these kinds')
  await page.getByLabel('Who looked, and at what').fill('City Clerk: read all four')
  await page.getByRole('button', { name: 'Keep the answer' }).click()
  await closed(/protected records/)
  await posts.getByText('none', { exact: true }).waitFor()

  await goTo(page, 'Classify')
  await page.getByRole('navigation', { name: 'Ways to classify' }).getByRole('link', { name: 'By rules' }).click()
  await page.getByRole('button', { name: 'Add a rule' }).first().click()
  await page.getByRole('textbox', { name: 'Rule', exact: true }).fill('Posts')
  await page.getByRole('textbox', { name: 'Kinds' }).fill('post')
  await chooseBySearch(page, 'Series', 'posts and replies')
  await page.getByRole('textbox', { name: 'Why' }).fill('Posts of the City’s own account')
  await page.getByRole('button', { name: 'Keep the rule' }).click()
  await page.getByRole('button', { name: 'Save as set 1' }).click()
  await page.getByText('Set 1 is in force.').waitFor()
  await page.getByRole('button', { name: 'Run the rules' }).click()
  await page.getByText('4 records were assigned.').waitFor()
})

test('a plan is drawn up against the lists of open requests and claims; a backup is kept', async () => {
  const { page, folder } = running
  await goTo(page, 'Purge reports')
  await page.getByRole('button', { name: 'Make a report' }).click()
  await fileIn(/^Open requests/, 'list.csv')
  await fileIn(/^Claims/, 'list.csv')
  await page.getByRole('button', { name: 'Make the report' }).click()
  await closed('Make a report')
  await page.getByText('Head of the department has not approved yet.').waitFor()
  await page.getByText('Can be approved').waitFor()
  expect(await page.locator('.plan .figures dd').allTextContents()).toEqual(['4', '0'])
  expect(await muniment(folder, 'backup', 'Backup', '--vault', vault)).toMatchObject({ code: 0 })
  expect(holding(join(folder, 'Backup'), distinctive(2))).not.toEqual([])
  await actAs('Dana Whitfield')
})

test('the office chooses a series for its own files, and which day its event is', async () => {
  const { page } = running
  await goTo(page, 'Purge reports')
  const row = page.getByRole('row', { name: /^Purge plans/ })
  await row.getByRole('button', { name: 'Choose a series …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Series of: Purge plans' })
  await dialog.getByRole('combobox', { name: 'Series of the schedule' }).fill('Photographs')
  await page.getByRole('option', { name: /Photographs of events/ }).click()
  await choose(page, /The event of this series is/, 'the day on which a later plan was drawn up')
  await dialog.getByLabel('Why').fill('The City Clerk’s answer')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'series of plans')
  await dialog.getByRole('button', { name: 'Choose it' }).click()
  await closed(/^Series of/)
  await row.getByText('Photographs of events').waitFor()
  await page.getByText(/^Every file/).click()
  await page
    .getByRole('cell', { name: /Cannot compute/ })
    .first()
    .waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'own files')
})

test('a plan is narrowed and approved by three offices, and a mere name is not enough', async () => {
  const { page, folder } = running
  await goTo(page, 'Purge reports')
  await page.getByText('Head of the department has not approved yet.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'plan without approvals')
  await page.getByRole('button', { name: 'Take something out …' }).click()
  await page.getByLabel('Numbers of the records').fill(String(first))
  await page.getByLabel('Why').fill('Historic')
  await page.getByRole('button', { name: 'Take it out' }).click()
  await closed('Take something out of the plan')
  await page.getByText('Taken out of the plan: 1').waitFor()

  const approve = (office: string) =>
    page.getByRole('row', { name: new RegExp(office) }).getByRole('button', { name: 'Approve …' })
  await approve('City Attorney').click()
  await page.getByLabel('Passphrase of the key').fill('correct horse battery')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'approve by key')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await closed(/^Approve: City Attorney/)
  await page.getByRole('cell', { name: 'signed by key' }).waitFor()

  await approve('Head of the department').click()
  await chooseFile(page, join(folder, 'signed.pdf'))
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await closed(/^Approve: Head/)

  await approve('City Clerk').click()
  await choose(page, /How it is approved/, 'Only report who approved')
  await page.getByRole('textbox', { name: 'Name' }).fill('Asha Rao')
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await closed(/^Approve: City Clerk/)
  await page.getByText('is only reported to have approved').waitFor()
  expect(await page.getByRole('button', { name: 'Destroy …' }).isDisabled()).toBe(true)

  await approve('City Clerk').click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Asha Rao')
  await chooseFile(page, join(folder, 'signed.pdf'))
  await page.getByRole('button', { name: 'Approve', exact: true }).click()
  await closed(/^Approve: City Clerk/)
  await page.getByText('Nothing is missing.').waitFor()
  await photograph(running, 'plan approved')
})

test('a hold that comes by e-mail after every approval is placed with its message', async () => {
  const { page } = running
  await goTo(page, 'Holds')
  await page.getByRole('button', { name: 'Place a hold' }).click()
  await page.getByLabel('Public label').fill('Ruiz v. City of Alder Bay')
  await page.getByLabel('Ordered by').fill('City Attorney')
  await page.getByRole('textbox', { name: /^Search/ }).fill('Quetzalcoatlus4')
  await fileIn(/^The written order/, 'Ruiz.eml')
  await page.getByText('Ruiz.eml').waitFor()
  await page.getByRole('button', { name: 'Place the hold' }).click()
  const placed = page.getByRole('dialog', { name: 'The hold is in force' })
  await placed.getByText(/^It covers 1 record now/).waitFor()
  await placed.getByRole('button', { name: 'Later' }).click()
  await closed('The hold is in force')

  // A file of the office is named under it, too.
  await goTo(page, 'Purge reports')
  await page.getByText(/^Every file/).click()
  const file = page.getByRole('row', { name: /^Purge plan 1 / })
  await file.getByRole('button', { name: 'Put under a hold …' }).click()
  await chooseBySearch(page, 'The hold', 'Ruiz')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'file under a hold')
  await page.getByRole('button', { name: 'Put it under the hold' }).click()
  await closed(/^Put purge plan 1 under a hold/)
  await file.getByText(/On hold|A hold/).waitFor()
})

test('it is destroyed by typing but for what the hold covers, and certified', async () => {
  const { page, app, folder } = running
  await goTo(page, 'Purge reports')
  await page.getByRole('button', { name: 'Destroy …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Destroy 3 records' })
  expect(await dialog.getByRole('button', { name: 'Destroy them' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill('destroy 3')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'destroy dialog')
  await dialog.getByRole('button', { name: 'Destroy them' }).click()
  await page.getByText('no byte of what was destroyed was found').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Save as PDF …' }).last().waitFor()
  const figures = page.locator('.plan-steps', { hasText: 'Certificate' }).locator('.figures dd')
  expect(await figures.allTextContents()).toEqual(['2', '2', 'Dana Whitfield', 'none named'])
  // What was taken out, and what the hold covers.
  await page.getByText('Records that stayed (2)').click()
  await page
    .locator('.plan-steps')
    .getByRole('cell', { name: /Ruiz v\. City of Alder Bay/ })
    .waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'certificate')
  const file = join(folder, 'certificate.pdf')
  await answerDialogs(app, [file])
  await page.getByRole('button', { name: 'Save as PDF …' }).last().click()
  await expect.poll(() => readFile(file, 'latin1').catch(() => ''), { timeout: 20_000 }).toMatch(/^%PDF-/)
})

test('no word of what was destroyed is left in the folder of the vault, nor in what the app keeps for itself', async () => {
  // What a window has shown is what its caches could keep.
  await running.quit()
  const left = (place: string) => [1, 2, 3, 4].filter((number) => holding(place, distinctive(number)).length > 0)
  expect(left(vault)).toEqual([1, 4])
  const settings = join(running.folder, 'settings')
  expect(holding(settings, 'muniment')).not.toEqual([])
  expect(left(settings).filter((number) => number === 2 || number === 3)).toEqual([])
})

test('the old backup is restored without them, and under the hold', async () => {
  const { folder } = running
  const said = await muniment(folder, 'restore', 'Backup', '--to', 'Restored.muniment', '--after', vault)
  expect(said.code, said.err).toBe(0)
  expect(said.out).toMatch(
    /Destroyed again under certificate \d{4}-0001: 2 records\.\nHeld again: Ruiz v\. City of Alder Bay\./,
  )
  const restored = join(folder, 'Restored.muniment')
  expect([2, 3].flatMap((number) => holding(restored, distinctive(number)))).toEqual([])
  running = await launchApp({ args: [restored], folder })
  const { page } = running
  expect(await search(page, 'kind:post')).toBe(2)
  await goTo(page, 'Holds')
  await page.getByRole('row', { name: /Ruiz v\. City of Alder Bay/ }).waitFor()
})
