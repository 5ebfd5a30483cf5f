// Switches off one guard of disposition after another and runs the test that is said to notice: a guard that nobody would miss is no guard.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { createVitest, type Vitest } from 'vitest/node'
import { mutants } from './list.ts'
import type { Mutant } from './mutant.ts'

const root = resolve(import.meta.dirname, '../../..')

/** How a test is run: alone, or with all of its file, where it goes on from those before it; null where it does not pass in either way. */
type Way = 'alone' | 'with its file' | null

/**
 * Runs all, or those whose guard holds some words; the sources are read once, each test has a process of its own.
 * @returns how many were not noticed, or could not be tried
 */
export async function endureMutants(only: string, report: (line: string) => void): Promise<number> {
  const chosen = [...mutants.entries()].filter(([, { guard }]) => guard.includes(only))
  const options = { config: resolve(import.meta.dirname, 'config.ts'), watch: false, reporters: [{}] }
  const vitest = await createVitest('test', options)
  await vitest.standalone()
  const ways = new Map<string, Way>()
  let wrong = 0
  for (const [place, mutant] of chosen) {
    const test = `${mutant.test.replace(/^test\//, '')}: ${mutant.named}`
    const way = ways.get(test) ?? (await wayOf(vitest, mutant))
    ways.set(test, way)
    const said = await tried(vitest, mutant, place, way)
    if (said !== null) wrong += 1
    report(`${said === null ? 'killed' : 'LIVES '}  ${mutant.guard.padEnd(70)} ${said ?? test}`)
  }
  await vitest.close()
  report(`${chosen.length} guards switched off, ${chosen.length - wrong} noticed`)
  return wrong
}

async function wayOf(vitest: Vitest, mutant: Mutant): Promise<Way> {
  for (const way of ['alone', 'with its file'] as const)
    if ((await outcome(vitest, mutant, null, way)) === 'passed') return way
  return null
}

/** Tries a mutant. @returns why it is not killed, or null */
async function tried(vitest: Vitest, mutant: Mutant, place: number, way: Way): Promise<string | null> {
  const { test, named, file, from } = mutant
  if (way === null) return `“${named}” in ${test} does not pass though nothing is switched off`
  const source = readFileSync(resolve(root, file), 'utf8')
  if (source.split(from).length !== 2) return `the guard does not stand once in ${file}`
  const said = await outcome(vitest, mutant, place, way)
  if (said === 'failed') return null
  return said === 'passed' ? `“${named}” in ${test} passes without it` : `“${named}” in ${test} was not run`
}

/** What became of the test of a mutant: passed or failed; undefined where it was not run, as where the change is no program. */
async function outcome(vitest: Vitest, { file, test, named }: Mutant, place: number | null, way: Exclude<Way, null>) {
  if (place !== null) process.env.MUTANT = String(place)
  vitest.invalidateFile(resolve(root, file))
  const pattern = named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  vitest.setGlobalTestNamePattern(way === 'alone' ? new RegExp(pattern) : /(?:)/)
  const specifications = vitest.projects.map((project) => project.createSpecification(resolve(root, test)))
  const { testModules } = await vitest.runTestSpecifications(specifications, false)
  delete process.env.MUTANT
  vitest.invalidateFile(resolve(root, file))
  const all = testModules.flatMap(({ children }) => [...children.allTests()])
  return all.find(({ name }) => name.startsWith(named))?.result().state
}
