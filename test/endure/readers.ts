// Every package that the tests of captures make, read by programs of other people: warcio's parser over every record, js-wacz's own index of it, and
// ReplayWeb.page, which shows its pages. What is not installed is left out with a word, or fails with REQUIRE_READERS=1.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { KEEP_CAPTURES } from '../support/keep-captures.ts'
import { readWacz } from '../support/wacz.ts'
import { indexFaults } from './readers/js-wacz.ts'
import { jsWacz, replayWebPage } from './readers/place.ts'
import { replayHost } from './readers/replay-host.ts'
import { replayPackage } from './readers/replay-web-page.ts'
import { type ReplayWindow, replayWindow } from './readers/replay-window.ts'

const root = resolve(import.meta.dirname, '../..')

/**
 * Has them read.
 * @param given a folder of packages that were kept before; null for having the tests make them
 * @returns how many things were wrong
 */
export async function endureReaders(given: string | null, report: (line: string) => void): Promise<number> {
  const kept = given ?? mkdtempSync(join(tmpdir(), 'muniment-readers-'))
  let wrong = 0
  const blame = (line: string) => {
    wrong += 1
    report(line)
  }
  try {
    if (given === null) {
      if (capturedBy('integration', ['capture'], kept) !== 0) blame('a test of captures failed')
      if (capturedBy('e2e', ['capture-page', 'capture-faults'], kept) !== 0) blame('a test of captured pages failed')
    }
    const packages = readdirSync(kept).map((name) => join(kept, name))
    if (packages.length === 0) blame('no test left a package: nothing was checked')
    const [indexer, player] = [jsWacz(), replayWebPage()]
    for (const [name, place] of [
      ['js-wacz', indexer],
      ['ReplayWeb.page', player],
    ] as const) {
      if (place === null && process.env.REQUIRE_READERS === '1') blame(`${name} is not installed`)
      else if (place === null) report(`Left out: ${name} is not installed (docs/capture.md says how).`)
    }
    let records = 0
    for (const wacz of packages) {
      const { faults, answers, requests } = await readWacz(wacz)
      records += answers.length + requests
      for (const fault of faults) blame(`warcio: ${fault}`)
      for (const fault of indexer === null ? [] : indexFaults(indexer, wacz)) blame(`js-wacz: ${fault}`)
    }
    report(`${packages.length} packages with ${records} records read`)
    if (player !== null) await replayAll(player, packages, blame, report)
    report(`${wrong} things wrong`)
    return wrong
  } finally {
    if (given === null) rmSync(kept, { recursive: true, force: true })
  }
}

/** Has ReplayWeb.page open them one after the other, in one window. */
async function replayAll(
  folder: string,
  packages: readonly string[],
  blame: (line: string) => void,
  report: (line: string) => void,
): Promise<void> {
  const host = await replayHost(folder)
  let window: ReplayWindow | null = null
  try {
    window = await replayWindow(host.origin)
    let [pages, unanswered, pictures, digests] = [0, 0, 0, 0]
    for (const wacz of packages) {
      const seen = await replayPackage(window, host, wacz, await readWacz(wacz))
      pages += seen.pages
      unanswered += seen.unanswered
      pictures += seen.pictures
      digests += seen.digests
      for (const fault of seen.faults) blame(`ReplayWeb.page: ${basename(wacz)}: ${fault}`)
    }
    if (pages === 0) blame('ReplayWeb.page was given no page to show')
    report(`ReplayWeb.page showed ${pages} pages with ${pictures} pictures, and found ${digests} digests right`)
    report(`${unanswered} listed pages had never been answered with success, and were not asked for`)
  } finally {
    await window?.close()
    await host.close()
  }
}

/** Runs tests that capture, and has them leave their packages. */
function capturedBy(project: string, patterns: readonly string[], kept: string): number {
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--config', 'test/vitest.config.ts', '--project', project, ...patterns]
  const env = { ...process.env, [KEEP_CAPTURES]: kept }
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).status ?? 1
}
