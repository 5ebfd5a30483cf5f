// Operations on retention schedules, rules and classification.
import { z } from 'zod'
import { Rules } from '../domain/classify/rule.ts'
import { Digest, PersonId, RecordId, ScheduleId } from '../domain/id.ts'
import { ColumnMapping, ScheduleField } from '../domain/schedule/column.ts'
import { ScheduleDifference } from '../domain/schedule/difference.ts'
import { Legend } from '../domain/schedule/legend.ts'
import { FiscalYearEnd, ScheduleDraft } from '../domain/schedule/schedule.ts'
import { Protection } from '../domain/schedule/series.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'
import { Paper } from './hold.ts'

/**
 * A schedule file as its city publishes it, with what the file itself does not say. Of a workbook `csv` holds the rows of one sheet
 * (`schedule.sheets`), and `workbook` its own bytes, which are what is kept. `columns` null: told by their headings.
 */
export const ScheduleFile = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  csv: z.string().min(1).max(20_000_000),
  workbook: z.base64().max(30_000_000).nullable().default(null),
  columns: ColumnMapping.nullable().default(null),
  name: z.string().trim().min(1).max(500),
  resolution: z.string().trim().min(1).max(200),
  adoptedOn: LocalDate,
  effectiveFrom: LocalDate,
  fiscalYearEnd: FiscalYearEnd,
  legend: Legend,
  /** The resolution that adopted it. */
  authority: Paper.nullable().default(null),
})
export type ScheduleFile = z.input<typeof ScheduleFile>

/** What reading a schedule file found: nothing is guessed, so unmapped codes are named (law.md §3.5). */
export const ScheduleReading = z.strictObject({
  series: z.int().nonnegative(),
  unmappedCodes: z.array(z.string()),
  unmappedColumns: z.array(z.string()),
  findings: z.array(z.strictObject({ row: z.int().nonnegative().nullable(), sentence: z.string() })),
})
export type ScheduleReading = z.infer<typeof ScheduleReading>

/**
 * `seen`: what `schedule.compare` gave for this file; without it no schedule takes the place of one that keeps records. `second`: who else stands behind
 * it, where records go earlier by it after a request, a hold or a plan.
 */
export const scheduleImport = command('schedule.import', {
  summary:
    'Takes in a retention schedule (CSV, a sheet of a workbook, a pasted table, text of a PDF) with its legend of codes; it becomes the schedule in force.',
  input: ScheduleFile.extend({ seen: Digest.nullable().default(null), second: PersonId.nullable().default(null) }),
  output: z.strictObject({ id: ScheduleId, reading: ScheduleReading }),
  errors: ['SCHEDULE_INVALID', 'SCHEDULE_UNSEEN', 'SECOND_PERSON_REQUIRED', 'PERSON_UNKNOWN'],
})

export const scheduleSheets = query('schedule.sheets', {
  summary: 'The sheets of a workbook (XLSX), each as the CSV that it would be.',
  input: z.strictObject({ fileName: z.string().trim().min(1).max(255), workbook: z.base64().max(30_000_000) }),
  output: z.array(z.strictObject({ name: z.string(), rows: z.int().nonnegative(), csv: z.string() })),
  errors: ['SCHEDULE_INVALID'],
})

/** Before a schedule is taken in: its columns with what stands in them, what each was taken for, and what would be read. */
export const scheduleRead = query('schedule.read', {
  summary:
    'Reads a schedule file without storing anything: its columns, its codes, its series, and what is not understood.',
  input: ScheduleFile.pick({ csv: true, columns: true, legend: true }),
  output: z.strictObject({
    headerRow: z.int().positive().nullable(),
    top: z.array(z.array(z.string())),
    columns: z.array(
      z.strictObject({ header: z.string(), field: ScheduleField.nullable(), samples: z.array(z.string()) }),
    ),
    codes: z.array(z.strictObject({ code: z.string(), series: z.int().positive(), explained: z.boolean() })),
    rows: z.array(
      z.strictObject({
        row: z.int(),
        code: z.string(),
        title: z.string(),
        department: z.string(),
        retention: z.string(),
      }),
    ),
    reading: ScheduleReading,
  }),
})

/** A schedule as taken in. Of several the newest that is adopted and effective on a day is in force on it. */
export const ScheduleVersion = z.strictObject({
  id: ScheduleId,
  name: z.string(),
  resolution: z.string(),
  adoptedOn: LocalDate,
  effectiveFrom: LocalDate,
  importedAt: Instant,
  importedBy: z.string().nullable(),
  source: z.string(),
  series: z.int().nonnegative(),
  /** File name of the resolution that is kept with it. */
  paper: z.string().nullable(),
})
export type ScheduleVersion = z.infer<typeof ScheduleVersion>

export const scheduleList = query('schedule.list', {
  summary: 'Every schedule that was taken in, newest first.',
  input: z.strictObject({}),
  output: z.array(ScheduleVersion),
})

/**
 * What a second schedule does to the records of a series: `before` and `after` how many are kept under it, `dueBefore` and `dueAfter` how
 * many of them are past their retention by their date on the day asked for; `earlier` and `later`: how many may go sooner, or are kept longer.
 */
export const SeriesEffect = z.strictObject({
  code: z.string(),
  title: z.string(),
  before: z.int().nonnegative(),
  after: z.int().nonnegative(),
  dueBefore: z.int().nonnegative(),
  dueAfter: z.int().nonnegative(),
  earlier: z.int().nonnegative(),
  later: z.int().nonnegative(),
})
export type SeriesEffect = z.infer<typeof SeriesEffect>

/** `orphaned`: records whose series the second schedule lacks. `rules`: those that name such a series. `seen`: what adopting it asks for. `takesTwo`: its adoption takes a second person. */
export const ScheduleComparison = z.strictObject({
  difference: ScheduleDifference,
  effects: z.array(SeriesEffect),
  orphaned: z.int().nonnegative(),
  rules: z.array(z.string()),
  seen: Digest,
  takesTwo: z.boolean(),
})
export type ScheduleComparison = z.infer<typeof ScheduleComparison>

const Compared = {
  from: ScheduleId,
  to: z.union([z.strictObject({ id: ScheduleId }), z.strictObject({ file: ScheduleFile })]),
}

/** The two schedules of a comparison: two that were taken in, or one and a file. */
export type ComparedSchedules = Pick<z.input<typeof scheduleMoved.input>, 'from' | 'to'>

export const scheduleCompare = query('schedule.compare', {
  summary: 'What changed between two schedules, or would by a file, and which records it moves; nothing is changed.',
  input: z.strictObject({ ...Compared, asOf: LocalDate }),
  output: ScheduleComparison,
  errors: ['SCHEDULE_MISSING', 'SCHEDULE_INVALID'],
})

/** `was`, `is`: the day until which it is kept; null where that waits for an event, or never comes. `next`: where the next stretch begins; null at the end. */
export const scheduleMoved = query('schedule.moved', {
  summary:
    'The records of a series that another schedule lets go earlier or keeps longer, stretch by stretch; the oldest first.',
  input: z.strictObject({ ...Compared, code: z.string(), after: RecordId.nullable() }),
  output: z.strictObject({
    records: z.array(
      z.strictObject({
        record: RecordId,
        made: LocalDate,
        move: z.enum(['earlier', 'later']),
        was: LocalDate.nullable(),
        is: LocalDate.nullable(),
      }),
    ),
    next: RecordId.nullable(),
  }),
  errors: ['SCHEDULE_MISSING', 'SCHEDULE_INVALID'],
})

/** What a series was said to hold of Gov. Code 34090(a)–(e): by whom, when, who looked at what, and who else stands behind it. */
export const SeriesAnswer = z.strictObject({
  kinds: Protection,
  basis: z.string(),
  at: Instant,
  by: z.string(),
  second: z.string().nullable(),
})

/** What was said of a series that is marked historical: by whom, when, who looked at what, and who else stands behind it. */
export const SeriesReview = z.strictObject({
  lasting: z.boolean(),
  basis: z.string(),
  at: Instant,
  by: z.string(),
  second: z.string(),
})

/** `answers` by series code; a series without one is not computable. `reviews`: of those that are marked historical, by series code. */
export const scheduleShow = query('schedule.show', {
  summary: 'The schedule in force, or an earlier one.',
  input: z.strictObject({ id: ScheduleId.nullable() }),
  output: z
    .strictObject({
      id: ScheduleId,
      schedule: ScheduleDraft,
      unmappedCodes: z.array(z.string()),
      importedAt: Instant,
      records: z.record(z.string(), z.int()),
      answers: z.record(z.string(), SeriesAnswer),
      reviews: z.record(z.string(), SeriesReview),
    })
    .nullable(),
})

export const rulesSave = command('rules.save', {
  summary: 'Saves the classification rules; the set saved before is kept.',
  input: z.strictObject({ rules: Rules }),
  output: z.strictObject({ set: z.int().positive() }),
  errors: ['SERIES_UNKNOWN', 'SCHEDULE_MISSING'],
})

export const rulesShow = query('rules.show', {
  summary: 'The classification rules in force.',
  input: z.strictObject({}),
  output: z.strictObject({ set: z.int().positive().nullable(), rules: Rules }),
})

/**
 * `looked` = `classified` + `untouched`: every record. `byHand`: those of the untouched that a person decided on. `conflicts`: records for
 * which rules name different series (the first rule won); the first of them are listed.
 */
export const classifyRules = job('classify.rules', {
  summary: 'Classifies every record that no person decided on by the rules in force.',
  input: z.strictObject({}),
  output: z.strictObject({
    looked: z.int().nonnegative(),
    classified: z.int().nonnegative(),
    conflicts: z.int().nonnegative(),
    untouched: z.int().nonnegative(),
    byHand: z.int().nonnegative(),
    findings: z.array(z.strictObject({ record: RecordId, sentence: z.string() })),
  }),
  errors: ['RULES_MISSING', 'SCHEDULE_MISSING', 'SERIES_UNKNOWN'],
})

/** `second`: who else stands behind decisions that shorten retention after a request, a hold or a plan; without one such records are left as they are (`guarded`). */
export const classifySearch = job('classify.search', {
  summary: 'Assigns every record that a search finds to a series, for a reason.',
  input: z.strictObject({
    search: z.string().max(4000),
    series: z.string().min(1).max(200).nullable(),
    reason: z.string().trim().min(1).max(2000),
    second: PersonId.nullable().default(null),
  }),
  output: z.strictObject({
    classified: z.int().nonnegative(),
    same: z.int().nonnegative(),
    guarded: z.int().nonnegative().default(0),
    /** The number by which all of it can be taken back; null where nothing was decided. */
    bulk: z.int().positive().nullable(),
  }),
  errors: ['SERIES_UNKNOWN', 'SCHEDULE_MISSING', 'SECOND_PERSON_REQUIRED', 'PERSON_UNKNOWN'],
})

export const classifyRecords = command('classify.records', {
  summary: 'Assigns the records listed to a series, for a reason.',
  input: z.strictObject({
    records: z.array(RecordId).min(1).max(10_000),
    series: z.string().min(1).max(200).nullable(),
    reason: z.string().trim().min(1).max(2000),
    second: PersonId.nullable().default(null),
  }),
  output: z.strictObject({ classified: z.int().nonnegative(), same: z.int().nonnegative() }),
  errors: ['SERIES_UNKNOWN', 'RECORD_UNKNOWN', 'SCHEDULE_MISSING', 'SECOND_PERSON_REQUIRED', 'PERSON_UNKNOWN'],
})

/**
 * Why a record is classified as it is, until when it is kept, and what blocks its disposition. `asOf` null: the day of the last that
 * the vault knows of, since a query has no clock; the day taken is in the answer.
 */
export const retentionExplain = query('retention.explain', {
  summary: 'Why a record is here, until when, and what blocks its disposition, step by step.',
  input: z.strictObject({ id: RecordId, asOf: LocalDate.nullable() }),
  output: z.strictObject({
    asOf: LocalDate,
    series: z.string().nullable(),
    /** Further series beside its own. */
    beside: z.array(z.strictObject({ series: z.string(), addedAt: Instant, addedBy: z.string(), reason: z.string() })),
    /** The days of its own events, by code of the legend, and where each comes from. */
    events: z.array(z.strictObject({ code: z.string(), on: LocalDate, how: z.string() })),
    eligible: z.boolean(),
    on: LocalDate.nullable(),
    verdict: z.string(),
    trace: z.array(z.strictObject({ rule: z.string(), citation: z.string(), sentence: z.string() })),
    history: z.array(
      z.strictObject({
        series: z.string().nullable(),
        previous: z.string().nullable(),
        decidedAt: Instant,
        decidedBy: z.string().nullable(),
        rule: z.string().nullable(),
        reason: z.string(),
      }),
    ),
    holds: z.array(z.string()),
  }),
  errors: ['RECORD_UNKNOWN'],
})
