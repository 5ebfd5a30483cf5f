// The operation that gives the days of events that retention periods wait for.
import { z } from 'zod'
import { PersonId, RecordId } from '../domain/id.ts'
import { EventRules } from '../domain/retention/event-rule.ts'
import { normalCode } from '../domain/retention/expression.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'

/** `code`: the code of the legend that waits, such as CL. `search` or `records`: which records. `on` null takes an earlier day back.
 * `second`: who else stands behind a day that lets records go sooner after a request, a hold or a plan. */
export const eventSet = command('event.set', {
  summary:
    'Says on which day what a series waits for (closed, superseded, audited …) came for records, or takes that back.',
  input: z
    .strictObject({
      code: z.string().max(200).transform(normalCode).pipe(z.string().min(1)),
      on: LocalDate.nullable(),
      search: z.string().trim().min(1).max(4000).nullable(),
      records: z.array(RecordId).max(10_000),
      reason: z.string().trim().min(1).max(2000),
      second: PersonId.nullable().default(null),
    })
    .refine(({ search, records }) => (search === null) === records.length > 0, {
      error: 'takes a search or records, not both',
      path: ['records'],
    }),
  output: z.strictObject({ set: z.int().nonnegative(), same: z.int().nonnegative() }),
  errors: [
    'ACTOR_REQUIRED',
    'INPUT_INVALID',
    'PERSON_UNKNOWN',
    'RECORD_UNKNOWN',
    'SCHEDULE_MISSING',
    'SECOND_PERSON_REQUIRED',
  ],
})

/** The whole set; the one before is kept. `second`: who else stands behind it, once a request, a hold or a plan has touched anything. */
export const eventRulesSave = command('event.rules-save', {
  summary: 'Saves the standing rules that give the days of events; they hold for what comes in later, too.',
  input: z.strictObject({ rules: EventRules, second: PersonId.nullable().default(null) }),
  output: z.strictObject({ set: z.int().positive() }),
  errors: [
    'ACTOR_REQUIRED',
    'ACCOUNT_UNKNOWN',
    'INPUT_INVALID',
    'PERSON_UNKNOWN',
    'SCHEDULE_MISSING',
    'SECOND_PERSON_REQUIRED',
  ],
})

export const eventRulesShow = query('event.rules-show', {
  summary: 'The standing rules that give the days of events.',
  input: z.strictObject({}),
  output: z.strictObject({ rules: EventRules, savedBy: z.string().nullable(), savedAt: Instant.nullable() }),
})
