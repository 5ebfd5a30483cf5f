// Operations on records that are shown only on purpose.
import { z } from 'zod'
import { RecordId } from '../domain/id.ts'
import { NewRestriction, Restriction } from '../domain/record/restriction.ts'
import { command, job, query } from './define.ts'

const Reason = z.string().trim().min(1).max(2000)
const Count = z.int().nonnegative()
const Act = z.int().positive()

/** `already`: records that stood so before. One that was restricted on another ground is so on the new one; the former is kept. */
export const restrictionPlace = command('restriction.place', {
  summary:
    'Restricts records: lists, pictures and reports say the ground in place of what they say, until they are opened on purpose.',
  input: z.strictObject({ records: z.array(RecordId).min(1).max(10_000), restriction: NewRestriction }),
  output: z.strictObject({ restricted: Count, already: Count }),
  errors: ['RECORD_UNKNOWN'],
})

export const restrictionFound = job('restriction.found', {
  summary:
    'Restricts everything that a search finds, as one act that can be undone; what is restricted already stays so.',
  input: z.strictObject({ search: z.string().max(4000), restriction: NewRestriction }),
  output: z.strictObject({ act: Act.nullable(), restricted: Count, already: Count }),
  errors: ['INPUT_INVALID'],
})

export const restrictionUndo = command('restriction.undo', {
  summary: 'Takes an act upon many records back; what was lifted or changed since stays as it is.',
  input: z.strictObject({ act: Act }),
  output: z.strictObject({ lifted: Count }),
  errors: ['RESTRICTION_REFUSED'],
})

export const restrictionLift = command('restriction.lift', {
  summary: 'Lifts the restriction of a record; what it was and why stays written down.',
  input: z.strictObject({ record: RecordId, reason: Reason }),
  output: z.strictObject({}),
  errors: ['RESTRICTION_REFUSED'],
})

export const restrictionReview = command('restriction.review', {
  summary:
    'Decides, as a named person and with a reason, that a restricted record may stand in packets, or takes that back.',
  input: z.strictObject({ record: RecordId, release: z.boolean(), reason: Reason }),
  output: z.strictObject({}),
  errors: ['RESTRICTION_REFUSED', 'ACTOR_REQUIRED'],
})

export const restrictionOpen = command('restriction.open', {
  summary: 'Writes down that somebody is shown a restricted record; then it may be asked for.',
  input: z.strictObject({ record: RecordId }),
  output: z.strictObject({}),
  errors: ['RECORD_UNKNOWN'],
})

export const restrictionOf = query('restriction.of', {
  summary: 'Every restriction of a record, the newest first, each with its newest review.',
  input: z.strictObject({ record: RecordId }),
  output: z.array(Restriction),
})

export const restrictionList = query('restriction.list', {
  summary: 'The restrictions that stand, newest first.',
  input: z.strictObject({ limit: z.int().min(1).max(10_000) }),
  output: z.strictObject({ total: Count, restrictions: z.array(Restriction) }),
})
