// Bundles the app before tests that run its worker, its command line or the app itself; a fresh bundle is left as it is.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

const bundler = resolve(import.meta.dirname, '../../build/bundle.ts')

/**
 * Called by vitest once for each project that names this file. The bundler runs in a process of its own, because it sets NODE_ENV, and
 * waits for another run's bundling.
 *
 * @throws Error when bundling fails; its own words are on standard error
 */
export default function setup(project: TestProject): void {
  const parts = project.name === 'e2e' ? [] : ['main']
  const built = spawnSync(process.execPath, [bundler, ...parts], { stdio: ['ignore', 'inherit', 'inherit'] })
  if (built.status !== 0) throw new Error('The app could not be bundled; see above.')
}
