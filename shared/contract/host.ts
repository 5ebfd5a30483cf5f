// What passes between the shell and the vault process. Each side parses what it receives.
import { z } from 'zod'
import { Credential } from '../domain/account/credential.ts'
import { AccountId, CaptureId, Digest, PersonId } from '../domain/id.ts'
import { Zone } from '../domain/time.ts'
import { Refusal } from './error.ts'
import { LocksChange, VaultLocks, VaultSecret } from './key.ts'
import { Granted } from './message.ts'
import { CapturedAnswer } from './replay.ts'

const Path = z.string().min(1).max(4096)
/** A log-in for captures of an account; null where it is to be forgotten. */
const Held = z.strictObject({ account: AccountId, credential: Credential.nullable() })
export type Held = z.infer<typeof Held>
const Reason = z.string().trim().min(1).max(500)

/** A request of a page that is replayed. */
const CapturedAsked = z.strictObject({
  capture: CaptureId,
  url: z.string().max(65_536),
  method: z.string().max(20),
  /** How often the window has asked this before. */
  nth: z.int().nonnegative(),
  /** Whether a capture that shows something restricted is opened on purpose. */
  opened: z.boolean(),
})
export type CapturedAsked = z.infer<typeof CapturedAsked>

/** What the shell may want done; answered by exactly one `HostAnswer`. */
export const HostTask = z.discriminatedUnion('type', [
  /** `secret`: what opens a vault under a passphrase; where it is being converted, that is gone on with first. */
  z.strictObject({ type: z.literal('open'), folder: Path, secret: VaultSecret.optional() }),
  z.strictObject({
    type: z.literal('create'),
    folder: Path,
    city: z.string().min(1).max(200),
    zone: Zone,
    locks: VaultLocks.optional(),
  }),
  z.strictObject({ type: z.literal('change-locks'), folder: Path, change: LocksChange }),
  z.strictObject({ type: z.literal('practice'), folder: Path }),
  z.strictObject({ type: z.literal('reset-practice'), folder: Path }),
  z.strictObject({ type: z.literal('sample') }),
  z.strictObject({ type: z.literal('close') }),
  z.strictObject({ type: z.literal('advise'), folder: Path }),
  z.strictObject({ type: z.literal('copy'), folder: Path, to: Path }),
  z.strictObject({ type: z.literal('move'), folder: Path, to: Path, person: PersonId, reason: Reason }),
  z.strictObject({
    type: z.literal('call-off-move'),
    folder: Path,
    person: PersonId,
    reason: Reason,
    lost: z.boolean(),
  }),
  z.strictObject({ type: z.literal('grant'), path: Path, mode: z.enum(['read', 'write']) }),
  z.strictObject({ type: z.literal('lease'), digest: Digest }),
  z.strictObject({ type: z.literal('captured'), ...CapturedAsked.shape }),
  z.strictObject({ type: z.literal('hold-credentials'), held: z.array(Held) }),
  /** Asks for the newest showing of an account's log-in. */
  z.strictObject({ type: z.literal('newest-reveal'), account: AccountId }),
])
export type HostTask = z.infer<typeof HostTask>

/** From the shell: a numbered task, or a window's port (transferred beside the message, never answered). */
export const HostRequest = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('task'), id: z.int().nonnegative(), task: HostTask }),
  z.strictObject({ type: z.literal('port') }),
])
export type HostRequest = z.infer<typeof HostRequest>

/** Leave to read one object's bytes: `length` bytes of `file` from `offset`, until it is revoked; with the key of that one file where the vault is under a passphrase. */
export const Lease = z.strictObject({
  file: Path,
  key: z.base64().nullable(),
  offset: z.int().nonnegative(),
  length: z.int().nonnegative(),
  mime: z.string().max(200),
})
export type Lease = z.infer<typeof Lease>

export const HostAnswer = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('opened'),
    id: z.int(),
    vaultId: z.string(),
    practice: z.boolean(),
    warnings: z.array(z.string()),
    reading: z.string().nullable(),
    moved: z.boolean(),
  }),
  z.strictObject({ type: z.literal('advised'), id: z.int(), advice: z.string().nullable() }),
  z.strictObject({ type: z.literal('copied'), id: z.int() }),
  z.strictObject({ type: z.literal('moved'), id: z.int() }),
  z.strictObject({ type: z.literal('locks-changed'), id: z.int() }),
  z.strictObject({ type: z.literal('called-off'), id: z.int() }),
  z.strictObject({ type: z.literal('closed'), id: z.int() }),
  z.strictObject({ type: z.literal('granted'), id: z.int(), granted: Granted }),
  z.strictObject({ type: z.literal('held'), id: z.int() }),
  z.strictObject({ type: z.literal('revealed'), id: z.int(), reveal: z.int().nullable() }),
  z.strictObject({ type: z.literal('leased'), id: z.int(), lease: Lease.nullable() }),
  z.strictObject({ type: z.literal('captured'), id: z.int(), answer: CapturedAnswer.nullable() }),
  z.strictObject({ type: z.literal('refused'), id: z.int(), refusal: Refusal }),
])
export type HostAnswer = z.infer<typeof HostAnswer>

/** How far a practice vault is made: the step under way, of how many. */
export const Making = z.strictObject({ step: z.int().positive(), steps: z.int().positive() })
export type Making = z.infer<typeof Making>

/** To the shell: answers, bytes that must no longer be shown, how far a practice vault is made, a log-in that a command line gave, and the last words of a process that ends by a defect. */
export const HostMessage = z.discriminatedUnion('type', [
  ...HostAnswer.options,
  z.strictObject({ type: z.literal('revoked'), digest: Digest }),
  z.strictObject({ type: z.literal('making'), ...Making.shape }),
  z.strictObject({ type: z.literal('credential'), ...Held.shape }),
  z.strictObject({ type: z.literal('failing'), sentence: z.string() }),
])
export type HostMessage = z.infer<typeof HostMessage>
