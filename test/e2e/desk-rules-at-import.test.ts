// In the real app: what rules made of an import stands in its reconciliation; a schedule is typed in; days of events ask for a second person.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdPlace } from '../../shared/contract/hold.ts'
import { intakeImport } from '../../shared/contract/intake.ts'
import { personAdd } from '../../shared/contract/people.ts'
import { classifySearch, rulesSave, scheduleImport } from '../../shared/contract/schedule.ts'
import { smallExport } from '../fixtures/x/small.ts'
import { rule, scheduleFile, seriesOf } from '../integration/retention/support.ts'
import { openTestArchive } from '../support/archive.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { violations } from './support/axe.ts'
import { goTo } from './support/desk.ts'
import { photograph } from './support/look.ts'

let folder: string
let vault: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const { path } = await smallExport(folder, { tweets: 30 })
  const made = await openTestArchive()
  vault = made.folder
  await made.call(personAdd, { id: 'dana', name: 'Dana Whitfield', title: 'City Attorney', role: 'city-attorney' })
  await made.call(scheduleImport, scheduleFile())
  const [replies, posts] = [
    rule('replies', 1, seriesOf.photographs, { kinds: ['reply'] }),
    rule('posts', 2, seriesOf.post, { kinds: ['post', 'reply'] }),
  ]
  await made.call(rulesSave, { rules: [replies, posts] })
  const sources = [made.archive.grant(path, 'read').grant]
  await made.run(intakeImport, { sources, account: made.account, platform: null })
  await made.run(classifySearch, { search: 'kind:post', series: seriesOf.photographs, reason: 'they show events' })
  const scope = { search: null, accounts: [made.account], from: null, to: null, recordIds: [] }
  const hold = { label: 'Inquiry', basis: 'audit', orderedBy: 'Auditor', document: null } as const
  await made.call(holdPlace, { ...hold, scope })
  await made.archive.close()
  running = await launchApp({ folder, args: [vault] })
  page = running.page
  await page.getByRole('button', { name: 'Nobody is acting' }).click()
  await page.getByRole('button', { name: /Pat Moreno/ }).click()
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

test('the reconciliation says how many went into which series by which rule, and what is left', async () => {
  await goTo(page, 'Imports')
  await page.getByRole('table').getByRole('link').first().click()
  const heading = page.getByRole('heading', { name: 'Retention series' })
  await heading.scrollIntoViewIfNeeded()
  await page.getByText(/^Rule set 1 was applied to the \d+ records of this import\.$/).waitFor()
  await page.getByText('Rule posts', { exact: true }).waitFor()
  const disagreed = page.getByRole('link', { name: /^Record \d+:$/ })
  await disagreed.nth(1).waitFor()
  const named = await disagreed.allTextContents()
  expect(new Set(named).size).toBe(named.length)
  expect(await violations(page)).toEqual([])
  await photograph(running, 'import series')
})

test('the day of an event for held records takes a second person', async () => {
  await goTo(page, 'Schedule')
  await page.getByRole('button', { name: 'Enter the day of an event …' }).click()
  const form = page.getByRole('dialog', { name: 'The day of an event' })
  await form.getByRole('button', { name: /Which event/ }).click()
  await page.getByRole('option', { name: /^SU/ }).click()
  await form.getByLabel('Of which records').fill('kind:post')
  await form.getByLabel('Came on').fill('2020-02-03')
  await form.getByLabel('How it is known').fill('The new set was adopted')
  await form.getByRole('button', { name: 'Enter it' }).click()
  await form.getByText(/a hold has touched record \d+: a second person must stand behind this/).waitFor()
  await photograph(running, 'event second')
  await form.getByRole('combobox', { name: 'Second person' }).fill('Dana')
  await page.getByRole('option', { name: 'Dana Whitfield' }).click()
  await form.getByRole('button', { name: 'Enter it' }).click()
  await page.getByText(/^The day was changed for \d+ records\.$/).waitFor()
})

test('a schedule is typed in, series by series', async () => {
  await page.getByRole('button', { name: 'Load a newer schedule' }).click()
  await page.getByRole('button', { name: 'Or type it in, series by series' }).click()
  const first = page.getByRole('group', { name: 'Series 1' })
  await first.getByLabel('Title').fill('Posts of the City')
  await first.getByLabel('Retention').fill('CU+2')
  await page.getByRole('button', { name: 'Another series' }).click()
  await photograph(running, 'schedule typed')
  expect(await violations(page)).toEqual([])
  await page.getByRole('button', { name: 'Leave series 2 out' }).click()
  await page.getByRole('button', { name: 'Read what was typed' }).click()
  await page.getByRole('cell', { name: 'Posts of the City' }).first().waitFor()
})
