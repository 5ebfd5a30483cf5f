// `npm run muniment -- …`: the command line from the tree, bundled afresh when its sources have changed.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { findElectron } from './electron-runtime.ts'

const at = (path: string) => resolve(import.meta.dirname, '..', path)

function electronHere(): string | undefined {
  try {
    return findElectron()?.executable
  } catch {
    return undefined
  }
}

const built = spawnSync(process.execPath, [at('build/bundle.ts'), 'main'], { stdio: ['ignore', 2, 2] })
if (built.status !== 0) process.exit(1)
// Ctrl-C is for the command line, which then says how to resume.
process.on('SIGINT', () => {})
const electron = electronHere()
const ran = spawnSync(process.execPath, [at('out/main/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  // What captures pages, where there is one.
  env: { ...process.env, ...(electron === undefined ? {} : { MUNIMENT_ELECTRON: electron }) },
})
process.exit(ran.status ?? 1)
