// Every package that the tests of captures make, read by programs of other people: warcio's parser over every record, js-wacz's own index of it, and
// ReplayWeb.page in the real Chromium. What is not installed is left out with a word, or fails with REQUIRE_READERS=1.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { KEEP_CAPTURES } from '../support/keep-captures.ts'
import { readWacz } from '../support/wacz.ts'
import { indexFaults } from './readers/js-wacz.ts'
import { readerAt } from './readers/place.ts'
import { BEGINNING, plain, shownByReplayWeb } from './readers/replay-web.ts'

const root = resolve(import.meta.dirname, '../..')
const Listed = z.object({ url: z.string(), text: z.string().optional() })
/** Pages of one package that are opened: those of a package are made alike. */
const MOST_PAGES = 3

/** @param pictures a folder for pictures of the replayed pages, or null @returns how many things were wrong */
export async function endureReaders(pictures: string | null, report: (line: string) => void): Promise<number> {
  const kept = mkdtempSync(join(tmpdir(), 'muniment-readers-'))
  let wrong = 0
  const blame = (line: string) => {
    wrong += 1
    report(line)
  }
  try {
    if (capturedBy('integration', ['capture'], kept) !== 0) blame('a test of captures failed')
    if (capturedBy('e2e', ['capture-page', 'capture-faults'], kept) !== 0) blame('a test of captured pages failed')
    const packages = readdirSync(kept).map((name) => join(kept, name))
    if (packages.length === 0) blame('no test left a package: nothing was checked')
    const [indexer, replay] = [readerAt('@harvard-lil/js-wacz'), readerAt('replaywebpage')]
    for (const [name, place] of [
      ['js-wacz', indexer],
      ['ReplayWeb.page', replay],
    ] as const) {
      if (place !== null) continue
      if (process.env.REQUIRE_READERS === '1') blame(`${name} is not installed`)
      else report(`Left out: ${name} is not installed (docs/capture.md says how).`)
    }
    let records = 0
    let shown = 0
    for (const wacz of packages) {
      const { faults, answers, requests } = await readWacz(wacz)
      records += answers.length + requests
      for (const fault of faults) blame(`warcio: ${fault}`)
      for (const fault of indexer === null ? [] : indexFaults(indexer, wacz)) blame(`js-wacz: ${fault}`)
      const pages = replay === null ? [] : pagesOf(wacz)
      if (replay === null || pages.length === 0) continue
      const to = pictures === null ? null : join(pictures, String(shown))
      if (to !== null) mkdirSync(to, { recursive: true })
      const words = await shownByReplayWeb(replay, wacz, pages, to)
      shown += pages.length
      for (const [nth, { url, text }] of pages.entries())
        if (words[nth]?.includes(plain(text).slice(0, BEGINNING)) !== true)
          blame(`ReplayWeb.page shows ${url} as “${words[nth]?.slice(0, 80)}”`)
    }
    report(`${packages.length} packages with ${records} records read, ${shown} pages replayed, ${wrong} things wrong`)
    return wrong
  } finally {
    rmSync(kept, { recursive: true, force: true })
  }
}

/** Runs tests that capture, and has them leave their packages. */
function capturedBy(project: string, patterns: readonly string[], kept: string): number {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--config', 'test/vitest.config.ts', '--project', project, ...patterns]
  const env = { ...process.env, [KEEP_CAPTURES]: kept }
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}

/** The first pages of a package of which it has the words. */
function pagesOf(wacz: string): { readonly url: string; readonly text: string }[] {
  const lines = execFileSync('unzip', ['-p', wacz, 'pages/pages.jsonl'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(1)
  return lines
    .map((line) => Listed.parse(JSON.parse(line)))
    .flatMap(({ url, text = '' }) => (text.trim() === '' ? [] : [{ url, text }]))
    .slice(0, MOST_PAGES)
}
