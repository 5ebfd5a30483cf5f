// The lists of a purge report in the real app: an open request that nobody here knows and a claim under no hold are answered for by two persons, and a list
// whose numbers stand in a column of an unusual name is asked about.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { purgePlan } from '../../shared/contract/purge.ts'
import { Instant, localDate } from '../../shared/domain/time.ts'
import { openTestArchive } from '../support/archive.ts'
import { importPosts, putInSeries } from '../support/purgeable.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { actAs, choose, chooseBySearch, goTo } from './support/desk.ts'
import { photograph } from './support/look.ts'

const requests = 'Request Number,Request Text,Status\n26-0412,Building permits of 2019,Open\n'
const claims = 'Claim number,Matter\nRG26-118,Roe v. City of Alder Bay\n'
let running: RunningApp

beforeAll(async () => {
  const folder = await temporaryFolder()
  const made = await openTestArchive({ clock: () => Instant.parse(Date.now()) })
  await importPosts(made, folder, [1, 2])
  await putInSeries(made)
  const to = { plan: null, pdf: null, csv: null }
  const lists = { openRequests: { name: 'requests.csv', csv: requests }, claims: { name: 'claims.csv', csv: claims } }
  await made.run(purgePlan, { asOf: localDate(Instant.parse(Date.now()), made.archive.about.zone), ...lists, to })
  await made.archive.close()
  await writeFile(join(folder, 'unusual.csv'), 'Akte,Inhalt\nRG26-118,Roe\n')
  running = await launchApp({ args: [made.folder], folder })
})
afterAll(() => running.close())

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
