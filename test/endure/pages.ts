// A long capture of pages by the real browser: the memory of the vault, the browser and its windows stays what it was, however many pages go by.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { capturePages, type Memory } from '../bench/page-capture.ts'
import { pageSite } from '../support/page-site.ts'

/** Pages between two looks at the memory. */
const STEP = 100
/** MB by which the middle of the later looks may lie above the middle of the earlier ones: less than a page's picture for each page. */
const MOST_GROWTH = 150

/** Captures so many pages. Returns how many things were not as they should be. */
export async function endurePages(pages: number, report: (line: string) => void): Promise<number> {
  const site = await pageSite(pages)
  const folder = mkdtempSync(join(tmpdir(), 'muniment-endure-pages-'))
  const looks: Memory[] = []
  try {
    const { outcome, sentence, seconds } = await capturePages(
      folder,
      site.origin,
      pages,
      STEP,
      (done, sofar, memory) => {
        looks.push(memory)
        const rate = Math.round((done / sofar) * 60)
        report(
          `${done} pages, ${rate} a minute; MB: vault ${memory.vault}, browser ${memory.browser}, windows ${memory.windows}`,
        )
      },
    )
    report(`${outcome}: ${sentence} ${Math.round((pages / seconds) * 60)} pages a minute, read and taken in`)
    const grown = (['vault', 'browser', 'windows'] as const).filter((part) => growth(looks, part) > MOST_GROWTH)
    for (const part of grown) report(`the memory of the ${part} grew by ${growth(looks, part)} MB`)
    return grown.length + (outcome === 'complete' ? 0 : 1)
  } finally {
    await site.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** MB between the middle of the first half of the looks and of the second; the first look is one at a browser that has just begun. */
function growth(looks: readonly Memory[], part: keyof Memory): number {
  const sizes = looks.slice(1).map((look) => look[part])
  const half = Math.floor(sizes.length / 2)
  return middle(sizes.slice(-half)) - middle(sizes.slice(0, half))
}

function middle(sizes: readonly number[]): number {
  return sizes.toSorted((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0
}
