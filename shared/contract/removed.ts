// Operations on what is no longer shown: the log that AI 599 asks for, its drafts, its review, its report.
import { z } from 'zod'
import { AccessionId, AccountId, CaptureId, Digest, GrantId, PersonId, RecordId } from '../domain/id.ts'
import { Removal, RemovalAct, RemovalClue, RemovalField, RemovalState } from '../domain/office/removal.ts'
import { ListFormat, RecordKind } from '../domain/record/record.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { Moment } from '../domain/written-moment.ts'
import { command, job, query } from './define.ts'

const Id = z.int().positive()
const Reason = z.string().trim().max(2000)

/** An act on an entry of the stewardship registers, as it was written down. */
export const StewardAct = z.strictObject({
  act: z.string(),
  on: LocalDate,
  by: z.string(),
  words: z.string(),
  at: Instant,
  recordedBy: PersonId.nullable(),
})
export type StewardAct = z.infer<typeof StewardAct>

/** An export or capture that shows a record, or that could have and does not. `made`: when it was made, or received where nobody says when. */
export const Showing = z.strictObject({ accession: AccessionId, made: Instant })
export type Showing = z.infer<typeof Showing>

/** What the vault itself knows of the record: read anew each time, never written into the log. */
export const RemovedFacts = z.strictObject({
  kind: RecordKind,
  posted: Moment.nullable(),
  author: z.string(),
  /** Its first words, or what stands in their place where it is shown only on purpose. */
  words: z.string(),
  /** SHA-256 over the content of its newest version; null where it is shown only on purpose. */
  digest: Digest.nullable(),
  shown: z.array(Showing),
  notShown: z.array(Showing),
})
export type RemovedFacts = z.infer<typeof RemovedFacts>

export const RemovedEntry = z.strictObject({
  id: Id,
  account: AccountId.nullable(),
  record: RecordId.nullable(),
  /** Whether it was of a record that the vault has no more. */
  recordGone: z.boolean(),
  said: Removal,
  facts: RemovedFacts.nullable(),
  state: RemovalState,
  open: z.array(RemovalField),
  /** A booking photo's last day on the page. */
  due: LocalDate.nullable(),
  acts: z.array(StewardAct),
  wordings: Id,
  openedAt: Instant,
  openedBy: PersonId.nullable(),
})
export type RemovedEntry = z.infer<typeof RemovedEntry>

export const removedList = query('removed.list', {
  summary: 'What is no longer shown, and who was blocked: every entry of the log with what the vault knows of it.',
  input: z.strictObject({}),
  output: z.array(RemovedEntry),
})

/** A record that is gone from its platform, or hidden there, and stands in no entry. */
export const RemovedDraft = z.strictObject({
  record: RecordId,
  account: AccountId,
  kind: RecordKind,
  author: z.string(),
  words: z.string(),
  posted: Moment.nullable(),
  why: RemovalClue,
  shownUntil: Moment.nullable(),
  removed: Moment.nullable(),
  /** The capture that still shows it, where captures tell of it. */
  shownIn: CaptureId.nullable(),
  /** When it was seen to be shown again; it was removed for a while. */
  shownAgain: Moment.nullable(),
})
export type RemovedDraft = z.infer<typeof RemovedDraft>

export const removedDrafts = query('removed.drafts', {
  summary:
    'Records that their platform no longer shows, or shows as hidden, as exports and captures tell, and that the log does not mention yet, newest first.',
  input: z.strictObject({ before: RecordId.nullable().default(null), limit: Id.max(500).default(100) }),
  output: z.strictObject({ drafts: z.array(RemovedDraft), more: z.boolean() }),
})

export const removedWrite = command('removed.write', {
  summary: 'Writes an entry of the log of removed content down, or another wording of one; earlier wordings are kept.',
  input: z.strictObject({
    /** Null begins an entry. */
    id: Id.nullable(),
    account: AccountId.nullable().default(null),
    record: RecordId.nullable().default(null),
    said: Removal,
  }),
  output: z.strictObject({ id: Id, open: z.array(RemovalField) }),
  errors: ['ACCOUNT_UNKNOWN', 'RECORD_UNKNOWN', 'STEWARDSHIP_REFUSED'],
})

export const removedAct = command('removed.act', {
  summary: 'Submits, approves, returns, closes, reopens or dismisses an entry, or writes an appeal down.',
  input: z.strictObject({
    id: Id,
    act: RemovalAct,
    on: LocalDate,
    by: z.string().trim().min(1).max(200),
    words: Reason.default(''),
  }),
  output: z.strictObject({ state: RemovalState }),
  errors: ['ATTORNEY_REQUIRED', 'STEWARDSHIP_REFUSED'],
})

/** What a column of a log that was kept elsewhere can be taken for. */
export const LogField = z.enum([
  'kind',
  'account',
  'platform',
  'posted',
  'shownUntil',
  'removed',
  'time',
  'thread',
  'author',
  'by',
  'action',
  'guidelineWords',
  'reason',
  'viewpoint',
  'decidedBy',
  'copy',
])
export type LogField = z.infer<typeof LogField>

/** A row of such a log as it would be written down. */
export const RemovedRow = z.strictObject({ account: AccountId.nullable(), said: Removal })
export type RemovedRow = z.infer<typeof RemovedRow>

export const removedRead = query('removed.read', {
  summary:
    'Reads a log of removed content as CSV: its columns, what each is taken for, and what its rows would become that do not stand in the log yet.',
  input: z.strictObject({ csv: z.string().max(20_000_000), columns: z.array(z.string().nullable()).nullable() }),
  output: z.strictObject({
    headings: z.array(z.string()),
    columns: z.array(z.string().nullable()),
    /** What the log does not say yet. */
    rows: z.array(RemovedRow),
    /** How many rows stand in the log already, word for word as now or as they were taken in. */
    known: z.int().nonnegative(),
    /** What cannot be taken in as it stands, and rows that the log has in other words. */
    problems: z.array(z.string()),
  }),
  errors: ['INPUT_INVALID'],
})

export const removedExport = job('removed.export', {
  summary:
    'Writes the log, or one month of it, as CSV, as a workbook (XLSX) or as a tagged PDF with a chart; the copy is registered.',
  input: z.strictObject({
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .nullable(),
    format: ListFormat,
    to: GrantId,
  }),
  output: z.strictObject({ entries: z.int().nonnegative() }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'PRACTICE_ONLY'],
})
