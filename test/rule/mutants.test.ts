// The mutants of the guards fit the sources as they are: one whose guard moved away would be tried by nobody, and nobody would notice.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { mutants } from '../endure/mutants/list.ts'

const root = resolve(import.meta.dirname, '../..')

it('stand each exactly once in the file that has the guard, and name a test that is there', () => {
  const said = mutants.flatMap(({ guard, file, from, test, named }) => {
    const path = resolve(root, file)
    if (!existsSync(path)) return [`${guard}: ${file} is not there`]
    const times = readFileSync(path, 'utf8').split(from).length - 1
    const tested = existsSync(resolve(root, test)) ? readFileSync(resolve(root, test), 'utf8') : ''
    return [
      ...(times === 1 ? [] : [`${guard}: it stands ${times} times in ${file}`]),
      ...(tested.includes(named) ? [] : [`${guard}: ${test} has no test “${named}”`]),
    ]
  })
  expect(said).toEqual([])
  expect(mutants.length).toBeGreaterThan(30)
})

it('have a name each, by which one alone can be tried', () => {
  const names = mutants.map(({ guard }) => guard)
  expect(new Set(names).size).toBe(names.length)
})
