// What travels over a window's port and over the local socket: the same few messages.
import { z } from 'zod'
import { Credential } from '../domain/account/credential.ts'
import { ChangeEvent } from '../domain/event.ts'
import { AccountId, CommandId, GrantId, PersonId } from '../domain/id.ts'
import { Refusal } from './error.ts'

/**
 * From a client: call an operation (commands and jobs carry `command` and `actor`), cancel a call, subscribe to changes, and say that
 * somebody is at the keys.
 */
export const ClientMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('call'),
    call: z.int().nonnegative(),
    operation: z.string().max(100),
    input: z.unknown(),
    command: CommandId.nullable(),
    actor: PersonId.nullable(),
  }),
  z.strictObject({ type: z.literal('cancel'), call: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('subscribe'), epoch: z.string().nullable(), since: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('attended') }),
])
export type ClientMessage = z.infer<typeof ClientMessage>

/** To a client: a result or a refusal for each call, and change events after `subscribe`. */
export const ServerMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('result'), call: z.int().nonnegative(), value: z.unknown() }),
  z.strictObject({ type: z.literal('refused'), call: z.int().nonnegative(), refusal: Refusal }),
  z.strictObject({ type: z.literal('event'), event: ChangeEvent }),
])
export type ServerMessage = z.infer<typeof ServerMessage>

/** From a command line over the socket only: leave to use a file. A window never sends a path. */
export const GrantMessage = z.strictObject({
  type: z.literal('grant'),
  call: z.int().nonnegative(),
  path: z.string().max(4096),
  mode: z.enum(['read', 'write']),
})
export type GrantMessage = z.infer<typeof GrantMessage>

/** From a command line over the socket only: a log-in for captures of an account; null forgets it. It goes into no job and no log. */
export const CredentialMessage = z.strictObject({
  type: z.literal('credential'),
  call: z.int().nonnegative(),
  account: AccountId,
  credential: Credential.nullable(),
  /** Whether the shell keeps it beyond this opening of the vault. */
  keep: z.boolean(),
})
export type CredentialMessage = z.infer<typeof CredentialMessage>

export const Granted = z.strictObject({ grant: GrantId, name: z.string() })
export type Granted = z.infer<typeof Granted>
