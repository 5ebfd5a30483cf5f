// The bundled command line, in this process or as a program of its own, and a process that holds a vault open as the app would.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { loadCommandLine, type Stream, workerFile } from '../../build/demonstration/command-line.ts'

const built = resolve(import.meta.dirname, '../../out/main')

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/**
 * Runs `muniment` in a folder to its end: the bundle in this process, since a program of its own takes longer to start than to answer.
 * That it starts, is interrupted and killed as a program is tested by `startMuniment`.
 */
export async function muniment(folder: string, ...args: readonly string[]): Promise<Ended> {
  const run = await loadCommandLine()
  const [out, err] = [gathered(), gathered()]
  const code = await run(args, {
    clock: Date.now,
    random: (bytes) => randomBytes(bytes),
    workerFile,
    osUser: 'clerk',
    machine: 'desk',
    out,
    err,
    readers: 1,
    folder,
    env: process.env,
    onInterrupt: () => () => {},
  })
  return { code, out: out.text(), err: err.text() }
}

/** A stream that no person reads, as a pipe is. */
function gathered(): Stream & { text(): string } {
  const parts: string[] = []
  return { write: (text) => void parts.push(text), terminal: false, columns: undefined, text: () => parts.join('') }
}

/** Runs `muniment` to its end where the surroundings say otherwise, such as in another zone and locale. */
export async function munimentIn(
  surroundings: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): Promise<Ended> {
  const env = { ...process.env, ...surroundings }
  return ended(
    spawn(process.execPath, [resolve(built, 'cli.js'), ...args], {
      cwd: folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
}

/** Starts `muniment` in a folder; nothing is typed unless it is written to its standard input. */
export function startMuniment(folder: string, ...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [resolve(built, 'cli.js'), ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

/** What a process printed, and how it ended. */
export async function ended(child: ChildProcess): Promise<Ended> {
  const [out, err] = [collected(child, 'stdout'), collected(child, 'stderr')]
  await once(child, 'close')
  return { code: child.exitCode, out: out(), err: err() }
}

function collected(child: ChildProcess, name: 'stdout' | 'stderr'): () => string {
  const chunks: Buffer[] = []
  child[name]?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

// Without imports: a worker would be handed the option that lets a text have them.
const holding = `
const { randomBytes } = require('node:crypto')
import(${JSON.stringify(resolve(built, 'archive.js'))}).then(async ({ openArchive }) => {
  const archive = await openArchive(process.argv[1], {
    clock: () => Date.now(), random: (bytes) => randomBytes(bytes),
    workerFile: ${JSON.stringify(resolve(built, 'worker.js'))}, osUser: 'owner', machine: 'desk',
  })
  process.stdin.on('end', () => archive.close().then(() => process.exit()))
  process.stdin.resume()
  console.log('open')
})
`

export interface Owner {
  /** Closes the vault in order. */
  close(): Promise<void>
  /** Ends the process as a power failure would. */
  kill(): Promise<void>
}

/** Starts a process that opens a vault and holds it; resolves once it is open. */
export async function ownVault(vault: string): Promise<Owner> {
  const child = spawn(process.execPath, ['--eval', holding, vault], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  const gone = once(child, 'close')
  return {
    close: async () => {
      child.stdin.end()
      await gone
    },
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
