// Operations that plan disposition. Approval and execution come with their own issue.
import { z } from 'zod'
import { PlanCustody } from '../domain/disposition/custody.ts'
import { PlanDepartment } from '../domain/disposition/disposition.ts'
import { ListKind } from '../domain/disposition/listed.ts'
import { OfficeFileKind } from '../domain/disposition/office-file.ts'
import { PlanKind } from '../domain/disposition/plan-kind.ts'
import { ReportEvery } from '../domain/disposition/report-schedule.ts'
import { Digest, GrantId, PersonId, PlanId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'

/** A list that a plan is checked against, as the file itself. */
export const ListFile = z.strictObject({
  name: z.string().min(1).max(255),
  csv: z.string().max(20_000_000),
  /** The day that it tells the state of; null: the day on which the plan is drawn up. */
  datedOn: LocalDate.nullable().default(null),
  /** Heading of the column that holds its numbers, where Muniment cannot tell by its headings. */
  numberColumn: z.string().trim().min(1).max(200).nullable().default(null),
})

/** The office's own files of a kind in a plan. */
const FileCount = z.strictObject({
  kind: OfficeFileKind,
  eligible: z.int().nonnegative(),
  kept: z.int().nonnegative(),
})

/**
 * Counts of a plan by series and by the reason that keeps a record. `waiting`: how many of those that may be destroyed wait, because a package
 * with their source holds a record under a hold. `executable` false: it is a report; `notes` say why, and what else
 * must be known before it is approved.
 */
export const PlanSummary = z.strictObject({
  id: PlanId,
  kind: PlanKind.default('destruction'),
  asOf: LocalDate,
  madeAt: Instant,
  digest: Digest,
  eligible: z.int().nonnegative(),
  excluded: z.int().nonnegative(),
  waiting: z.int().nonnegative().default(0),
  files: z.array(FileCount).default([]),
  /** The departments whose records may go; none is told of plans of before it was kept. */
  departments: z.array(PlanDepartment).default([]),
  bySeries: z.array(z.strictObject({ series: z.string(), title: z.string(), eligible: z.int().nonnegative() })),
  byReason: z.array(z.strictObject({ reason: z.string(), sentence: z.string(), records: z.int().nonnegative() })),
  executable: z.boolean(),
  notes: z.array(z.string()),
  /** Entries of its lists that somebody must answer for before it is approved, when it was drawn up. */
  listedOpen: z.int().nonnegative().default(0),
  /** The lists that it was drawn up with; none is told of plans of before it was kept. */
  lists: z.array(z.strictObject({ kind: ListKind, datedOn: LocalDate })).default([]),
  /** Of a plan to give up custody: the copies for archives that it rests on. */
  custody: z.array(PlanCustody).default([]),
})
export type PlanSummary = z.infer<typeof PlanSummary>

export const purgePlan = job('purge.plan', {
  summary:
    'Lists what may be destroyed as of a date, or of what custody may go to an archive, what may not, and why; nothing is destroyed.',
  input: z.strictObject({
    kind: PlanKind.default('destruction'),
    asOf: LocalDate,
    openRequests: ListFile.nullable(),
    claims: ListFile.nullable(),
    to: z.strictObject({
      plan: GrantId.nullable(),
      pdf: GrantId.nullable(),
      csv: GrantId.nullable(),
      xlsx: GrantId.nullable().default(null),
    }),
  }),
  output: PlanSummary,
  errors: ['SCHEDULE_MISSING', 'GRANT_UNKNOWN', 'INPUT_INVALID', 'DISK_FULL'],
})

/** `read`: the column that holds the numbers (null: entries are known by their names alone), and how many entries there are; null where nobody can tell the column. */
export const purgeReadList = query('purge.read-list', {
  summary:
    'Reads a list of open requests or of claims: its columns, and which of them holds the numbers. Nothing is kept.',
  input: z.strictObject({ kind: ListKind, list: ListFile }),
  output: z.strictObject({
    headings: z.array(z.string()),
    read: z.strictObject({ numberIn: z.string().nullable(), entries: z.int().nonnegative() }).nullable(),
  }),
  errors: ['INPUT_INVALID'],
})

export const purgeList = query('purge.list', {
  summary: 'Purge plans made so far, newest first.',
  input: z.strictObject({}),
  output: z.array(PlanSummary),
})

/**
 * `listsWithinDays`: days after which a list of open requests or claims is too old for a plan that is to be executed. `reportEvery`: how often a
 * report is drawn up by the calendar, null where it is not.
 */
const Terms = z.strictObject({ listsWithinDays: z.int().min(1).max(366), reportEvery: ReportEvery.nullable() })

export const purgeTerms = query('purge.terms', {
  summary:
    'How old the lists may be that a plan is checked against, and how often a report is drawn up by the calendar.',
  input: z.strictObject({}),
  output: Terms,
})

/** `second`: who else stands behind lists that may be older than before, once a request, a hold or a plan has touched anything; then `reason` is asked for, too. */
export const purgeSetTerms = command('purge.set-terms', {
  summary: 'Sets how old the lists may be, or how often a report is drawn up by the calendar; what is left out stays.',
  input: Terms.partial().extend({
    reason: z.string().trim().max(2000).default(''),
    second: PersonId.nullable().default(null),
  }),
  output: Terms,
  errors: ['ACTOR_REQUIRED', 'INPUT_INVALID', 'PERSON_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})
