// A copy to read at the desk: everything is found, and no decision made over it reaches the vault.
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyToRead } from '../../electron/core/copy-to-read.ts'
import { intakeImport } from '../../shared/contract/intake.ts'
import { scheduleImport } from '../../shared/contract/schedule.ts'
import { smallExport } from '../fixtures/x/small.ts'
import { scheduleFile } from '../integration/retention/support.ts'
import { openTestArchive, seededRandom, steppingClock } from '../support/archive.ts'
import { launchApp, type RunningApp, temporaryFolder } from './support/app.ts'
import { goTo, search } from './support/desk.ts'
import { photograph } from './support/look.ts'

let folder: string
let vault: string
let running: RunningApp

beforeAll(async () => {
  folder = await temporaryFolder()
  const { path } = await smallExport(folder, { tweets: 20 })
  const made = await openTestArchive()
  vault = made.folder
  const sources = [made.archive.grant(path, 'read').grant]
  await made.run(intakeImport, { sources, account: made.account, platform: null })
  await made.call(scheduleImport, scheduleFile())
  const means = { clock: steppingClock(), random: seededRandom('copy'), osUser: 'tester', machine: 'desk' }
  await copyToRead(vault, join(folder, 'Copy.muniment'), means)
  await made.archive.close()
  running = await launchApp({ folder, args: [join(folder, 'Copy.muniment')] })
})
afterAll(async () => {
  await running.close()
  rmSync(folder, { recursive: true, force: true })
  rmSync(dirname(vault), { recursive: true, force: true })
})

test('records are found in a copy, and a decision made over it is refused and kept for nobody', async () => {
  const { page } = running
  await page.locator('.reading-band').waitFor()
  expect(await search(page, '')).toBeGreaterThan(20)
  await goTo(page, 'Classify')
  await page.getByRole('article', { name: 'The record' }).waitFor()
  await page.getByRole('button', { name: 'Use 1–9 for the first nine' }).click()
  await page.locator('.series-key').nth(2).waitFor()
  await page.keyboard.press('2')
  await page.getByText(/nothing can be changed in it\. Nothing was done\.$/).waitFor()
  await photograph(running, 'classify a copy')
  const waiting = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('muniment-workspace')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const count = opening.result.transaction('outbox').objectStore('outbox').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )
  expect(waiting).toBe(0)
})
