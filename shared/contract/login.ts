// Operations on the list of log-ins. What is secret in an input is held in memory while the operation runs: inputs of queries are not stored.
import { z } from 'zod'
import { Login, LoginDuty, LoginOfficer, Recipient, SealedLogin } from '../domain/account/login.ts'
import { AccountId, GrantId, PersonId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'

const Passphrase = z.string().min(12, { error: 'has at least 12 characters' }).max(500)
const OfficerKey = z.string().max(20_000)

export const LoginStanding = z.strictObject({
  account: AccountId,
  duty: LoginDuty.nullable(),
  /** When the log-in was last handed in; null where it never was. */
  changedAt: Instant.nullable(),
  /** A day of the City; null where nothing is due. */
  rotationDue: LocalDate.nullable(),
  overdue: z.boolean(),
  /** Sealed to officers who were replaced since. */
  toReseal: z.boolean(),
  /** The number of the newest showing; null where there was none. */
  newestReveal: z.int().positive().nullable(),
  reveals: z.array(z.strictObject({ at: Instant, by: PersonId, reason: z.string() })),
})
export type LoginStanding = z.infer<typeof LoginStanding>

export const loginList = query('login.list', {
  summary:
    'Who answers for the log-in of each account, when it was changed, what is due, and who had it shown. Never a log-in.',
  input: z.strictObject({ now: Instant }),
  output: z.strictObject({ officers: z.array(LoginOfficer), accounts: z.array(LoginStanding) }),
})

export const loginNameOfficers = command('login.name-officers', {
  summary: 'Names the two officers to whom the list of log-ins is sealed.',
  input: z.strictObject({ officers: z.array(z.strictObject({ person: PersonId, recipient: Recipient })).length(2) }),
  output: z.strictObject({}),
  errors: ['PERSON_UNKNOWN', 'STEWARDSHIP_REFUSED'],
})

export const loginDuty = command('login.duty', {
  summary: 'Writes down who answers for the log-in of an account, who recovers it, and when it is to be changed.',
  input: z.strictObject({ account: AccountId, duty: LoginDuty }),
  output: z.strictObject({}),
  errors: ['ACCOUNT_UNKNOWN'],
})

export const loginMakeKey = query('login.make-key', {
  summary: 'Makes a pair of keys for an officer; the secret one is sealed by a passphrase. Nothing of it is kept.',
  input: z.strictObject({ passphrase: Passphrase }),
  output: z.strictObject({ recipient: Recipient, key: OfficerKey }),
})

export const loginSeal = query('login.seal', {
  summary: 'Seals a log-in to the two officers. Nothing of it is kept.',
  input: z.strictObject({ account: AccountId, login: Login }),
  output: z.strictObject({ sealed: SealedLogin }),
  errors: ['ACCOUNT_UNKNOWN', 'STEWARDSHIP_REFUSED'],
})

export const loginKeep = job('login.keep', {
  summary: 'Writes sealed log-ins into the list, a file outside the vault, in place of what it held of their accounts.',
  input: z.strictObject({
    to: GrantId,
    kind: z.enum(['changed', 'resealed']),
    entries: z
      .array(z.strictObject({ account: AccountId, sealed: SealedLogin }))
      .min(1)
      .max(5000),
  }),
  output: z.strictObject({ entries: z.int().nonnegative() }),
  errors: ['ACCOUNT_UNKNOWN', 'FILE_UNREADABLE', 'GRANT_UNKNOWN', 'STEWARDSHIP_REFUSED'],
})

export const loginReveal = command('login.reveal', {
  summary: 'Writes down that a log-in is about to be shown, to whom, and why. Without it none is.',
  input: z.strictObject({ account: AccountId, reason: z.string().trim().min(1).max(1000) }),
  output: z.strictObject({ reveal: z.int().positive() }),
  errors: ['ACCOUNT_UNKNOWN', 'ACTOR_REQUIRED'],
})

export const loginOpen = query('login.open', {
  summary: 'Opens one log-in of the list with an officer’s key, for the reveal that was just written down.',
  input: z.strictObject({
    reveal: z.int().positive(),
    account: AccountId,
    list: GrantId,
    key: OfficerKey,
    passphrase: z.string().max(500),
  }),
  output: z.strictObject({ login: Login, changedAt: Instant }),
  errors: ['FILE_UNREADABLE', 'GRANT_UNKNOWN', 'STEWARDSHIP_REFUSED'],
})

export const loginReseal = query('login.reseal', {
  summary:
    'Seals the log-ins of a list to the officers who are named now, with the key of one of those before. Shows none.',
  input: z.strictObject({ list: GrantId, key: OfficerKey, passphrase: z.string().max(500) }),
  output: z.strictObject({
    entries: z.array(z.strictObject({ account: AccountId, sealed: SealedLogin })),
    /** Accounts whose entry this key does not open. */
    unopened: z.array(AccountId),
  }),
  errors: ['FILE_UNREADABLE', 'GRANT_UNKNOWN', 'STEWARDSHIP_REFUSED'],
})
