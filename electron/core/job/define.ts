// Long work and the batches it writes: a job runs in a thread of its own, its batches in the writer.
import type { z } from 'zod'
import type { Operation } from '../../../shared/contract/define.ts'
import type { Credential } from '../../../shared/domain/account/credential.ts'
import type { BroughtClassification } from '../../../shared/domain/classify/brought.ts'
import type { Topic } from '../../../shared/domain/event.ts'
import type { AccountId, JobId } from '../../../shared/domain/id.ts'
import type { Actor } from '../../../shared/domain/people/person.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import type { Files, WriteContext } from '../vault/handler.ts'
import type { BrowserProgram } from './browser-program.ts'

/** Work done in one transaction of the writer, together with the checkpoint that describes it. */
export interface Batch<Payload, Result> {
  readonly name: string
  readonly topics: readonly Topic[]
  /** Whether its rows refer to one another by construction: then SQLite need not look each one up (verify does, V051). */
  readonly sound: boolean
  /** Whether its rows bear the moment at which it is written, and not that of the start of its job. */
  readonly timed: boolean
  readonly run: (context: WriteContext, payload: Payload) => Result
}

/** Declares a batch. Its file below `batches/` is named after it and exports it as default. */
export function batch<Payload, Result>(
  name: string,
  topics: readonly Topic[],
  run: (context: WriteContext, payload: Payload) => Result,
  { sound = false, timed = false }: { readonly sound?: boolean; readonly timed?: boolean } = {},
): Batch<Payload, Result> {
  return { name, topics, run, sound, timed }
}

export interface Progress {
  readonly stage: string
  readonly done: number
  readonly total: number | null
  readonly unit: string
}

export interface JobContext {
  readonly id: JobId
  readonly db: Driver
  readonly folder: string
  /** Other folders in which the app keeps data: its caches, crash reports, temporary files. */
  readonly dataFolders: readonly string[]
  readonly files: Files
  /** What captures pages; null where whoever opened the vault named none. */
  readonly browser: BrowserProgram | null
  /** The log-in for captures of an account, held in memory; null where there is none, and in every job that is no capture. */
  readonly credential: (account: AccountId) => Credential | null
  readonly classifyBrought: ClassifyBrought
  readonly signal: AbortSignal
  readonly actor: Actor
  /** The instant at which the job was first started: the same after it was resumed. */
  readonly startedAt: Instant
  /** What the last committed batch left, or null at the first start. */
  readonly checkpoint: unknown
  /** Random bytes that depend on the job's seed, a label and a place in its stream, so that a resumed job draws the same. */
  random(label: string, offset: number, bytes: number): Uint8Array
  progress(progress: Progress): void
  /** Has the writer run a batch; resolves when it is committed together with the checkpoint, if one is given. */
  write<Payload, Result>(batch: Batch<Payload, Result>, payload: Payload, checkpoint?: unknown): Promise<Result>
}

/** Records that a job brought or moved, to be classified. */
export interface Brought {
  /** The acts of receiving whose records are meant. */
  readonly accessions: readonly number[]
  /** The job's own checkpoint; what the classification adds stands in it as `classifying`. */
  readonly checkpoint: { readonly classifying?: unknown }
}

/**
 * What jobs that bring records ask of the capability that classifies them, which they must not know: their thread hands it to them. It classifies by
 * the rules in force, taken up where a checkpoint left it; null where there are no rules.
 */
export type ClassifyBrought = (context: JobContext, brought: Brought) => Promise<BroughtClassification | null>

export interface JobHandler {
  readonly operation: Operation
  readonly resumable: boolean
  readonly run: (context: JobContext, input: unknown) => Promise<unknown>
}

/**
 * Declares how a job is done. Its file below `jobs/` is named after its operation and exports it as default.
 * @param resumable whether an interrupted run can be taken up from its checkpoint
 */
export function work<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<string, 'job', Input, Output>,
  resumable: boolean,
  run: (context: JobContext, input: z.output<Input>) => Promise<z.input<Output>>,
): JobHandler {
  return { operation, resumable, run: (context, input) => run(context, operation.input.parse(input)) }
}
