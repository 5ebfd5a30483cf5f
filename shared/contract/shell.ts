// What a window may ask of the shell: dialogs that end in grants, never in paths.
import { z } from 'zod'
import { Credential } from '../domain/account/credential.ts'
import { Login } from '../domain/account/login.ts'
import { AccountId, CaptureId, GrantId, PersonId } from '../domain/id.ts'
import { Zone } from '../domain/time.ts'
import { Refusal } from './error.ts'
import { Making } from './host.ts'
import { LocksChange, VaultLocks, VaultSecret } from './key.ts'
import { Granted } from './message.ts'

const SealedKey = z.string().startsWith('-----BEGIN AGE ENCRYPTED FILE-----').max(20_000)
const Reason = z.string().trim().min(1).max(500)

/** Kinds of attached files that another program reads and does not run; no Office document, whose macros it might. */
export const OpenableType = z.enum([
  'application/pdf',
  'message/rfc822',
  'application/vnd.ms-outlook',
  'text/plain',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/tiff',
  'image/heic',
  'video/mp4',
  'video/quicktime',
  'audio/mpeg',
  'audio/wav',
])
export type OpenableType = z.infer<typeof OpenableType>

export const ShellRequest = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('state') }),
  z.strictObject({
    ask: z.literal('create-vault'),
    city: z.string().trim().min(1).max(200),
    zone: Zone,
    /** What it is put under; null: nothing. */
    locks: VaultLocks.nullable().default(null),
  }),
  /** Opens the vault that was refused last for want of its passphrase. */
  z.strictObject({ ask: z.literal('unlock-vault'), secret: VaultSecret }),
  /** Sets, changes or takes off the passphrase of the open vault. */
  z.strictObject({ ask: z.literal('change-locks'), change: LocksChange }),
  z.strictObject({ ask: z.literal('start-practice') }),
  z.strictObject({ ask: z.literal('reset-practice') }),
  z.strictObject({ ask: z.literal('take-sample') }),
  z.strictObject({ ask: z.literal('open-vault') }),
  z.strictObject({ ask: z.literal('open-recent'), index: z.int().nonnegative() }),
  z.strictObject({ ask: z.literal('close-vault') }),
  z.strictObject({ ask: z.literal('new-window') }),
  z.strictObject({ ask: z.literal('read-copy'), keep: z.boolean() }),
  z.strictObject({ ask: z.literal('move-vault'), person: PersonId, reason: Reason }),
  z.strictObject({ ask: z.literal('call-off-move'), person: PersonId, reason: Reason, lost: z.boolean() }),
  z.strictObject({ ask: z.literal('choose-archives') }),
  z.strictObject({ ask: z.literal('choose-backup-folder') }),
  z.strictObject({ ask: z.literal('choose-inbox-folder') }),
  z.strictObject({ ask: z.literal('save-as'), name: z.string().max(200) }),
  z.strictObject({ ask: z.literal('grant-dropped'), paths: z.array(z.string().max(4096)).max(64) }),
  /** Asks the clerk about opening an attached file outside; answered with leave to write the copy. */
  z.strictObject({ ask: z.literal('prepare-outside'), name: z.string().min(1).max(255), type: OpenableType }),
  z.strictObject({ ask: z.literal('open-outside'), grant: GrantId }),
  /** Whether spelling is checked; `turn` null only asks. */
  z.strictObject({ ask: z.literal('spelling'), turn: z.boolean().nullable() }),
  /** What is kept of the log-in for captures of an account; never the log-in itself. */
  z.strictObject({ ask: z.literal('credential'), account: AccountId }),
  /** Keeps a log-in in this computer's keychain and hands it to the open vault's captures; null forgets it. */
  z.strictObject({ ask: z.literal('keep-credential'), account: AccountId, credential: Credential.nullable() }),
  /** What this desk keeps of an account's log-in from the list of log-ins; never the log-in itself. */
  z.strictObject({ ask: z.literal('login-copy'), account: AccountId }),
  /** Keeps a copy of it in this computer's keychain; null forgets it. */
  z.strictObject({ ask: z.literal('keep-login-copy'), account: AccountId, login: Login.nullable() }),
  /** Opens the copy for a showing that the vault has just written down. */
  z.strictObject({ ask: z.literal('open-login-copy'), account: AccountId, reveal: z.int().positive() }),
  /** Lets the clerk say where an officer's key goes, which its passphrase seals, and writes it there. */
  z.strictObject({ ask: z.literal('save-key'), name: z.string().max(200), key: SealedKey }),
  /** What is kept on this desk of the log-in with which an account's pages are seen; never the log-in itself. */
  z.strictObject({ ask: z.literal('signed-in'), account: AccountId }),
  z.strictObject({ ask: z.literal('open-link'), url: z.url().max(4096) }),
  /** Opens a window that shows a captured page as it was captured, without a network. */
  z.strictObject({
    ask: z.literal('replay'),
    capture: CaptureId,
    url: z.url().max(8192),
    at: z.string().max(60),
    /** Where its links may lead: pages of the same capture. */
    pages: z.array(z.url().max(8192)).max(2000),
    opened: z.boolean(),
  }),
])
export type ShellRequest = z.infer<typeof ShellRequest>

/**
 * How well this computer keeps log-ins: in its `keychain`; `weak`, in a file that only this user may read, because there is no keyring;
 * `none`, in memory alone until the vault is closed.
 */
export const CredentialPlace = z.enum(['keychain', 'weak', 'none'])
export type CredentialPlace = z.infer<typeof CredentialPlace>

export const ShellState = z.strictObject({
  vault: z.enum(['none', 'opening', 'copying', 'moving', 'converting', 'open', 'refused', 'restarting']),
  name: z.string().nullable(),
  practice: z.boolean(),
  /** While a practice vault is made: how far. */
  making: Making.nullable(),
  refusal: Refusal.nullable(),
  recent: z.array(z.strictObject({ name: z.string(), folder: z.string() })),
  warning: z.string().nullable(),
  /** Why nothing can be changed in the open vault: the sentence that stands over everything; null of a living vault. */
  reading: z.string().nullable(),
  /** Whether that is because it was moved away. */
  moved: z.boolean(),
})
export type ShellState = z.infer<typeof ShellState>

export const ShellAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('state'), state: ShellState }),
  z.strictObject({ kind: z.literal('granted'), files: z.array(Granted) }),
  z.strictObject({ kind: z.literal('spelling'), on: z.boolean() }),
  z.strictObject({
    kind: z.literal('credential'),
    place: CredentialPlace,
    /** When it was set, ms since 1970 UTC; null where none is kept on this desk. */
    savedAt: z.int().nullable(),
  }),
  /** A log-in, for a showing that was written down. */
  z.strictObject({ kind: z.literal('login'), login: Login, savedAt: z.int() }),
  z.strictObject({
    kind: z.literal('signed-in'),
    /** Since when, ms since 1970 UTC; null where none is kept. */
    at: z.number().nullable(),
    /** The hosts that know the operator again. */
    hosts: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({ kind: z.literal('refused'), refusal: Refusal }),
])
export type ShellAnswer = z.infer<typeof ShellAnswer>
