// The mutants of the guards fit the sources as they are: one whose guard moved away would be tried by nobody, and nobody would notice.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { mutants } from '../endure/mutants/list.ts'
import { guardsOfDisposition, switchesOff } from './guards.ts'

const root = resolve(import.meta.dirname, '../..')

it('stand each exactly once in the file that has the guard, and name a test that is there', () => {
  const said = mutants.flatMap(({ guard, file, from, test, named }) => {
    const path = resolve(root, file)
    if (!existsSync(path)) return [`${guard}: ${file} is not there`]
    const times = readFileSync(path, 'utf8').split(from).length - 1
    const tested = existsSync(resolve(root, test)) ? readFileSync(resolve(root, test), 'utf8') : ''
    return [
      ...(times === 1 ? [] : [`${guard}: it stands ${times} times in ${file}`]),
      // A test is found by how its name begins.
      ...(BEGINS.some((quote) => tested.includes(`${quote}${named}`))
        ? []
        : [`${guard}: ${test} has no test “${named}”`]),
    ]
  })
  expect(said).toEqual([])
  expect(mutants.length).toBeGreaterThan(30)
})

it('have a name each, by which one alone can be tried', () => {
  const names = mutants.map(({ guard }) => guard)
  expect(new Set(names).size).toBe(names.length)
})

/** What stands before the name of a test. */
const BEGINS = ["'", '"', '`']

/** Refusals that guard nothing by themselves, each with why. */
const NO_GUARDS: readonly (readonly [file: string, words: string, why: string])[] = [
  ...['Only complete imports', 'The imports are of several accounts', 'is of that account already'].map(
    (words) => ['batches/correction.move.ts', words, 'nothing could be moved at all'] as const,
  ),
  ['approval/read-plan.ts', "'DESTRUCTION_REFUSED',", 'what is not there cannot be read either'],
  ['classify/second-person.ts', "'SECOND_PERSON_REQUIRED',", 'only words the refusal; who asks has the mutants'],
  ['commands/event.set.ts', "'SECOND_PERSON_REQUIRED',", 'only words the refusal; who asks has the mutant'],
  ['execution/begin.ts', "return new MunimentError('DESTRUCTION_REFUSED'", 'only words the refusal'],
  ['commands/destruction.readmit.ts', "'DESTRUCTION_REFUSED'", 'the same decision once more changes nothing'],
  ['execution/summary.ts', "'DESTRUCTION_REFUSED'", 'reads'],
  ['jobs/destruction.save.ts', "'DESTRUCTION_REFUSED'", 'reads'],
  ['execution/decide.ts', "reason: 'gone'", 'what is gone cannot be destroyed'],
  ['office/decide-file.ts', "stay('gone'", 'what is gone cannot be destroyed'],
  ['office/decide-file.ts', 'No schedule is in force', 'a plan without its schedule is stopped before it'],
  ['office/decide-file.ts', "stay('on-hold'", 'tells what judge-files.ts finds, which has the mutants'],
  ['office/decide-file.ts', "'waits-for-others'", 'tells what judge-files.ts finds, which has the mutants'],
  ['office/draw-up-files.ts', "reason: 'waits',", 'tells what judge-files.ts finds, which has the mutants'],
  ['plan/checked-list.ts', 'error instanceof Error', 'what cannot be read is no list'],
  ...['is no certificate', 'typeof table', 'throw invalid(', 'could not be read'].map(
    (words) => ['restore/told.ts', words, 'what cannot be read tells nothing'] as const,
  ),
  ['restore/witness.ts', 'is no ledger', 'what cannot be read tells nothing'],
]

it('switch off every guard of disposition that there is', () => {
  const guards = guardsOfDisposition()
  const open = guards.filter((guard) => !mutants.some((mutant) => switchesOff(mutant, guard)))
  const said = open.filter(
    ({ file, text }) => !NO_GUARDS.some(([path, words]) => file.endsWith(path) && text.includes(words)),
  )
  console.log(
    `${guards.length} guards, ${guards.length - open.length} with a mutant in their lines, ${open.length} of other kinds`,
  )
  expect(said.map(({ file, line, text }) => `${file}:${line} ${text}`)).toEqual([])
  const idle = NO_GUARDS.filter(
    ([path, words]) => !open.some(({ file, text }) => file.endsWith(path) && text.includes(words)),
  )
  expect(idle).toEqual([])
})
