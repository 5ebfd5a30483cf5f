// Operations on the office's own files: request files, packets, plans, holds, the removal log and remainders, each in a series of its own.
import { z } from 'zod'
import { OfficeFileKind, OfficeFileReason, OfficeFileRef, StartsOn } from '../domain/disposition/office-file.ts'
import { HoldId, PersonId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'

/** A choice of a series. `startsOn`: the day that is the event of the series, where it waits for one. */
const ChosenSeries = z.strictObject({
  series: z.string(),
  title: z.string(),
  startsOn: StartsOn.nullable(),
  reason: z.string(),
  chosenAt: Instant,
  chosenBy: z.string(),
  secondBy: z.string().nullable(),
})

/** A file as it stands. `chosen`: its own series, null where that of its kind counts. `reason` null: it may go, once it is approved. */
const OfficeFileState = OfficeFileRef.extend({
  openedOn: LocalDate,
  closedOn: LocalDate.nullable(),
  series: z.string().nullable(),
  own: z.boolean(),
  reason: OfficeFileReason.nullable(),
  on: LocalDate.nullable(),
  sentence: z.string(),
})
export type OfficeFileState = z.infer<typeof OfficeFileState>

/** A kind with the series that the office chose for it, and how its files stand. */
const OfficeKindState = z.strictObject({
  kind: OfficeFileKind,
  chosen: ChosenSeries.nullable(),
  files: z.int().nonnegative(),
  may: z.int().nonnegative(),
  held: z.int().nonnegative(),
  next: LocalDate.nullable(),
})
export type OfficeKindState = z.infer<typeof OfficeKindState>

/** `at`: the instant for which it is told; the caller has the clock. */
export const officeFileList = query('office-file.list', {
  summary: 'The office’s own files, each with its series and whether it may be destroyed; by kind and one by one.',
  input: z.strictObject({ at: Instant, kind: OfficeFileKind.nullable().default(null) }),
  output: z.strictObject({ kinds: z.array(OfficeKindState), files: z.array(OfficeFileState) }),
  errors: ['SCHEDULE_MISSING'],
})

/** `id` null: for every file of the kind that has no series of its own. `second`: who else stands behind it where that shortens retention. */
export const officeFileChoose = command('office-file.choose', {
  summary: 'Chooses the series of a kind of the office’s own files, or of a single one; nothing is guessed.',
  input: z.strictObject({
    kind: OfficeFileKind,
    id: z.string().min(1).max(64).nullable(),
    series: z.string().min(1).max(200),
    startsOn: StartsOn.nullable(),
    reason: z.string().trim().min(1).max(2000),
    second: PersonId.nullable().default(null),
  }),
  output: z.strictObject({}),
  errors: [
    'ACTOR_REQUIRED',
    'INPUT_INVALID',
    'PERSON_UNKNOWN',
    'SCHEDULE_MISSING',
    'SECOND_PERSON_REQUIRED',
    'SERIES_UNKNOWN',
    'SUBJECT_UNKNOWN',
  ],
})

export const officeFileHold = command('office-file.hold', {
  summary: 'Puts one of the office’s own files under a hold that is in force; it stays until the hold is released.',
  input: OfficeFileRef.extend({ hold: HoldId }),
  output: z.strictObject({ named: z.boolean() }),
  errors: ['ACTOR_REQUIRED', 'HOLD_UNKNOWN', 'INPUT_INVALID', 'SUBJECT_UNKNOWN'],
})
