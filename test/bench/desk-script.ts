// What a clerk does all day, over and over, with the memory of the window told on the way.
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { enter } from './window.ts'

const TOLD_EVERY_MS = 5 * 60_000

/** What the window's own memory holds after a collection, in MB. */
export async function heapMB(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = z.object({ usedSize: z.number() }).parse(await session.send('Runtime.getHeapUsage'))
  await session.detach()
  return (usedSize / 2 ** 20).toFixed(1)
}

/** Searches, opens, goes through rooms, decides and takes back, for so many minutes; prints the memory every five. */
export async function deskScript(page: Page, words: readonly string[], minutes: number): Promise<void> {
  const begin = performance.now()
  let told = begin
  for (let round = 0; performance.now() - begin < minutes * 60_000; round += 1) {
    await enter(page, 'Records')
    const field = page.getByRole('combobox', { name: 'Search the records' })
    await field.fill(words[round % words.length] ?? '')
    await page.locator('.search-outcome[aria-busy="false"]').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('article').waitFor()
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowDown')
    for (const room of ['Home', 'Schedule', 'Imports', 'Accounts', 'Ledger']) await enter(page, room)
    await enter(page, 'Classify')
    await page.locator('.queue-record').waitFor()
    for (const key of ['1', '2', 's', 'u', 'u']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(150)
    }
    if (performance.now() - told < TOLD_EVERY_MS) continue
    told = performance.now()
    console.log(`after ${Math.round((told - begin) / 60_000)} minutes, ${round + 1} rounds: ${await heapMB(page)} MB`)
  }
}
