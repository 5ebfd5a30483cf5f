// What the tests of real servers need of each: where it is, how it is logged in to, and hands that write, edit, hide and delete on it.
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MappingRules } from '../../shared/domain/intake/mapping.ts'

export interface RealServer {
  /** As an operator would name it. */
  readonly address: string
  readonly way: string
  readonly platform: string
  readonly handle: string
  /** The log-in for captures; null where none is needed. */
  readonly credential: Readonly<Record<string, string>> | null
  /** Kinds of the way that this server has. */
  readonly kinds: readonly string[]
  /** By what its answers are read where it is captured as an interface that nobody knows; null otherwise. */
  readonly mapping: MappingRules | null
  /** Every secret of the server: none of it may be found in a vault. */
  readonly secrets: readonly string[]
  /** Whether an edit that is taken back by another still shows: a wiki keeps every revision. */
  readonly remembers: boolean
  /** Whether its log-in still shows what is deleted, and that it is. */
  readonly tells: boolean
  /** How many items it lets be worked on at once. */
  readonly atOnce: number
  /** Writes an item. Returns the number under which records keep it. */
  write(text: string): Promise<string>
  edit(id: string, text: string): Promise<void>
  remove(id: string): Promise<void>
  /** Writes a post with a picture; null where the tests do not. */
  readonly picture: ((text: string, bytes: Uint8Array) => Promise<string>) | null
  /** The address of the feed of what is written, where it has one. */
  readonly feed: string | null
  /** Null where the server hides nothing. */
  readonly hide: ((id: string) => Promise<void>) | null
  stop(): Promise<void>
}

/** Whether programs are on this computer. */
export function installed(...programs: readonly string[]): boolean {
  return programs.every((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0)
}

/** A port on loopback that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((found, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null ? found(address.port) : reject(new Error('no port')),
      )
    })
  })
}

/** A server that runs; it ends with its whole group when the input of what holds it ends, so that none outlives a run that was killed. */
export type Running = ChildProcessByStdio<Writable, Readable, null>

/** Starts a program that serves until it is stopped. */
export function start(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const guard = resolve(import.meta.dirname, 'guard.mjs')
  const child = spawn(process.execPath, [guard, program, ...args], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
    // Not ended by a key that ends the run: by the end of its input, in order.
    detached: true,
  })
  child.stdout.resume()
  return child
}

/** Runs a program to its end. Throws with what it said where it fails. */
export function runToEnd(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(`${program} failed: ${stderr || stdout}`)
  return stdout
}

/** Waits until something is so, for a minute at most. */
export async function until(is: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const late = Date.now() + 60_000
  const tried = async () => is()
  while (!(await tried().catch(() => false))) {
    if (Date.now() > late) throw new Error(`waited in vain for ${what}`)
    await sleep(100)
  }
}

/** Whether an address answers at all. */
export async function answers(address: string): Promise<boolean> {
  return (await fetch(address, { redirect: 'manual' })).status < 500
}

/** Asks for JSON. Throws where it is refused. */
export async function askJson(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${url}: ${response.status} ${text.slice(0, 300)}`)
  return text === '' ? null : JSON.parse(text)
}

/** Stops a server with everything that it started, and waits for its end. */
export function ended(child: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((gone) => {
    child.once('exit', () => gone())
    child.stdin.end()
  })
}
