// The bundled command line, with the clock and the chance of the demonstration.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Stream {
  write(text: string): void
  readonly terminal: boolean
  readonly columns: number | undefined
}

/** What a command line stands in (electron/cli/surroundings.ts), as far as the bundle tells nothing of its types. */
export interface Surroundings {
  clock(): number
  random(bytes: number): Uint8Array
  readonly workerFile: string
  readonly osUser: string
  readonly machine: string
  readonly out: Stream
  readonly err: Stream
  readonly folder: string
  readonly readers?: number
  readonly env: Readonly<Record<string, string | undefined>>
  onInterrupt(listener: () => void): () => void
}

/** Runs one command; resolves to its exit code. */
export type CommandLine = (args: readonly string[], surroundings: Surroundings) => Promise<number>

const built = resolve(import.meta.dirname, '../../out/main')

/** The worker that belongs to the bundle. */
export const workerFile = resolve(built, 'worker.js')

/** Loads the command line out of the bundle (`node build/bundle.ts main`). @throws Error when there is none */
export async function loadCommandLine(): Promise<CommandLine> {
  const loaded: unknown = await import(pathToFileURL(resolve(built, 'command-line.js')).href)
  const run = typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'runCommandLine') : undefined
  if (isCommandLine(run)) return run
  throw new Error('out/main/command-line.js is no command line; run “npm run build”.')
}

function isCommandLine(value: unknown): value is CommandLine {
  return typeof value === 'function'
}
