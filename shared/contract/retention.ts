// Operations that settle how the schedule is applied: what its series can hold, and what is kept together.
import { z } from 'zod'
import { GrantId, PersonId, RecordId } from '../domain/id.ts'
import { KeptUnit } from '../domain/retention/unit.ts'
import { Protection } from '../domain/schedule/series.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'
import { Paper } from './hold.ts'

/** `second`: who else stands behind an answer that takes protection away, or that is the first, once a request, a hold or a plan has touched anything. */
export const seriesAnswer = command('series.answer', {
  summary:
    'Answers for series whether they can hold what Gov. Code 34090(a)–(e) protects; without it nothing of them goes.',
  input: z.strictObject({
    series: z.array(z.string().min(1).max(200)).min(1).max(5000),
    kinds: Protection,
    basis: z.string().trim().min(1).max(2000),
    second: PersonId.nullable().default(null),
  }),
  output: z.strictObject({ answered: z.int().nonnegative(), same: z.int().nonnegative() }),
  errors: ['SCHEDULE_MISSING', 'SERIES_UNKNOWN', 'ACTOR_REQUIRED', 'PERSON_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})

/** `lasting` false: its records wait for no archive any more. Two persons say either; a series that bears another title later was not reviewed. */
export const seriesReview = command('series.review', {
  summary: 'Records that a series marked historical was reviewed: whether it is of lasting value.',
  input: z.strictObject({
    series: z.array(z.string().min(1).max(200)).min(1).max(5000),
    lasting: z.boolean(),
    basis: z.string().trim().min(1).max(2000),
    second: PersonId,
  }),
  output: z.strictObject({ reviewed: z.int().nonnegative() }),
  errors: [
    'ACTOR_REQUIRED',
    'INPUT_INVALID',
    'PERSON_UNKNOWN',
    'SCHEDULE_MISSING',
    'SECOND_PERSON_REQUIRED',
    'SERIES_UNKNOWN',
  ],
})

/** A decision on the unit of retention; `paper`: 1 where the attorney's paper is kept with it. */
export const UnitDecision = z.strictObject({
  unit: KeptUnit,
  attorney: z.string(),
  decidedOn: LocalDate,
  paper: z.int(),
  reason: z.string(),
  recordedAt: Instant,
  recordedBy: z.string(),
})
export type UnitDecision = z.infer<typeof UnitDecision>

/**
 * `attorney`: a person of the register who is the City Attorney. `second`: who else stands behind a change, once a request, a hold or a plan has
 * touched anything; it may be the attorney, where somebody else records it.
 */
export const retentionUnit = command('retention.unit', {
  summary: 'Records what is kept and destroyed together, an item or its thread, as decided with the City Attorney.',
  input: z.strictObject({
    unit: KeptUnit,
    attorney: PersonId,
    decidedOn: LocalDate,
    document: Paper.nullable(),
    reason: z.string().trim().min(1).max(2000),
    second: PersonId.nullable().default(null),
  }),
  output: z.strictObject({ unit: KeptUnit }),
  errors: ['ACTOR_REQUIRED', 'ATTORNEY_REQUIRED', 'INPUT_INVALID', 'PERSON_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})

export const retentionUnitShow = query('retention.unit-show', {
  summary: 'What is kept and destroyed together, and how that was decided, newest first.',
  input: z.strictObject({}),
  output: z.strictObject({ unit: KeptUnit, decided: z.boolean(), decisions: z.array(UnitDecision) }),
})

export const scheduleQuestion = job('schedule.question', {
  summary:
    'Writes the page that asks the City Clerk and the City Attorney, where the schedule has no series for social media.',
  input: z.strictObject({ to: GrantId }),
  output: z.strictObject({ pages: z.int().positive() }),
  errors: ['SCHEDULE_MISSING', 'GRANT_UNKNOWN', 'INPUT_INVALID', 'FILE_UNREADABLE', 'DISK_FULL'],
})

/** `add` false takes the records out of the further series. `second`: who else stands behind it where that shortens retention. */
export const seriesBesideSet = command('series.beside', {
  summary: 'Puts records into a further series beside their own, or takes them out of it; the longest of them decides.',
  input: z.strictObject({
    records: z.array(RecordId).min(1).max(10_000),
    series: z.string().min(1).max(200),
    add: z.boolean(),
    reason: z.string().trim().min(1).max(2000),
    second: PersonId.nullable().default(null),
  }),
  output: z.strictObject({ changed: z.int().nonnegative() }),
  errors: [
    'ACTOR_REQUIRED',
    'INPUT_INVALID',
    'PERSON_UNKNOWN',
    'RECORD_UNKNOWN',
    'SCHEDULE_MISSING',
    'SECOND_PERSON_REQUIRED',
    'SERIES_UNKNOWN',
  ],
})
