// A clerk's morning in the real app: import, three rules, a hundred posts by keyboard, five put right, a view, and one post found and printed.
import { rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decisionStands } from '../../shared/contract/decision.ts'
import { retentionExplain, scheduleImport } from '../../shared/contract/schedule.ts'
import { demoExports } from '../fixtures/x/demo.ts'
import { scheduleFile } from '../integration/retention/support.ts'
import { openTestArchive } from '../support/archive.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { goTo, importArchive, search } from './support/desk.ts'
import { answerDialogs } from './support/dialogs.ts'
import { photograph } from './support/look.ts'
import { allArrived } from './support/outbox.ts'
import { callVault } from './support/vault-client.ts'

const TRIAGED = 100
const CORRECTED = 5

let folder: string
let vault: string
let archive: string
let running: RunningApp
let page: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  archive = (await demoExports(folder, 7)).first.path
  const made = await openTestArchive()
  vault = made.folder
  await made.call(scheduleImport, scheduleFile())
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

test('the export of the week is taken in, and everything in it is accounted for', async () => {
  await importArchive(running, archive)
  await goTo(page, 'Imports')
  // Who received it belongs to the custody of what was received.
  await page.getByRole('row', { name: /Pat Moreno.*Everything accounted for/ }).waitFor()
})

test('three rules are written, counted, put in force and run', async () => {
  await goTo(page, 'Classify')
  await page.getByRole('navigation', { name: 'Ways to classify' }).getByRole('link', { name: 'By rules' }).click()
  for (const [name, series, kinds] of [
    ['Messages', 'direct messages', 'message'],
    ['Replies', 'posts and replies', 'reply'],
    ['Reposts', 'posts and replies', 'repost'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a rule' }).click()
    await page.getByRole('textbox', { name: 'Rule', exact: true }).fill(name)
    await page.getByRole('textbox', { name: 'Kinds' }).fill(kinds)
    await page.getByRole('combobox', { name: 'Series' }).fill(series)
    await page.getByRole('option').filter({ hasText: series }).first().click()
    await page.getByRole('textbox', { name: 'Why' }).fill(`As rule ${name} says`)
    await page.getByRole('button', { name: 'Keep the rule' }).click()
  }
  await page.getByRole('button', { name: 'Save as set 1' }).click()
  await page.getByText('Set 1 is in force.').waitFor()
  const before = await search(page, 'untagged')
  await goTo(page, 'Classify')
  await page.getByRole('navigation', { name: 'Ways to classify' }).getByRole('link', { name: 'By rules' }).click()
  await page.getByRole('button', { name: 'Run the rules' }).click()
  await page.getByText(/^\d+ records were assigned/).waitFor()
  expect(await search(page, 'untagged')).toBeLessThan(before)
  expect(await search(page, 'untagged kind:message')).toBe(0)
  expect(await search(page, 'untagged')).toBeGreaterThan(TRIAGED)
})

test('a hundred posts are decided by a hundred keys, and five of them put right', async () => {
  await goTo(page, 'Classify')
  await page.getByRole('article', { name: 'The record' }).waitFor()
  await page.getByRole('button', { name: 'Use 1–9 for the first nine' }).click()
  await page.locator('.series-key').nth(5).waitFor()
  await page.locator('.queue-record').focus()
  const decided: number[] = []
  const begun = performance.now()
  for (let press = 0; press < TRIAGED; press++) {
    const id = await inHand()
    decided.push(id)
    await page.keyboard.press('2')
    await expect.poll(inHand, { interval: 5 }).not.toBe(id)
  }
  console.log(`${TRIAGED} posts decided in ${Math.round((performance.now() - begun) / 100) / 10} s`)
  expect(new Set(decided).size).toBe(TRIAGED)

  const wrong = decided.slice(-CORRECTED)
  for (const id of wrong.toReversed()) {
    await page.keyboard.press('u')
    await expect.poll(inHand, { interval: 5 }).toBe(id)
  }
  for (const id of wrong) {
    expect(await inHand()).toBe(id)
    await page.keyboard.press('3')
    await expect.poll(inHand, { interval: 5 }).not.toBe(id)
  }
  await allArrived(page)
  const [second, third] = [await seriesOf('2'), await seriesOf('3')]
  expect(second).not.toBe(third)
  const expected = decided.map((id) => (wrong.includes(id) ? third : second))
  expect(await seriesInVault(decided)).toEqual(expected)
  // Nothing is overwritten: what was put right says what it was before.
  const explained = retentionExplain.output.parse(
    await answerOf(retentionExplain.name, { id: wrong[0] ?? 0, asOf: null }),
  )
  expect(explained.history.map(({ series }) => series)).toEqual([third, null, second])
})

test('what is still to be done is kept as a view, in an order of its own', async () => {
  await search(page, 'untagged kind:post')
  await page.locator('.grid-row[tabindex="0"]').focus()
  await page.keyboard.press('o')
  await page.getByRole('menuitemradio', { name: 'Oldest first' }).click()
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('textbox', { name: 'Name of this search' }).fill('Left for tomorrow')
  await page.keyboard.press('Enter')
  await page.getByText('“Left for tomorrow” is saved.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await goTo(page, 'Home')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor()
  await page.keyboard.type('left for')
  await page.getByRole('menuitem', { name: /Left for tomorrow/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('grid', { name: 'Records, oldest first' }).waitFor()
})

test('a post is found by half a phrase of Chinese, and printed as a tagged page', async () => {
  const found = await search(page, '请勿涉水')
  expect(found).toBeGreaterThan(0)
  await page.keyboard.press('ArrowDown')
  const record = page.getByRole('article')
  await record.getByText('请勿涉水').first().waitFor()
  const id = await record.getAttribute('data-record')
  await answerDialogs(running.app, [join(folder, 'post.pdf')])
  await page.locator('.grid-row[aria-selected="true"]').focus()
  await page.keyboard.press('p')
  await page.getByText('post.pdf is written.').waitFor()
  await photograph(running, 'morning-print')
  const pdf = (await readFile(join(folder, 'post.pdf'))).toString('latin1')
  expect(pdf.startsWith('%PDF-1.7')).toBe(true)
  for (const part of ['/MarkInfo', '/StructTreeRoot', '/H1', `Record ${id}`]) expect(pdf).toContain(part)
})

/** The record that is shown large. */
async function inHand(): Promise<number> {
  return Number(await page.locator('.queue-record').getAttribute('data-record'))
}

async function seriesOf(key: string): Promise<string> {
  const button = page.locator('.series-key', { has: page.locator(`kbd:text-is("${key}")`) })
  return (await button.locator('.series-code').textContent()) ?? ''
}

async function answerOf(operation: string, input: unknown): Promise<unknown> {
  const answer = await callVault(page, operation, input)
  if (answer.type !== 'result') throw new Error(JSON.stringify(answer))
  return answer.value
}

async function seriesInVault(records: readonly number[]): Promise<(string | null)[]> {
  const stands = decisionStands.output.parse(await answerOf(decisionStands.name, { records }))
  return records.map((id) => stands.find(({ record }) => record === id)?.series ?? null)
}
