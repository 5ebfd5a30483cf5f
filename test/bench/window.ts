// The real app over a vault that is there, and what is measured in its window.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { z } from 'zod'
import { findElectron } from '../../build/electron-runtime.ts'

const root = resolve(import.meta.dirname, '../..')

export interface BenchWindow {
  readonly page: Page
  close(): Promise<void>
}

/** A launcher of the app over a vault; its settings are kept from one launch to the next. */
export function launcher(vault: string): () => Promise<BenchWindow> {
  const electron = findElectron()
  if (!electron) throw new Error('No Electron here: run “npm run electron:registry”.')
  const settings = mkdtempSync(join(tmpdir(), 'muniment-bench-app-'))
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return async () => {
    const app = await _electron.launch({
      executablePath: electron.executable,
      args: [...asRoot, `--user-data-dir=${settings}`, root, vault],
      chromiumSandbox: asRoot.length === 0,
    })
    return { page: await app.firstWindow(), close: () => app.close() }
  }
}

/** Goes to a room by the navigation. */
export async function enter(page: Page, room: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: room }).click()
}

/**
 * Measures, from now on, each key press as the page hears it: to the next change within a part of the page that is painted.
 * @returns a function that gives the milliseconds of those that changed anything, in ascending order, and forgets them
 */
export async function pressesIn(page: Page, part: string): Promise<() => Promise<number[]>> {
  await page.evaluate((selector) => {
    const took: number[] = []
    let pressed: number | null = null
    const stop = new AbortController()
    addEventListener('keydown', () => (pressed = performance.now()), { capture: true, signal: stop.signal })
    const isIn = ({ target }: MutationRecord) =>
      (target instanceof Element ? target : target.parentElement)?.closest(selector) != null
    const observer = new MutationObserver((changes) => {
      if (pressed === null || !changes.some(isIn)) return
      const since = pressed
      pressed = null
      requestAnimationFrame(() => took.push(performance.now() - since))
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    const end = () => {
      stop.abort()
      observer.disconnect()
      return took
    }
    Reflect.set(window, 'endMeasuring', end)
  }, part)
  return async () =>
    inOrder(z.array(z.number()).parse(await page.evaluate(() => Reflect.get(window, 'endMeasuring')())))
}

/** Types words into the search of the records, letter by letter, and measures each to the rows. */
export async function typing(page: Page, words: readonly string[]): Promise<number[]> {
  const field = page.getByRole('combobox', { name: 'Search the records' })
  const times: number[] = []
  for (const word of words) {
    await field.fill('')
    await page.waitForTimeout(400)
    await field.focus()
    for (const letter of word) {
      const took = await pressesIn(page, '[role="grid"]')
      await page.keyboard.type(letter)
      await page.waitForTimeout(350)
      times.push(...(await took()))
    }
  }
  return inOrder(times)
}

/** Times in ascending order. */
export const inOrder = (times: readonly number[]): number[] => [...times].sort((a, b) => a - b)

/** Median, 95th percentile and most of times in ascending order, in words. */
export function spread(times: readonly number[]): string {
  const at = (part: number) =>
    (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN).toFixed(0)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms of ${times.length}`
}
