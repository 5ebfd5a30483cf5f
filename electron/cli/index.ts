// `muniment`: the archive's operations from a shell.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir, hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { Instant } from '../../shared/domain/time.ts'
import type { OpenOptions } from '../core/archive.ts'
import { appDataFolder } from './app-data.ts'
import { runCommandLine } from './command-line.ts'
import { secretFrom } from './input/secret.ts'
import type { Stream } from './surroundings.ts'

/** What shells report for a program that was ended by Ctrl-C. */
const INTERRUPTED = 130

function streamOf(stream: NodeJS.WriteStream): Stream {
  // Whoever reads may stop reading (`| head`): that is no fault.
  stream.on('error', () => process.exit())
  return {
    write: (text) => void stream.write(text),
    terminal: stream.isTTY === true,
    get columns() {
      return stream.columns
    },
  }
}

/** What captures pages: this very program where it is Electron; else the Electron that `npm run muniment` found. */
function browser(): Pick<OpenOptions, 'browser'> {
  if (process.versions.electron !== undefined) return { browser: { command: process.execPath, args: [] } }
  const command = process.env.MUNIMENT_ELECTRON ?? ''
  return command === '' ? {} : { browser: { command, args: [join(import.meta.dirname, '../..')] } }
}

const appData = appDataFolder({ platform: process.platform, env: process.env, home: homedir() })

const interrupted = new Set<() => void>()
let asked = false
process.on('SIGINT', () => {
  // Asked twice, or with nothing that could stop cleanly: leave at once.
  if (asked || interrupted.size === 0) process.exit(INTERRUPTED)
  asked = true
  for (const listener of interrupted) listener()
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  clock: () => Instant.parse(Date.now()),
  random: (bytes) => randomBytes(bytes),
  workerFile: join(import.meta.dirname, 'worker.js'),
  osUser: userInfo().username,
  machine: hostname(),
  ...browser(),
  dataFolders: existsSync(appData) ? [appData] : [],
  out: streamOf(process.stdout),
  err: streamOf(process.stderr),
  // A command asks one thing after another, and starts sooner so.
  readers: 1,
  folder: process.cwd(),
  secret: secretFrom(() => process.stdin, process.stderr),
  env: process.env,
  onInterrupt: (listener) => {
    interrupted.add(listener)
    return () => void interrupted.delete(listener)
  },
})
