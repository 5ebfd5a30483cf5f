// A clerk settles what is searched for a request, answers what words cannot search, stores the statement, helps the requester and draws up fees.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lawFees } from '../../shared/contract/law.ts'
import { RequestId } from '../../shared/domain/id.ts'
import { LocalDate } from '../../shared/domain/time.ts'
import { reviewExport } from '../support/review-export.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { photograph } from './support/look.ts'
import { openRequest } from './support/request-room.ts'

const id = RequestId.parse('26-0112')
let folder: string
let room: Awaited<ReturnType<typeof openRequest>>
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  room = await openRequest(folder, {
    id,
    archive: await reviewExport(folder),
    text: 'The dog park.',
    search: '"dog park"',
    also: async (made) => {
      await made.call(lawFees, {
        ...{ name: 'Master fee schedule', validFrom: LocalDate.parse('2020-01-01'), source: 'Resolution 12' },
        lines: [{ kind: 'copy', words: 'Paper copy', per: 'page', cents: 10 }],
      })
    },
  })
  running = room.running
  page = running.page
  await part('Search').click()
  await page.getByText('1 record answers').waitFor()
})
afterAll(() => room.close())

const part = (name: string) =>
  page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('link', { name, exact: true })
const dialog = () => page.getByRole('dialog')
const field = (name: string | RegExp) => dialog().getByRole('textbox', { name })
const closed = () => dialog().waitFor({ state: 'detached' })
/** The row of a table that says something. */
const row = (words: RegExp) => page.getByRole('row', { name: words })

test('several searches answer a request, each counted while it is typed, and say so on the page', async () => {
  expect(await violations(page)).toEqual([])
  await photograph(running, 'search-before')
  await page.getByRole('button', { name: 'Change the searches' }).click()
  await dialog().getByRole('button', { name: 'Add a search' }).click()
  await field('Words').last().fill('library')
  await dialog().getByText('Finds 1 record by itself.').last().waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'search-form')
  await dialog().getByRole('button', { name: 'Save them' }).click()
  await closed()
  await page.getByText('2 records answer').waitFor()
})

test('a line that words cannot search is looked through and answered, and the statement is stored', async () => {
  expect(
    await row(/1 picture of the accounts/)
      .getByRole('link', { name: 'Look through them' })
      .getAttribute('href'),
  ).toContain('q=has')
  await row(/1 picture of the accounts/)
    .getByRole('button', { name: 'Answer …' })
    .click()
  await field('What was done about it').fill('I looked at the picture: a car.')
  await dialog().getByRole('button', { name: 'Enter it' }).click()
  await closed()
  await page.getByText(/I looked at the picture: a car/).waitFor()
  await page.getByRole('button', { name: 'Ask somebody' }).click()
  await field('Person').fill('Lee Ortiz')
  await field('Accounts and devices').fill('@lee on X')
  await dialog().getByRole('checkbox', { name: 'The declaration came' }).check()
  await photograph(running, 'search-declaration')
  await dialog().getByRole('checkbox', { name: 'The declaration came' }).uncheck()
  await dialog().getByRole('button', { name: 'Enter it' }).click()
  await closed()
  await page.getByText(/no declaration has come/).waitFor()
  await page.getByRole('button', { name: 'Store the statement' }).click()
  await page.getByText('It says what one would say now.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'search-stored')
  expect(await tooWide(running, 2)).toBe(0)
})

test('a letter that there is nothing cannot be signed over what was found and what has no answer', async () => {
  await part('Letters').click()
  await page.getByRole('button', { name: 'Write a letter' }).click()
  await page.getByRole('menuitem', { name: 'No responsive records' }).click()
  await page.getByText(/lists 2 records that the review has not found to be not responsive/).waitFor()
  await page.getByText(/of search statement 1 ha(s|ve) no answer/).waitFor()
  expect(await page.getByRole('button', { name: 'Sign it' }).isDisabled()).toBe(true)
  await photograph(running, 'letter-none')
})

test('a narrower search is suggested with what it reaches, and fees are drawn up by the schedule', async () => {
  await part('Help').click()
  await page.getByRole('button', { name: 'Suggest a narrower search' }).click()
  await field('Words').fill('bus')
  await field('How the letter puts it').fill('Posts about the bus')
  await dialog().getByText('Finds 1 record by itself.').waitFor()
  await photograph(running, 'help-form')
  await dialog().getByRole('button', { name: 'Suggest a narrower search' }).click()
  await closed()
  await page.getByRole('table').getByText('Posts about the bus').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'help')
  await part('Fees').click()
  await page.getByRole('button', { name: 'Draw fees up' }).click()
  await field(/Paper copy/).fill('12')
  await dialog().getByText('$1.20').waitFor()
  await photograph(running, 'fees-form')
  await dialog().getByRole('button', { name: 'Save them' }).click()
  await closed()
  await page.getByRole('table').getByText('$1.20').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'fees')
  await part('Request and dates').click()
  await page.getByText(/It holds its accounts and period/).waitFor()
})
