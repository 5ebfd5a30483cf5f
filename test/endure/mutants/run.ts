// Switches off one guard of disposition after another and runs the test that is said to notice: a guard that nobody would miss is no guard.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { mutants } from './list.ts'
import type { Mutant } from './mutant.ts'

const root = resolve(import.meta.dirname, '../../..')
const vitest = resolve(root, 'node_modules/vitest/vitest.mjs')
const config = resolve(import.meta.dirname, 'config.ts')

const Report = z.object({
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ title: z.string(), status: z.string() })) })),
})

/** How a test is run: alone, or with all of its file, where it goes on from those before it; null where it does not pass in either way. */
type Way = 'alone' | 'with its file' | null

/** Runs all, or those whose guard holds some words. @returns how many were not noticed, or could not be tried */
export function endureMutants(only: string, report: (line: string) => void): number {
  const chosen = [...mutants.entries()].filter(([, { guard }]) => guard.includes(only))
  const ways = new Map<string, Way>()
  let wrong = 0
  for (const [place, mutant] of chosen) {
    const test = `${mutant.test.replace(/^test\//, '')}: ${mutant.named}`
    const way = ways.get(test) ?? wayOf(mutant)
    ways.set(test, way)
    const said = tried(mutant, place, way)
    if (said !== null) wrong += 1
    report(`${said === null ? 'killed' : 'LIVES '}  ${mutant.guard.padEnd(70)} ${said ?? test}`)
  }
  report(`${chosen.length} guards switched off, ${chosen.length - wrong} noticed`)
  return wrong
}

function wayOf(mutant: Mutant): Way {
  for (const way of ['alone', 'with its file'] as const) if (outcome(mutant, null, way) === 'passed') return way
  return null
}

/** Tries a mutant. @returns why it is not killed, or null */
function tried(mutant: Mutant, place: number, way: Way): string | null {
  const { test, named, file, from } = mutant
  if (way === null) return `“${named}” in ${test} does not pass though nothing is switched off`
  const source = readFileSync(resolve(root, file), 'utf8')
  if (source.split(from).length !== 2) return `the guard does not stand once in ${file}`
  const said = outcome(mutant, place, way)
  if (said === 'failed') return null
  return said === 'passed' ? `“${named}” in ${test} passes without it` : `“${named}” in ${test} was not run`
}

/** What became of the test of a mutant: passed or failed; null where it was not run, as where the change is no program. */
function outcome({ test, named }: Mutant, place: number | null, way: Exclude<Way, null>): string | null {
  const env = { ...process.env, ...(place === null ? {} : { MUTANT: String(place) }) }
  const pattern = named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const narrow = way === 'alone' ? ['-t', pattern] : []
  const args = [vitest, 'run', '--config', config, test, ...narrow, '--reporter', 'json']
  const { stdout } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 1 << 28 })
  const from = stdout.indexOf('{"')
  if (from < 0) return null
  const { testResults } = Report.parse(JSON.parse(stdout.slice(from)))
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  return all.find(({ title }) => title.startsWith(named))?.status ?? null
}
