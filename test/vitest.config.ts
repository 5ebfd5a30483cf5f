// Four projects: unit (pure), integration (the bundled core on disk), rule (the sources themselves), e2e (the real app, after all others).
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import { findElectron, hasDisplay } from '../build/electron-runtime.ts'
import { packetPage } from '../build/packet-page.ts'
import { writeToQuickDisk } from './support/quick-disk.ts'

writeToQuickDisk()

const root = resolve(import.meta.dirname, '..')
const bundled = resolve(import.meta.dirname, 'support/global-setup.ts')
const needsApp = resolve(import.meta.dirname, 'support/app-setup.ts')

const appRuns = findElectron() !== undefined && hasDisplay()
const appRequired = process.env.REQUIRE_APP === '1'
if (!appRuns && !appRequired) {
  console.warn(
    'Left out: the tests of the real app (test/e2e). They need a display and an Electron: xvfb-run, npm run electron:registry.',
  )
}

const unit = { name: 'unit', root, include: ['test/{unit,law}/**/*.test.{ts,tsx}'], testTimeout: 60_000 }
const rule = { name: 'rule', root, include: ['test/rule/**/*.test.ts'], testTimeout: 60_000 }
/** What is waited for comes later where several share a processor; a second, the usual, is no sign that it does not come. */
const patient = { expect: { poll: { timeout: 15_000 } } }

const integration = {
  name: 'integration',
  root,
  include: ['test/{integration,golden,security}/**/*.test.ts'],
  globalSetup: [bundled],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  ...patient,
}
/** Real servers on loopback, for as long as it takes: `npm run endure -- servers`. */
const servers = {
  name: 'servers',
  root,
  include: ['test/servers/**/*.test.ts'],
  globalSetup: [bundled],
  testTimeout: 3_600_000,
  hookTimeout: 600_000,
  fileParallelism: false,
}
const e2e = {
  name: 'e2e',
  root,
  include: ['test/e2e/**/*.test.ts'],
  globalSetup: [needsApp, bundled],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  ...patient,
  // After all other projects, so that the app has the machine to itself.
  sequence: { groupOrder: 1 },
}

export default defineConfig({
  root,
  test: {
    // Of two processors vitest would leave one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      unit,
      rule,
      integration,
      ...(process.env.SERVER_HISTORIES === undefined ? [] : [servers]),
      ...(appRuns || appRequired ? [e2e] : []),
    ].map((test) => ({
      plugins: [packetPage()],
      test,
    })),
  },
})
