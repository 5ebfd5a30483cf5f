// Switches off one guard of disposition after another and runs the test that is said to notice: a guard that nobody would miss is no guard.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Mutant, mutants } from './list.ts'

const root = resolve(import.meta.dirname, '../../..')
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const config = resolve(import.meta.dirname, 'config.ts')

const Report = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) })),
})

/** Runs all, or those whose guard holds some words. @returns how many were not noticed, or could not be tried */
export function endureMutants(only: string, report: (line: string) => void): number {
  const chosen = [...mutants.entries()].filter(([, { guard }]) => guard.includes(only))
  let wrong = 0
  const sound = new Map<string, string | null>()
  for (const [place, mutant] of chosen) {
    const test = `${mutant.test} ${mutant.named}`
    const before = sound.get(test) ?? outcome(mutant, null)
    sound.set(test, before)
    const said =
      before === 'passed' ? tried(mutant, place) : `its test does not pass by itself (${before ?? 'not found'})`
    if (said !== 'killed') wrong += 1
    report(
      `${said === 'killed' ? 'killed ' : 'LIVES  '} ${mutant.guard.padEnd(68)} ${mutant.test.replace(/^test\//, '')}: ${mutant.named}${said === 'killed' ? '' : ` · ${said}`}`,
    )
  }
  report(`${chosen.length} guards switched off, ${chosen.length - wrong} noticed`)
  return wrong
}

function tried(mutant: Mutant, place: number): string {
  const source = readFileSync(resolve(root, mutant.file), 'utf8')
  if (source.split(mutant.from).length !== 2) return 'the guard does not stand where the list says'
  const said = outcome(mutant, place)
  if (said === 'failed') return 'killed'
  return said === 'passed' ? 'the test passes without it' : 'the test was not run'
}

/** What became of the test of a mutant: passed or failed; null where it was not run, as where the change is no program. */
function outcome({ test, named }: Mutant, place: number | null): string | null {
  const env = { ...process.env, ...(place === null ? {} : { MUTANT: String(place) }) }
  const pattern = named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const args = ['run', '--config', config, test, '-t', pattern, '--reporter', 'json']
  const { stdout } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const from = stdout.indexOf('{"')
  if (from < 0) return null
  const { testResults } = Report.parse(JSON.parse(stdout.slice(from)))
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  return all.find(({ title }) => title.startsWith(named))?.status ?? null
}
