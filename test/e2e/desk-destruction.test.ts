// The way of a plan in the real app: a record taken out, an approval by key, one by a page, one by a name that executes nothing, then
// destruction by typing, and the certificate.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordPage } from '../../shared/contract/record.ts'
import { classifyRecords } from '../../shared/contract/schedule.ts'
import { transferMake } from '../../shared/contract/transfer.ts'
import { Instant } from '../../shared/domain/time.ts'
import { openTestArchive } from '../support/archive.ts'
import { drawPlan, importPosts, putInSeries } from '../support/purgeable.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { choose, chooseFile, goTo } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let running: RunningApp
let first = 0
let bag = ''

beforeAll(async () => {
  const folder = await temporaryFolder()
  const made = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
  await importPosts(made, folder, [1, 2, 3, 4])
  await putInSeries(made)
  const { rows } = await made.call(recordPage, { search: 'kind:post', before: null, limit: 9, live: false })
  first = rows[0]?.id ?? 0
  const lasting = rows.slice(-1).map(({ id }) => id)
  await made.call(classifyRecords, { records: lasting, series: 'city-clerk/council-minutes', reason: 'They last' })
  const to = made.archive.grant(join(folder, 'Bag-2026'), 'write').grant
  bag = (await made.run(transferMake, { search: 'series:city-clerk/council-minutes', to })).digest
  await drawPlan(made)
  await made.archive.close()
  running = await launchApp({ args: [made.folder], folder })
  await writeFile(join(folder, 'signed.pdf'), '%PDF-1.7 a signed page')
})
afterAll(() => running.close())

const actAs = async (name: string) => {
  const { page } = running
  await page.getByRole('button', { name: /^(Acting as|Nobody is acting)/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: `Acting as ${name}` }).waitFor()
}

const closed = (name: string | RegExp) => running.page.getByRole('dialog', { name }).waitFor({ state: 'detached' })

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

test('the receipt that an archive signed for a bag is recorded, and none for another bag', async () => {
  const { page, folder } = running
  await page
    .getByRole('row', { name: /^Bag-2026/ })
    .getByRole('button', { name: 'Record the receipt …' })
    .click()
  const dialog = page.getByRole('dialog', { name: 'Receipt for Bag-2026' })
  await dialog.getByLabel('Digest on the paper').fill('a'.repeat(64))
  await dialog.getByLabel('Archive').fill('County Archives')
  await dialog.getByLabel('Signed by').fill('Ann Ito')
  await chooseFile(page, join(folder, 'signed.pdf'))
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await dialog.getByText(/The receipt names another bag/).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'receipt of an archive')
  await dialog.getByLabel('Digest on the paper').fill(bag.replace(/(.{8})/g, '$1 ').toUpperCase())
  await dialog.getByRole('button', { name: 'Record it' }).click()
  await closed('Receipt for Bag-2026')
  await page.getByRole('cell', { name: /^County Archives: Ann Ito/ }).waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'copies for an archive')
})

test('a plan is narrowed and approved by three offices, a mere name is not enough, and it is destroyed by typing', async () => {
  const { page, app, folder } = running
  await goTo(page, 'Purge reports')
  await page.getByText('Head of the department has not approved yet.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'plan without approvals')
  await page.getByRole('button', { name: 'Take records out …' }).click()
  await page.getByLabel('Numbers of the records').fill(String(first))
  await page.getByLabel('Why').fill('Historic')
  await page.getByRole('button', { name: 'Take them out' }).click()
  await closed('Take records out of the plan')
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
  await page.getByRole('button', { name: 'Destroy …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Destroy 2 records' })
  expect(await dialog.getByRole('button', { name: 'Destroy them' }).isDisabled()).toBe(true)
  await dialog.getByRole('textbox').fill('destroy 2')
  expect(await violations(page)).toEqual([])
  await photograph(running, 'destroy dialog')
  await dialog.getByRole('button', { name: 'Destroy them' }).click()
  await page.getByText('no byte of what was destroyed was found').waitFor({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Save as PDF …' }).last().waitFor()
  expect(await violations(page)).toEqual([])
  expect(await tooWide(running, 2)).toBe(0)
  await photograph(running, 'certificate')
  const file = join(folder, 'certificate.pdf')
  await answerDialogs(app, [file])
  await page.getByRole('button', { name: 'Save as PDF …' }).last().click()
  await expect.poll(() => readFile(file, 'latin1').catch(() => ''), { timeout: 20_000 }).toMatch(/^%PDF-/)
})
