// Pages a minute and items a minute of a capture, beside a bare load of the same pages by the same Chromium in the same run; and where the time goes.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { POSTS, pageSite } from '../support/page-site.ts'
import { capturePages, electronWords } from './page-capture.ts'

/** Pages between two looks at the memory. */
const STEP = 50

/** Measures with so many pages, of which the bare load takes the first hundred. */
export async function benchCapturePages(pages: number): Promise<void> {
  const site = await pageSite(pages)
  const folder = mkdtempSync(join(tmpdir(), 'muniment-bench-pages-'))
  try {
    const few = Math.min(pages, 100)
    const addresses = Array.from({ length: few }, (_, n) => `${site.origin}/city/${n}`)
    const bare = await bareLoad(folder, addresses)
    console.log(`bare       ${rate(few, bare)} pages/min (loaded, not scrolled, nothing kept)`)
    const { seconds, stages, outcome, sentence } = await capturePages(
      folder,
      site.origin,
      pages,
      STEP,
      (done, sofar, { vault, browser, windows }) =>
        console.log(
          `           ${done} pages, ${rate(done, sofar)} pages/min; vault ${vault} MB, browser ${browser} MB, windows ${windows} MB`,
        ),
    )
    for (const [stage, spent] of stages) console.log(`           ${stage}: ${spent.toFixed(1)} s`)
    console.log(
      `captured   ${rate(pages, seconds)} pages/min, ${rate(pages * POSTS, seconds)} items/min, read and taken in`,
    )
    console.log(`           ${outcome}: ${sentence}`)
  } finally {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const rate = (count: number, seconds: number) => Math.round((count / seconds) * 60).toLocaleString('en-US')

/** Seconds that Chromium takes to load pages one after the other, as a program that does nothing else. */
async function bareLoad(folder: string, addresses: readonly string[]): Promise<number> {
  const { command, words } = electronWords()
  const own = join(folder, 'bare-app')
  mkdirSync(own)
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }))
  writeFileSync(
    join(own, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { offscreen: true } })
  const began = performance.now()
  for (const address of ${JSON.stringify(addresses)}) await window.loadURL(address)
  console.log(JSON.stringify((performance.now() - began) / 1000))
  app.exit(0)
})`,
  )
  const drawn = ['--disable-gpu', '--ozone-platform=headless', `--user-data-dir=${join(folder, 'bare')}`]
  const { stdout } = await promisify(execFile)(command, [...words, ...drawn, own])
  return z.number().parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
}
