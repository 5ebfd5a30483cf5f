// Operations on the registers of an office: liaisons, changes, departures, papers, flags, custody, elections (AI 599, III).
import { z } from 'zod'
import { AccountId, PersonId, RecordId } from '../domain/id.ts'
import { HandedOver, OfficeAct, OfficeKind, OfficeSaid } from '../domain/office/office.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'
import { StewardAct } from './removed.ts'

const Id = z.int().positive()

export const OfficeEntry = z.strictObject({
  id: Id,
  account: AccountId.nullable(),
  record: RecordId.nullable(),
  recordGone: z.boolean(),
  said: OfficeSaid,
  /** How often it was written; of a paper, its version. */
  wordings: Id,
  acts: z.array(StewardAct),
  /** Whether it still has to be worked on, or is worked by. */
  stands: z.boolean(),
  /** When something is due on it: telling of a change, the last day of who leaves. */
  due: LocalDate.nullable(),
  openedAt: Instant,
  openedBy: PersonId.nullable(),
})
export type OfficeEntry = z.infer<typeof OfficeEntry>

export const officeList = query('office.list', {
  summary: 'The entries of the registers of the office, the newest first.',
  input: z.strictObject({ kind: OfficeKind.nullable().default(null) }),
  output: z.array(OfficeEntry),
})

export const officeWording = query('office.wording', {
  summary: 'What an entry said in an earlier wording; of a paper, an earlier version.',
  input: z.strictObject({ id: Id, version: Id }),
  output: OfficeSaid,
  errors: ['STEWARDSHIP_REFUSED'],
})

export const officeWrite = command('office.write', {
  summary: 'Writes an entry of a register down, or another wording of one; earlier wordings are kept.',
  input: z.strictObject({
    /** Null begins an entry. */
    id: Id.nullable(),
    account: AccountId.nullable().default(null),
    record: RecordId.nullable().default(null),
    said: OfficeSaid,
  }),
  output: z.strictObject({ id: Id }),
  errors: ['ACCOUNT_UNKNOWN', 'RECORD_UNKNOWN', 'STEWARDSHIP_REFUSED'],
})

export const officeAct = command('office.act', {
  summary: 'Says that a change was told, a departure is done, a flag was looked at, or an entry is no longer in use.',
  input: z.strictObject({
    id: Id,
    act: OfficeAct,
    on: LocalDate,
    by: z.string().trim().min(1).max(200),
    words: z.string().trim().max(2000).default(''),
  }),
  output: z.strictObject({}),
  errors: ['STEWARDSHIP_REFUSED'],
})

/** How an account is shown to be in the City's hands. `proof`: when its newest export or capture was made; null where there is none. */
export const Control = z.strictObject({
  account: AccountId,
  proof: Instant.nullable(),
  owner: z.string().nullable(),
  /** Whether somebody answers for its log-in. */
  answered: z.boolean(),
})
export type Control = z.infer<typeof Control>

export const officeOverview = query('office.overview', {
  summary:
    'What the registers leave open: departments without a liaison or deputy, accounts without proof of control, papers that are missing.',
  input: z.strictObject({}),
  output: z.strictObject({
    gaps: z.array(
      z.strictObject({
        department: z.string(),
        why: z.enum(['no-liaison', 'no-deputy']),
        accounts: z.int().nonnegative(),
      }),
    ),
    control: z.array(Control),
    missingPapers: z.array(z.enum(['agreement', 'standard-practice', 'guide'])),
  }),
})

export const officeLeaving = query('office.leaving', {
  summary: 'Everything that a person who leaves holds: accounts, credentials, roles, departments. Nothing is stored.',
  input: z.strictObject({ person: z.string().trim().min(1).max(200) }),
  output: z.array(HandedOver),
})

/** An election before which posts are looked at more closely. `entry`: that of the register, where the office entered it. */
export const ElectionKnown = z.strictObject({
  name: z.string(),
  on: LocalDate,
  source: z.string(),
  entry: Id.nullable(),
})

/** A post that a rule found and nobody has looked at. */
export const FlagFound = z.strictObject({
  record: RecordId,
  account: AccountId,
  rule: z.enum(['advocacy', 'campaigning', 'products']),
  found: z.string(),
  election: z.string().nullable(),
  words: z.string(),
  at: Instant.nullable(),
})
export type FlagFound = z.infer<typeof FlagFound>

export const officeFlags = query('office.flags', {
  summary:
    'Posts of the City in a period in which words or dates suggest a restricted activity. A person decides; nothing is stored.',
  input: z.strictObject({ from: LocalDate, to: LocalDate, limit: Id.max(500).default(200) }),
  output: z.strictObject({
    found: z.array(FlagFound),
    read: z.int().nonnegative(),
    more: z.boolean(),
    elections: z.array(ElectionKnown),
  }),
  errors: ['INPUT_INVALID'],
})
