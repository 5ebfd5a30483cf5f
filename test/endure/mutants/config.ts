// Runs tests over sources in which one guard is switched off: the change is made in memory, when the file is loaded. MUTANT: its place in the list.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { packetPage } from '../../../build/packet-page.ts'
import { writeToQuickDisk } from '../../support/quick-disk.ts'
import { mutants } from './list.ts'

writeToQuickDisk()

const root = resolve(import.meta.dirname, '../../..')
const mutant = process.env.MUTANT === undefined ? undefined : mutants[Number(process.env.MUTANT)]

const isMutant = (id: string) => mutant !== undefined && id === resolve(root, mutant.file)

/** What was read once is kept for the next mutant, but for what is switched off, and for pages that are bundled of many files. */
const switchedOff: Plugin = {
  name: 'mutant',
  enforce: 'pre',
  load: (id) =>
    mutant !== undefined && isMutant(id) ? readFileSync(id, 'utf8').replace(mutant.from, () => mutant.to) : null,
  configureVitest: ({ experimental_defineCacheKeyGenerator: keyed }) =>
    keyed(({ id }) => (isMutant(id) || id.includes('?') ? false : null)),
}

export default defineConfig({
  root,
  plugins: [packetPage(), switchedOff],
  test: {
    include: ['test/{unit,law,integration}/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    maxWorkers: 1,
    experimental: { fsModuleCache: true, fsModuleCachePath: resolve(root, 'out/mutants') },
  },
})
