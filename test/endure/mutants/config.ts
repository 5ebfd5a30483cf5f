// Runs tests over sources in which one guard is switched off: the change is made in memory, when the file is loaded. MUTANT: its place in the list.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { packetPage } from '../../../build/packet-page.ts'
import { writeToQuickDisk } from '../../support/quick-disk.ts'
import { mutants } from './list.ts'
import type { Mutant } from './mutant.ts'

writeToQuickDisk()

const root = resolve(import.meta.dirname, '../../..')

/** The mutant of the moment: the list is gone through in one process. */
function current(): Mutant | undefined {
  return process.env.MUTANT === undefined ? undefined : mutants[Number(process.env.MUTANT)]
}

const switchedOff: Plugin = {
  name: 'mutant',
  enforce: 'pre',
  load: (id) => {
    const mutant = current()
    if (mutant === undefined || id !== resolve(root, mutant.file)) return null
    return readFileSync(id, 'utf8').replace(mutant.from, () => mutant.to)
  },
}

export default defineConfig({
  root,
  plugins: [packetPage(), switchedOff],
  test: {
    include: ['test/{unit,law,integration}/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
  },
})
