// Every job that registers a copy at its end waits for what takes records away, and that for it: else a certificate of destruction lacks the copy.
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { waitForOneAnother } from '../../electron/core/worker/lanes.ts'
import { codeFiles } from './sources.ts'

const core = new Map(
  codeFiles.filter(({ path }) => path.startsWith('electron/core/')).map((one) => [one.path, one.text]),
)

/** Whether a file, or a file of the core that it imports, registers copies. */
function registers(path: string, seen = new Set<string>()): boolean {
  const text = core.get(path)
  if (text === undefined || seen.has(path)) return false
  seen.add(path)
  if (/\/batches\/[^/]+$/.test(path) && text.includes('registerCopy(')) return true
  const imported = [...text.matchAll(/from '(\.[^']+)'/g)].map(([, to]) => join(dirname(path), to ?? ''))
  return imported.some((one) => registers(one.replaceAll('\\', '/'), seen))
}

it('no job that registers a copy runs beside one that takes records away', () => {
  const jobs = [...core.keys()].filter((path) => /\/jobs\/[^/]+\.ts$/.test(path))
  const copying = jobs.filter((path) => registers(path)).map((path) => path.replace(/.*\/(.+)\.ts$/, '$1'))
  console.log(`copying jobs: ${copying.length} of ${jobs.length} jobs register a copy`)
  expect(copying).toContain('vault.backup')
  expect(copying.length).toBeGreaterThan(20)
  for (const away of ['purge.execute', 'record.remove', 'intake.undo', 'intake.withdraw']) {
    expect(copying.filter((one) => !waitForOneAnother(one, away) || !waitForOneAnother(away, one))).toEqual([])
  }
  expect(waitForOneAnother('vault.backup', 'intake.import')).toBe(false)
  expect(waitForOneAnother('vault.backup', 'record.print')).toBe(false)
})
