// Pages a minute and items a minute of a capture, beside loads of the same pages by the same Chromium in the same run, bare and with the same views; and where the
// time goes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { POSTS, pageSite } from '../support/page-site.ts'
import { bareLoad } from './bare-pages.ts'
import { capturePages } from './page-capture.ts'

/** Pages between two looks at the memory. */
const STEP = 50

/** Measures with so many pages, of which the bare load takes the first hundred. */
export async function benchCapturePages(pages: number): Promise<void> {
  const site = await pageSite(pages)
  const folder = mkdtempSync(join(tmpdir(), 'muniment-bench-pages-'))
  try {
    const few = Math.min(pages, 100)
    const addresses = Array.from({ length: few }, (_, n) => `${site.origin}/city/${n}`)
    const bare = await bareLoad(join(folder, 'bare'), addresses, false)
    console.log(`bare       ${rate(few, bare)} pages/min (loaded, not scrolled, nothing kept)`)
    const seen = await bareLoad(join(folder, 'seen'), addresses, true)
    console.log(
      `seen       ${rate(few, seen)} pages/min (loaded, not scrolled; words, picture, print and state kept as files)`,
    )
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
    const share = (pages / seconds / (few / seen)) * 100
    console.log(
      `           ${share.toFixed(0)} % of the rate at which pages are seen by a program that does nothing else`,
    )
    console.log(`           ${outcome}: ${sentence}`)
  } finally {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const rate = (count: number, seconds: number) => Math.round((count / seconds) * 60).toLocaleString('en-US')
