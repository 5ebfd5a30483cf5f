// Owns the capture browser as a process: started for one order, listened to, ended with its job.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { z } from 'zod'
import {
  BROWSER_SWITCH,
  BrowserFrame,
  type BrowserOrder,
  type BrowserStop,
  frameBytes,
  framesOf,
} from '../../../../../shared/contract/browser.ts'
import { MunimentError } from '../../../../../shared/contract/error.ts'
import type { BrowserProgram } from '../../../job/browser-program.ts'

export interface Framed {
  readonly frame: BrowserFrame
  readonly body: Uint8Array
}

export interface BrowserRun {
  readonly program: BrowserProgram
  /** The account's folder on this desk: hexadecimal digits that say nothing else. */
  readonly profile: string
  /** Random hexadecimal digits by which the process shows that it is the one that was started. */
  readonly key: string
  /** Whether its window is seen. */
  readonly shown: boolean
  readonly signal: AbortSignal
}

type Stop = z.infer<typeof BrowserStop>

const START_MS = 60_000
/** How long the page that is shown when a run is called off has to be kept as it is. */
const STOP_MS = 120_000
/** Bytes of one frame: the largest answer that a page may bring, with room for what views need. */
const MOST_BODY = 128 << 20

/**
 * Starts the browser, gives it its order, and yields what it sends; it sends no faster than it is read. Called off, it is told to stop, and
 * what it still brings is yielded until its end.
 * @throws {MunimentError} `CAPTURE_REFUSED` when it does not start or ends without a word
 */
export async function* runBrowser(run: BrowserRun, order: BrowserOrder): AsyncGenerator<Framed> {
  const folder = await mkdtemp(join(tmpdir(), 'muniment-capture-'))
  const path = process.platform === 'win32' ? `\\\\.\\pipe\\muniment-${run.key}` : join(folder, 'browser')
  const server = createServer()
  let child: ChildProcess | null = null
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(path, resolve)
    })
    child = start(run, path)
    const socket = await connected(server, child, run.signal)
    let late: NodeJS.Timeout | undefined
    const stop = () => {
      for (const bytes of frameBytes(Buffer.from(JSON.stringify({ do: 'stop' } satisfies Stop)))) socket.write(bytes)
      late = setTimeout(() => socket.destroy(), STOP_MS)
    }
    run.signal.addEventListener('abort', stop, { once: true })
    try {
      yield* spoken(socket, run, order)
    } finally {
      run.signal.removeEventListener('abort', stop)
      clearTimeout(late)
      socket.destroy()
    }
  } finally {
    server.close()
    await ended(child)
    await rm(folder, { recursive: true, force: true })
  }
}

async function* spoken(socket: Socket, run: BrowserRun, order: BrowserOrder): AsyncGenerator<Framed> {
  let greeted = false
  let last = false
  try {
    for await (const { head, body } of framesOf(socket, MOST_BODY)) {
      const frame = BrowserFrame.parse(JSON.parse(Buffer.from(head).toString()))
      if (!greeted) {
        if (frame.is !== 'hello' || frame.key !== run.key) break
        greeted = true
        for (const bytes of frameBytes(Buffer.from(JSON.stringify(order)))) socket.write(bytes)
      }
      last = frame.is === 'end'
      yield { frame, body }
      if (last) break
    }
  } catch (error) {
    run.signal.throwIfAborted()
    if (!(error instanceof Error && 'code' in error)) throw error
  }
  if (!last) run.signal.throwIfAborted()
  if (!last)
    throw new MunimentError(
      'CAPTURE_REFUSED',
      'The capture browser ended without a word. What it had brought until then is kept.',
    )
}

function start({ program, profile, key, shown }: BrowserRun, path: string): ChildProcess {
  const drawn = process.platform === 'linux' && !shown ? ['--ozone-platform=headless'] : []
  const args = [...program.args, ...drawn, '--disable-gpu', `${BROWSER_SWITCH}${profile},${path}`]
  return spawn(program.command, args, { stdio: 'ignore', env: environment(key) })
}

/** Without what could make it run other code; Electron's own switch to run as Node is among them. */
function environment(key: string): NodeJS.ProcessEnv {
  const foreign = /^(NODE_|ELECTRON_|LD_PRELOAD$|DYLD_)/
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return { ...Object.fromEntries(kept), MUNIMENT_BROWSER_KEY: key }
}

function connected(server: Server, child: ChildProcess, signal: AbortSignal): Promise<Socket> {
  const { promise, resolve, reject } = Promise.withResolvers<Socket>()
  const refuse = (sentence: string) => reject(new MunimentError('CAPTURE_REFUSED', sentence))
  const timer = setTimeout(() => refuse('The capture browser did not start in time. Nothing was captured.'), START_MS)
  const stop = () => reject(signal.reason)
  server.once('connection', resolve)
  child.once('error', (error) =>
    refuse(`The capture browser could not be started (${error.message}). Nothing was captured.`),
  )
  child.once('exit', (code) =>
    refuse(`The capture browser ended at once (code ${code ?? 'unknown'}). Nothing was captured.`),
  )
  signal.addEventListener('abort', stop, { once: true })
  return promise.finally(() => {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
  })
}

/** Waits until the process has gone: it ends when its socket does, and is ended where it does not. */
async function ended(child: ChildProcess | null): Promise<void> {
  if (child === null || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(timer)
}
