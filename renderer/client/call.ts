// The typed proxy of the contract: an operation object in, its answer out.
import { z } from 'zod'
import type { Operation } from '../../shared/contract/define.ts'
import { MunimentError } from '../../shared/contract/error.ts'
import { vaultSummary } from '../../shared/contract/vault.ts'
import { CommandId, JobId, type PersonId } from '../../shared/domain/id.ts'
import { acting, actorWanted } from './acting.ts'
import type { Connection } from './connection.ts'
import { connected, shellState } from './session.ts'

/** What starting a job answers, at once. */
const Started = z.strictObject({ job: JobId })

/** What an operation answers. */
export type Output<O extends Operation> = z.output<O['output']>

/**
 * Asks a query.
 * @throws {MunimentError} a refusal of the vault; `CANCELLED` after an abort
 */
export async function ask<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<string, 'query', In, Out>,
  input: z.input<In>,
  signal?: AbortSignal,
): Promise<z.output<Out>> {
  const connection = await connected(signal)
  const value = await connection.call({ operation: operation.name, input, command: null, actor: null, signal })
  return checked(operation.output, value, operation.name)
}

/**
 * Runs a command as the person who acts in this window.
 * @throws {MunimentError} a refusal of the vault; `ACTOR_REQUIRED` while nobody is named
 */
export async function run<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<string, 'command', In, Out>,
  input: z.input<In>,
): Promise<z.output<Out>> {
  return checked(operation.output, await send(operation, input), operation.name)
}

/**
 * Starts a job as the person who acts in this window.
 * @returns the id of the job, at once
 * @throws {MunimentError} as `run`
 */
export async function start<In extends z.ZodType>(
  operation: Operation<string, 'job', In>,
  input: z.input<In>,
): Promise<JobId> {
  return checked(Started, await send(operation, input), operation.name).job
}

/** A command whose id, person and vault were settled before it is sent. */
export interface Settled {
  readonly command: CommandId
  readonly actor: PersonId
  readonly vaultId: string
}

/**
 * Runs a command under an id of its own, so that running it again is harmless; in the vault that it was meant for and in no other.
 * @throws {MunimentError} as `run`; `VAULT_CLOSED` while another vault is open
 */
export async function runSettled<In extends z.ZodType, Out extends z.ZodType>(
  operation: Operation<string, 'command', In, Out>,
  input: z.input<In>,
  { command, actor, vaultId }: Settled,
  signal: AbortSignal,
): Promise<z.output<Out>> {
  const connection = await connected(signal)
  if ((await vaultOf(connection)) !== vaultId) throw new MunimentError('VAULT_CLOSED', 'Another vault is open.')
  const value = await connection.call({ operation: operation.name, input, command, actor })
  return checked(operation.output, value, operation.name)
}

/**
 * Lets nothing be changed in a copy.
 * @throws {MunimentError} `VAULT_READ_ONLY`
 */
export function refuseReading(): void {
  const reading = shellState.get()?.reading ?? null
  if (reading !== null) throw new MunimentError('VAULT_READ_ONLY', `${reading} Nothing was done.`)
}

const vaults = new WeakMap<Connection, Promise<string>>()

/** The vault that a connection leads to: asked once. */
function vaultOf(connection: Connection): Promise<string> {
  const known = vaults.get(connection)
  if (known) return known
  const asking = connection
    .call({ operation: vaultSummary.name, input: {}, command: null, actor: null })
    .then((value) => vaultSummary.output.parse(value).vaultId)
  vaults.set(connection, asking)
  return asking
}

async function send(operation: Operation, input: unknown): Promise<unknown> {
  refuseReading()
  const actor = acting.get()
  if (actor === null && operation.name !== 'person.add') {
    actorWanted.set(true)
    throw new MunimentError('ACTOR_REQUIRED', 'Choose who is acting first: every change is signed with a name.')
  }
  const command = CommandId.parse(crypto.randomUUID())
  const connection = await connected()
  return connection.call({ operation: operation.name, input, command, actor })
}

function checked<S extends z.ZodType>(schema: S, value: unknown, name: string): z.output<S> {
  if (fits(schema, value)) return value
  throw new MunimentError('UNEXPECTED', `The answer to ${name} is not what the contract says.`)
}

/** Outputs are the host's word: parsed while developing, trusted in the built app, where a page of rows must cost nothing. */
function fits<S extends z.ZodType>(schema: S, value: unknown): value is z.output<S> {
  return !import.meta.env.DEV || schema.safeParse(value).success
}
