// How an operation is declared: once, for window, host, command line, documentation and tests.
import type { z } from 'zod'
import type { ErrorCode } from './error.ts'

/**
 * A query changes nothing and can be cancelled and repeated; a command carries its actor and an id and is one transaction;
 * a job returns its id at once and reports by events (design §3).
 */
export type OperationKind = 'query' | 'command' | 'job'

export interface Operation<
  Name extends string = string,
  Kind extends OperationKind = OperationKind,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly name: Name
  readonly kind: Kind
  readonly summary: string
  readonly input: Input
  readonly output: Output
  readonly errors: readonly ErrorCode[]
}

interface Parts<Input extends z.ZodType, Output extends z.ZodType> {
  readonly summary: string
  readonly input: Input
  readonly output: Output
  readonly errors?: readonly ErrorCode[]
}

/** Declares an operation that only reads. */
export function query<Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  name: Name,
  parts: Parts<Input, Output>,
): Operation<Name, 'query', Input, Output> {
  return { name, kind: 'query', errors: [], ...parts }
}

/** Declares an operation that changes the vault in one transaction. */
export function command<Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  name: Name,
  parts: Parts<Input, Output>,
): Operation<Name, 'command', Input, Output> {
  return { name, kind: 'command', errors: [], ...parts }
}

/** Declares long work; `output` is what the finished job's `result` holds. */
export function job<Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  name: Name,
  parts: Parts<Input, Output>,
): Operation<Name, 'job', Input, Output> {
  return { name, kind: 'job', errors: [], ...parts }
}
