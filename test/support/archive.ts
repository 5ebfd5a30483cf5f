// A real archive on a temporary folder, with a clock and randomness that repeat themselves.
import { createHash, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { z } from 'zod'
import { type Archive, createVault, openArchive } from '../../electron/core/archive.ts'
import type { BrowserProgram } from '../../electron/core/job/browser-program.ts'
import type { Operation } from '../../shared/contract/define.ts'
import { jobShow } from '../../shared/contract/job.ts'
import { accountAdd, personAdd } from '../../shared/contract/people.ts'
import { PlatformName } from '../../shared/domain/account/account.ts'
import { AccountId, CommandId, PersonId } from '../../shared/domain/id.ts'
import type { Job } from '../../shared/domain/job.ts'
import { Instant, Zone } from '../../shared/domain/time.ts'
import { keepCaptures } from './keep-captures.ts'

/** The built worker; vitest's global set-up bundles it. */
export const workerFile = resolve(import.meta.dirname, '../../out/main/worker.js')

const clerk = PersonId.parse('clerk')

/** A clock that goes on a second at each look, beginning at an instant. */
export function steppingClock(start = '2026-11-23T17:00:00Z'): () => Instant {
  let at = Date.parse(start)
  return () => {
    at += 1000
    return Instant.parse(at)
  }
}

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed: string): (bytes: number) => Uint8Array {
  let drawn = 0
  return (bytes) => {
    const blocks = Array.from({ length: Math.ceil(bytes / 32) }, () => {
      drawn += 1
      return createHash('sha256').update(`${seed} ${drawn}`).digest()
    })
    return new Uint8Array(Buffer.concat(blocks).subarray(0, bytes))
  }
}

export interface TestArchive {
  readonly archive: Archive
  readonly folder: string
  /** Asks a query or gives a command as the clerk. */
  call<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<string, 'query' | 'command', Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>
  /** Starts a job as the clerk and waits for its end, whatever it is. */
  start(operation: Operation<string, 'job'>, input: unknown): Promise<Job>
  /** Runs a job as the clerk that must succeed. */
  run<Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<string, 'job', Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>
  readonly account: AccountId
  /** Closes the archive and opens it again. */
  reopen(): Promise<TestArchive>
  close(): Promise<void>
}

interface TestOptions {
  /** What captures pages; none where none is given. */
  readonly browser?: BrowserProgram
  readonly folder?: string
  readonly seed?: string
  /** A city of no ordinance unless it is said. */
  readonly city?: string
  readonly clock?: () => Instant
}

/** Opens a vault with a clerk and one X account, made anew unless a folder is given. */
export async function openTestArchive(options: TestOptions = {}): Promise<TestArchive> {
  const clock = options.clock ?? steppingClock()
  const random = seededRandom(options.seed ?? 'muniment')
  const folder = options.folder ?? join(mkdtempSync(join(tmpdir(), 'muniment-')), 'City.muniment')
  if (options.folder === undefined)
    createVault(
      folder,
      { city: options.city ?? 'City of Alder Bay', zone: Zone.parse('America/Los_Angeles') },
      { clock, random },
    )
  const opened = await wrap(folder, clock, random, options)
  return opened
}

async function wrap(folder: string, clock: () => Instant, random: (bytes: number) => Uint8Array, options: TestOptions) {
  const archive = await openArchive(folder, {
    clock,
    random,
    workerFile,
    osUser: 'tester',
    machine: 'desk',
    ...(options.browser && { browser: options.browser }),
  })
  const context = () => ({ command: CommandId.parse(randomUUID()), actor: clerk, signal: new AbortController().signal })
  const call: TestArchive['call'] = async (operation, input) =>
    operation.output.parse(await archive.call(operation.name, input, context()))
  const start: TestArchive['start'] = async (operation, input) => {
    const answer = await archive.call(operation.name, input, context())
    return ended(call, jobOf(answer))
  }
  let account: AccountId
  if (options.folder === undefined) {
    await call(personAdd, { id: 'clerk', name: 'Pat Moreno', title: 'Records Clerk', role: 'records-clerk' })
    const draft = {
      handle: 'AlderBayCity',
      name: 'City of Alder Bay',
      department: 'City Administrator',
      liaison: '',
      nativeId: null,
    }
    account = (await call(accountAdd, { ...draft, platform: PlatformName.parse('x') })).id
  } else {
    account = AccountId.parse(1)
  }
  const self: TestArchive = {
    archive,
    folder,
    account,
    call,
    start,
    run: async (operation, input) => {
      const job = await start(operation, input)
      if (job.state !== 'succeeded') throw new Error(`${operation.name} ${job.state}: ${job.problem?.sentence ?? ''}`)
      return operation.output.parse(job.result)
    },
    reopen: async () => {
      await archive.close()
      return wrap(folder, clock, random, { ...options, folder })
    },
    close: async () => {
      await archive.close()
      keepCaptures(folder)
      if (options.folder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
  return self
}

async function ended(call: TestArchive['call'], id: string): Promise<Job> {
  for (;;) {
    const job = await call(jobShow, { id })
    if (job.state !== 'queued' && job.state !== 'running') return job
    await sleep(20)
  }
}

function jobOf(answer: unknown): string {
  if (typeof answer === 'object' && answer !== null && 'job' in answer && typeof answer.job === 'string')
    return answer.job
  throw new Error('a job answers with its id')
}
