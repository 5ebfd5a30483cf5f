// Every package that the tests of captures make, read by programs of other people: warcio's parser over every record, and js-wacz's own index of it. What
// is not installed is left out with a word, or fails with REQUIRE_READERS=1.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { KEEP_CAPTURES } from '../support/keep-captures.ts'
import { readWacz } from '../support/wacz.ts'
import { indexFaults } from './readers/js-wacz.ts'
import { jsWacz } from './readers/place.ts'

const root = resolve(import.meta.dirname, '../..')

/** @returns how many things were wrong */
export async function endureReaders(report: (line: string) => void): Promise<number> {
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
    const indexer = jsWacz()
    if (indexer === null && process.env.REQUIRE_READERS === '1') blame('js-wacz is not installed')
    else if (indexer === null) report('Left out: js-wacz is not installed (docs/capture.md says how).')
    let records = 0
    for (const wacz of packages) {
      const { faults, answers, requests } = await readWacz(wacz)
      records += answers.length + requests
      for (const fault of faults) blame(`warcio: ${fault}`)
      for (const fault of indexer === null ? [] : indexFaults(indexer, wacz)) blame(`js-wacz: ${fault}`)
    }
    report(`${packages.length} packages with ${records} records read, ${wrong} things wrong`)
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
