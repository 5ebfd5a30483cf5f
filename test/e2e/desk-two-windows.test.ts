// Two windows on one vault: what is decided in one shows in the other, nothing is sent twice, and either may go.
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decisionStands } from '../../shared/contract/decision.ts'
import { intakeImport } from '../../shared/contract/intake.ts'
import { personAdd } from '../../shared/contract/people.ts'
import { retentionExplain, scheduleImport } from '../../shared/contract/schedule.ts'
import { smallExport } from '../fixtures/x/small.ts'
import { scheduleFile } from '../integration/retention/support.ts'
import { openTestArchive } from '../support/archive.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { goTo } from './support/desk.ts'
import { allArrived, killVaultProcess } from './support/outbox.ts'
import { callVault } from './support/vault-client.ts'

let folder: string
let vault: string
let running: RunningApp
let one: Page
let two: Page

beforeAll(async () => {
  folder = await temporaryFolder()
  const { path } = await smallExport(folder, { tweets: 40 })
  const made = await openTestArchive()
  vault = made.folder
  await made.call(personAdd, { id: 'dana-reyes', name: 'Dana Reyes', title: 'Records Clerk', role: 'records-clerk' })
  const sources = [made.archive.grant(path, 'read').grant]
  await made.run(intakeImport, { sources, account: made.account, platform: null })
  await made.call(scheduleImport, scheduleFile())
  await made.archive.close()
  running = await launchApp({ folder, args: [vault] })
  one = running.page
  await act(one, 'Nobody is acting', 'Pat Moreno')
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

test('a further window is opened beside the first, on the same vault, with its title', async () => {
  const opened = running.app.waitForEvent('window')
  await one.getByRole('button', { name: 'Vault: City of Alder Bay' }).click()
  await one.getByRole('menuitem', { name: 'New window' }).click()
  two = await opened
  await two.getByRole('button', { name: 'Acting as Pat Moreno' }).waitFor()
  const titles = () =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.getTitle()))
  await expect.poll(titles).toEqual(['Muniment – City', 'Muniment – City'])
  const corners = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => each.getBounds().x),
  )
  expect(new Set(corners).size).toBe(2)
})

test('each window keeps its own room and its own person', async () => {
  await goTo(one, 'Classify')
  await goTo(two, 'Records')
  await act(two, 'Acting as Pat Moreno', 'Dana Reyes')
  await one.getByRole('article', { name: 'The record' }).waitFor()
  const writes = await writesWithin(one, 1500)
  expect(writes).toBeLessThan(5)
  await one.getByRole('button', { name: 'Acting as Pat Moreno' }).waitFor()
  await two.getByRole('button', { name: 'Acting as Dana Reyes' }).waitFor()
  expect([await room(one), await room(two)]).toEqual(['classify', 'records'])
})

test('a decision made in one window is seen in the other within a second', async () => {
  await one.getByRole('button', { name: 'Use 1–9 for the first nine' }).click()
  const id = await inHand(one)
  await two.evaluate((to) => {
    location.hash = `#/records/${to}`
  }, id)
  const record = two.getByRole('article')
  await record.waitFor()
  const series = await seriesOf(one, '2')
  expect(await record.getByText(series).count()).toBe(0)
  const since = performance.now()
  await one.keyboard.press('2')
  await record.getByText(series).first().waitFor()
  const took = performance.now() - since
  console.log(`seen in the other window after ${Math.round(took)} ms`)
  expect(took).toBeLessThan(1000)
})

test('what the other window decided comes no more, and in hand it says so and is not gone over unseen', async () => {
  await goTo(two, 'Classify')
  await two.getByRole('article', { name: 'The record' }).waitFor()
  const first = await inHand(one)
  await expect.poll(() => inHand(two)).toBe(first)
  await one.keyboard.press('3')
  await expect.poll(() => inHand(one)).not.toBe(first)
  const second = await inHand(one)
  await one.keyboard.press('3')
  await expect.poll(() => inHand(one)).not.toBe(second)
  const third = await inHand(one)
  await two.getByText(/^Decided meanwhile: .+, by Pat Moreno$/).waitFor()
  expect(await inHand(two)).toBe(first)
  // The promise is a second, for the second decision too.
  await two.waitForTimeout(1000)
  await two.locator('.queue-record').focus()
  await two.keyboard.press('4')
  await expect.poll(() => inHand(two)).toBe(third)
  const line = two.locator(`[data-stopped="${first}"]`)
  await line.getByText('Pat Moreno').waitFor()
  await line.getByRole('button', { name: 'Keep what is in the vault' }).click()
  await line.waitFor({ state: 'detached' })
  expect(await decisionsOn([first, second])).toEqual([1, 1])
})

test('decisions made in both at once, while the vault process is killed, are each in the vault once', async () => {
  const decided: number[] = []
  await killVaultProcess(running)
  for (let press = 0; press < 4; press++) {
    // The windows begin at the same record: the second leaves a few to the first.
    if (press === 0) for (let step = 0; step < 8; step++) await pressed(two, 's')
    decided.push(await pressed(one, '2'), await pressed(two, '2'))
  }
  await allArrived(one)
  await expect.poll(async () => decisionsOn(decided), { timeout: 20_000 }).toEqual(decided.map(() => 1))
})

test('when the window that carries decisions is closed, the other one carries them', async () => {
  await killVaultProcess(running)
  const id = await pressed(one, '3')
  await one.close()
  await allArrived(two)
  expect(await decisionsOn([id])).toEqual([1])
  await two.getByRole('button', { name: 'Acting as Dana Reyes' }).waitFor()
})

async function act(page: Page, now: string, name: string): Promise<void> {
  await page.getByRole('button', { name: now }).click()
  await page.getByRole('button', { name: new RegExp(name) }).click()
}

/** How often settings are written within a time: two windows must not write over each other for ever. */
function writesWithin(page: Page, ms: number): Promise<number> {
  return page.evaluate(
    (wait) =>
      new Promise<number>((resolve) => {
        const put = IDBObjectStore.prototype.put
        let count = 0
        IDBObjectStore.prototype.put = function counted(...values) {
          count += 1
          return put.apply(this, values)
        }
        setTimeout(() => {
          IDBObjectStore.prototype.put = put
          resolve(count)
        }, wait)
      }),
    ms,
  )
}

function room(page: Page): Promise<string> {
  return page.evaluate(() => location.hash.split(/[/?]/)[1] ?? '')
}

async function inHand(page: Page): Promise<number> {
  return Number(await page.locator('.queue-record').getAttribute('data-record'))
}

/** Presses a key on the record in hand. Returns that record, once the next one is shown. */
async function pressed(page: Page, key: string): Promise<number> {
  const id = await inHand(page)
  await page.keyboard.press(key)
  await expect.poll(() => inHand(page), { interval: 10 }).not.toBe(id)
  return id
}

async function seriesOf(page: Page, key: string): Promise<string> {
  const button = page.locator('.series-key', { has: page.locator(`kbd:text-is("${key}")`) })
  return (await button.locator('.series-code').textContent()) ?? ''
}

/** How many decisions the vault has on each record. */
async function decisionsOn(records: readonly number[]): Promise<number[]> {
  const stands = decisionStands.output.parse(await answerOf(decisionStands.name, { records }))
  expect(stands).toHaveLength(new Set(records).size)
  const counts: number[] = []
  for (const id of records) {
    const explained = retentionExplain.output.parse(await answerOf(retentionExplain.name, { id, asOf: null }))
    counts.push(explained.history.length)
  }
  return counts
}

async function answerOf(operation: string, input: unknown): Promise<unknown> {
  const answer = await callVault(two, operation, input)
  if (answer.type !== 'result') throw new Error(JSON.stringify(answer))
  return answer.value
}
