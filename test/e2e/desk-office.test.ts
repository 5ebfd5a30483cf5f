// A clerk sets the office up: Home, the schedule from a workbook with headings of its own, a newer version, a closure day, the palette.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workbook } from '../fixtures/workbook.ts'
import { type RunningApp, temporaryFolder } from './support/app.ts'
import { tooWide, violations } from './support/axe.ts'
import { beginAsClerk, choose, chooseBySearch, chooseFile, goTo, openNewDesk, vaultName } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'

let folder: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const series = [
    ['SM-1', 'Social media: posts', 'CU+2', 'Communications'],
    ['SM-2', 'Social media: messages', 'CL+3', 'Communications'],
    ['CC-1', 'Council minutes', 'P', 'City Clerk'],
  ]
  const sheet = [['City of Alder Bay'], ['Ref', 'What is kept', 'Time', 'Unit of the City'], ...series]
  await writeFile(join(folder, 'schedule.xlsx'), workbook({ Legend: [['Code', 'Words']], Schedule: sheet }))
  const newer =
    'Series code,Title,Retention\nSM-1,Social media: posts,CU+5\nCC-1,Council minutes,P\nPR-1,Press releases,CU+2\n'
  await writeFile(join(folder, 'newer.csv'), newer)
  running = await openNewDesk()
  page = running.page
})
afterAll(async () => {
  await running.close()
  await rm(folder, { recursive: true, force: true })
})

const adopt = async (resolution: string, day: string) => {
  await page.getByRole('textbox', { name: 'Name' }).fill('Alder Bay Retention Schedule')
  await page.getByRole('textbox', { name: 'Resolution' }).fill(resolution)
  await page.getByLabel('Adopted on').fill(day)
  await page.getByRole('button', { name: 'Load it' }).click()
  await page.getByRole('button', { name: 'OK' }).click()
}

test('Home says what is still to be set up, and each step leads to its place', async () => {
  await beginAsClerk(page)
  await page.getByText('1 of 7 done').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'home-setup')
  await page.getByRole('link', { name: /Load the retention schedule/ }).click()
  await page.getByText('No retention schedule yet').waitFor()
})

test('a workbook is taken in only once its sheet, its columns and its codes are said', async () => {
  await page.getByRole('button', { name: 'Load a schedule' }).click()
  await chooseFile(page, join(folder, 'schedule.xlsx'))
  await choose(page, /Sheet/, 'Schedule')
  await choose(page, /Row of the headings/, 'Row 2: Ref | What is kept | Time | Unit of the City')
  await page.getByText('4 columns still have to be said.').waitFor()
  expect(await page.getByRole('button', { name: 'Load it' }).isDisabled()).toBe(true)
  await choose(page, /What the column Ref is/, 'Code of the series')
  await choose(page, /What the column What is kept is/, 'Title of the series')
  await choose(page, /What the column Time is/, 'Total retention')
  await choose(page, /What the column Unit of the City is/, 'Department')
  await page.getByText('3 series in all').waitFor()
  await photograph(running, 'schedule-columns')
  expect(await violations(page)).toEqual([])

  const codes = page.getByRole('group', { name: 'What its codes mean' })
  await expect.poll(() => codes.getByRole('textbox', { name: 'Code' }).count()).toBe(2)
  const bases = codes.getByRole('button', { name: /The period runs from/ })
  for (const [place, basis] of ['An event', 'End of the calendar year'].entries()) {
    await bases.nth(place).click()
    await page.getByRole('option', { name: basis }).click()
  }
  await codes.getByRole('textbox', { name: 'The event' }).fill('closed')
  // A code that says by itself how long can be told so; what is no number is refused in place.
  const long = codes.getByRole('textbox', { name: 'How long it keeps by itself' }).first()
  await long.fill('five')
  await codes.getByText('A number up to 999, such as 5 or 1.5.').waitFor()
  expect(await violations(page)).toEqual([])
  await photograph(running, 'schedule-legend')
  await long.fill('')
  await adopt('24-031', '2024-03-05')
  await page.getByText('3 series').waitFor()
  await photograph(running, 'schedule-table')
})

test('a series is answered for, once, and the forms for threads and events open', async () => {
  await page.getByRole('button', { name: 'Answer …' }).first().click()
  const dialog = page.getByRole('dialog')
  await choose(page, /It can hold/, 'none of these kinds')
  await dialog.getByLabel('Who looked, and at what').fill('City Clerk: read 40 posts')
  await photograph(running, 'schedule-answer')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Keep the answer' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => page.getByRole('button', { name: 'Change …' }).count()).toBe(1)
  for (const name of ['Record a decision …', 'Enter the day of an event …']) {
    await page.getByRole('button', { name }).click()
    await dialog.waitFor()
    await photograph(running, `schedule-${name.split(' ')[0]?.toLowerCase()}`)
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Add a rule …' }).click()
  await dialog.getByLabel('Name').fill('Accounts given up')
  await choose(page, /Its day/, 'the day on which the account was given up')
  await dialog.getByLabel('Why').fill('Closed with its account')
  await photograph(running, 'schedule-rule')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Save it' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('cell', { name: 'the day on which the account was given up' }).waitFor()
  await photograph(running, 'schedule-rules')
})

test('the timeline says in words what it draws', async () => {
  await page.getByRole('link', { name: 'Timeline' }).click()
  const drawn = page.getByRole('img', {
    name: /^Social media: posts: a record made on .* is kept from Jan 01, \d{4} until Jan 01/,
  })
  await drawn.waitFor()
  await page.getByRole('img', { name: /^Social media: messages: waits for its event \(closed\)/ }).waitFor()
  await photograph(running, 'schedule-timeline')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
})

test('a newer schedule says before and after loading what it changes', async () => {
  await page.getByRole('button', { name: 'Load a newer schedule' }).click()
  await chooseFile(page, join(folder, 'newer.csv'))
  await page.getByText('1 new, 1 gone, 2 changed, 0 as before').waitFor()
  await photograph(running, 'schedule-newer')
  await adopt('26-007', '2026-02-03')
  await page.getByRole('link', { name: 'Versions' }).click()
  await page.getByRole('cell', { name: /As written CU\+2 → CU\+5/ }).waitFor()
  await photograph(running, 'schedule-versions')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
})

test('a closure day and a year of holidays are entered with their authority, and taken back with a reason', async () => {
  await goTo(page, 'Settings')
  await page.getByRole('link', { name: 'Calendar' }).click()
  await page.getByLabel('Day', { exact: true }).fill('2026-12-21')
  await page.getByRole('textbox', { name: 'Reason' }).fill('Flood')
  await page.getByRole('textbox', { name: 'Ordered by' }).fill('City Administrator, order 26-4')
  await page.getByText('It would move no deadline of an open request.').waitFor()
  await page.getByRole('button', { name: 'Enter the closure day' }).click()
  await page.getByText('No deadline of an open request moved.').waitFor()
  await photograph(running, 'settings-calendar')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await page.getByRole('button', { name: 'Take back …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('It was the day after')
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await page.getByText('Taken back: It was the day after').waitFor()

  await page.getByRole('button', { name: 'Enter a year …' }).click()
  await dialog.getByRole('button', { name: /Begin with the court’s days/ }).click()
  await dialog.getByRole('textbox', { name: 'Copied from' }).fill('Personnel Manual 3.2')
  await dialog.getByRole('button', { name: /^Enter \d+ days$/ }).click()
  await page.getByRole('cell', { name: 'Personnel Manual 3.2' }).waitFor()
})

test('people change, and what they were stays in the history', async () => {
  await page.getByRole('link', { name: 'People' }).click()
  await page.getByRole('button', { name: 'Change …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('City Clerk')
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Elected')
  await dialog.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('cell', { name: 'Elected' }).waitFor()
  await photograph(running, 'settings-people')
  expect(await violations(page)).toEqual([])
  await page.getByRole('link', { name: 'Appearance' }).click()
  await choose(page, /Text size/, 'Larger')
  await choose(page, /Spacing/, 'Compact')
  await page.locator('html[data-text="larger"][data-density="compact"]').waitFor()
  await choose(page, /Language of dates/, 'Spanish')
  await page.getByText(/A date then reads \d\d \p{L}+ \d{4}/u).waitFor()
  await photograph(running, 'settings-look')
  await choose(page, /Language of dates/, 'English, month first')
  await choose(page, /Text size/, 'Normal')
  await choose(page, /Spacing/, 'Comfortable')
})

test('Safety says what protects the folder, and that roles do not', async () => {
  await page.getByRole('link', { name: 'Safety' }).click()
  await page.getByText(/They do not protect an open folder/).waitFor()
  await page.getByText('The disk on which it lies').waitFor()
  await photograph(running, 'settings-safety')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
})

test('the time zone is changed once it was told what moves, and stands in its history', async () => {
  await page.getByRole('link', { name: 'City', exact: true }).click()
  await page.getByRole('button', { name: 'Change the time zone' }).click()
  const dialog = page.getByRole('dialog')
  await chooseBySearch(page, 'New time zone', 'Denver')
  await dialog.getByText('0 records would be of another day.').waitFor()
  await photograph(running, 'settings-zone')
  expect(await violations(page)).toEqual([])
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Entered wrongly')
  await dialog.getByRole('button', { name: 'Change the zone and what goes by it' }).click()
  await dialog.getByText('The City’s days are reckoned in America/Denver now.').waitFor()
  await dialog.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('cell', { name: 'Entered wrongly' }).waitFor()
  await expect.poll(() => page.locator('.room strong').allInnerTexts()).toContain('America/Denver')
  await photograph(running, 'settings-city')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
})

test('what a check found is listed under its job and leaves as a file', async () => {
  await writeFile(join(running.folder, vaultName, 'objects', 'stray'), 'Nobody knows this file')
  await page.getByRole('link', { name: 'Safety' }).click()
  await page.getByRole('button', { name: 'Check everything' }).click()
  await page.getByRole('link', { name: /Jobs/ }).last().click()
  await page.getByText('1 thing is wrong.').waitFor()
  await page.getByRole('button', { name: 'Show what' }).click()
  await page.getByRole('rowheader', { name: 'V012' }).waitFor()
  await photograph(running, 'jobs-findings')
  expect([await violations(page), await tooWide(running, 2)]).toEqual([[], 0])
  await answerDialogs(running.app, [join(folder, 'findings.csv')])
  await page.getByRole('button', { name: /What is wrong/ }).click()
  await page.getByRole('menuitem', { name: /CSV/ }).click()
  await page.getByText('findings.csv is written.').waitFor()
  expect(await readFile(join(folder, 'findings.csv'), 'utf8')).toMatch(/V012.*stray/)
})

test('the palette finds a series by half a word, leads there, and has it first the next time', async () => {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Command palette' })
  await palette.getByRole('menuitem', { name: /Go to Schedule/ }).waitFor()
  await page.keyboard.type('press rel')
  await palette.getByRole('menuitem', { name: /Series PR-1, Press releases/ }).waitFor()
  await photograph(running, 'palette')
  // Records that arrive late let go of the line in hand for a moment.
  await expect.poll(() => violations(page), { timeout: 10_000 }).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(/#\/records\?q=series/)
  await page.keyboard.press('Control+k')
  await expect.poll(() => palette.getByRole('menuitem').first().textContent()).toContain('Series PR-1')
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: 'Help: Records' }).getByText('Every post, comment, message').waitFor()
  await photograph(running, 'help')
  expect(await violations(page)).toEqual([])
})
