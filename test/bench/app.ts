// The app over a large vault: launch to a usable list, and from a key press to rows in the window, alone and while an import runs.
// Usage: node test/bench/app.ts VAULT ARCHIVE (under a display; VAULT as `npm run bench` leaves it).

import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, type Page } from 'playwright-core'
import { findElectron } from '../../build/electron-runtime.ts'

const [vault = '', archive = ''] = process.argv.slice(2)
const electron = findElectron()
if (!electron) throw new Error('No Electron here: run “npm run electron:registry”.')
const root = resolve(import.meta.dirname, '../..')
const settings = mkdtempSync(join(tmpdir(), 'muniment-bench-app-'))
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

const launch = () =>
  _electron.launch({
    executablePath: electron.executable,
    args: [...asRoot, `--user-data-dir=${settings}`, root, vault],
    chromiumSandbox: asRoot.length === 0,
  })

async function launchToList(): Promise<{ milliseconds: number; close: () => Promise<void>; page: Page }> {
  const begin = performance.now()
  const app = await launch()
  const page = await app.firstWindow()
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Records' }).click()
  await page.locator('.grid-row').first().waitFor()
  return { milliseconds: performance.now() - begin, close: () => app.close(), page }
}

/** From the key press, as the page hears it, to the next change among the rows that is painted. */
async function typing(page: Page, words: readonly string[]): Promise<number[]> {
  const field = page.getByRole('combobox', { name: 'Search the records' })
  await field.click()
  const times: number[] = []
  for (const word of words) {
    await field.fill('')
    await page.waitForTimeout(400)
    for (const letter of word) {
      await page.evaluate(() => {
        const grid = document.querySelector('[role="grid"]')
        Reflect.set(window, 'measured', null)
        document.addEventListener(
          'keydown',
          () => {
            const begin = performance.now()
            const observer = new MutationObserver(() => {
              observer.disconnect()
              requestAnimationFrame(() => Reflect.set(window, 'measured', performance.now() - begin))
            })
            if (grid) observer.observe(grid, { childList: true, subtree: true, characterData: true, attributes: true })
          },
          { once: true, capture: true },
        )
      })
      await page.keyboard.type(letter)
      await page.waitForTimeout(350)
      const measured: unknown = await page.evaluate(() => Reflect.get(window, 'measured'))
      if (typeof measured === 'number') times.push(measured)
    }
  }
  return times.sort((a, b) => a - b)
}

const at = (times: readonly number[], part: number) => (times[Math.floor(times.length * part)] ?? Number.NaN).toFixed(0)
const words = ['road', 'council', 'storm', 'biblioteca', 'smoke', 'park']

for (let round = 1; round <= 3; round += 1) {
  const started = await launchToList()
  console.log(`launch ${round}: ${started.milliseconds.toFixed(0)} ms from process start to rows in the window`)
  await started.close()
}
const { page, close } = await launchToList()
const alone = await typing(page, words)
console.log(`key press to rows: p50 ${at(alone, 0.5)} ms, p95 ${at(alone, 0.95)} ms over ${alone.length} key presses`)
if (archive !== '') {
  const { importBeside } = await import('./import-beside.ts')
  const ended = await importBeside(vault, archive)
  const during = await typing(page, words)
  console.log(
    `while an import runs: p50 ${at(during, 0.5)} ms, p95 ${at(during, 0.95)} ms over ${during.length} key presses (import ${await ended()})`,
  )
}
await close()
