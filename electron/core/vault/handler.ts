// How an operation is answered: queries read, commands write in one transaction. One file an operation, named after it.
import type { z } from 'zod'
import type { Operation } from '../../../shared/contract/define.ts'
import type { Topic } from '../../../shared/domain/event.ts'
import type { Digest, GrantId } from '../../../shared/domain/id.ts'
import type { Actor } from '../../../shared/domain/people/person.ts'
import type { Instant } from '../../../shared/domain/time.ts'
import type { Driver } from './catalog/driver.ts'

/** A file outside the vault that the clerk has granted. */
export interface GrantedFile {
  readonly path: string
  readonly name: string
  readonly mode: 'read' | 'write'
}

/** The grant an operation named, or undefined. */
export type Files = (grant: GrantId) => GrantedFile | undefined

export interface ReadContext {
  readonly db: Driver
  readonly folder: string
  readonly files: Files
  readonly signal: AbortSignal
}

export interface WriteContext {
  readonly db: Driver
  readonly folder: string
  readonly now: Instant
  readonly actor: Actor
  /** Random bytes of this transaction. */
  random(bytes: number): Uint8Array
  /** Says what the ledger shall keep of this command: ids, counts and salted digests; never names, words or reasons. */
  note(payload: Readonly<Record<string, unknown>>): void
  /** Says that an object leaves the vault with this transaction: whoever shows it must stop. */
  revoke(digest: Digest): void
  /** Does something as soon as the transaction is committed, and not at all where it is undone. */
  afterwards(act: () => void): void
}

/** A command may name files that the clerk has granted; a job's batches get what they need in their payload. */
export interface CommandContext extends WriteContext {
  readonly files: Files
}

export interface QueryHandler {
  readonly operation: Operation
  readonly run: (context: ReadContext, input: unknown) => unknown
}

export interface CommandHandler {
  readonly operation: Operation
  readonly topics: readonly Topic[]
  readonly run: (context: CommandContext, input: unknown) => unknown
}

/**
 * Answers a query. The input is parsed here, once: unknown keys are errors.
 * @param run returns the output, or a promise of it; it must not write
 */
export function answer<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<string, 'query', Input, Output>,
  run: (context: ReadContext, input: z.output<Input>) => z.input<Output> | Promise<z.input<Output>>,
): QueryHandler {
  return { operation, run: (context, input) => run(context, operation.input.parse(input)) }
}

/**
 * Carries a command out inside its transaction; a throw undoes it.
 * @param topics what clients should read again afterwards
 */
export function apply<Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<string, 'command', Input, Output>,
  topics: readonly Topic[],
  run: (context: CommandContext, input: z.output<Input>) => z.input<Output>,
): CommandHandler {
  return { operation, topics, run: (context, input) => run(context, operation.input.parse(input)) }
}
