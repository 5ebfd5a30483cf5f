// Operations on many records at once: looking before, listing after, taking back; and trying rules.
import { z } from 'zod'
import { Rules } from '../domain/classify/rule.ts'
import { AccountId, JobId, PersonId, RecordId } from '../domain/id.ts'
import { RecordRow } from '../domain/record/record.ts'
import { Instant } from '../domain/time.ts'
import { job, query } from './define.ts'

const Count = z.int().nonnegative()

/** `held`: records that a hold or an open request stops from being destroyed; they may be classified all the same. */
export const bulkPreview = query('bulk.preview', {
  summary:
    'What a search would decide on: how many records, by series and account, how many are under hold, and some of them.',
  input: z.strictObject({ search: z.string().max(4000) }),
  output: z.strictObject({
    records: Count,
    held: Count,
    bySeries: z.array(z.strictObject({ series: z.string().nullable(), records: Count })),
    byAccount: z.array(z.strictObject({ account: AccountId, records: Count })),
    sample: z.array(RecordRow),
  }),
  errors: ['INPUT_INVALID'],
})

export const bulkList = query('bulk.list', {
  summary: 'Decisions on many records at once, newest first.',
  input: z.strictObject({ limit: z.int().min(1).max(200) }),
  output: z.array(
    z.strictObject({
      id: z.int().positive(),
      series: z.string().nullable(),
      reason: z.string(),
      records: Count,
      madeAt: Instant,
      madeBy: z.string().nullable(),
      endedAt: Instant.nullable(),
      undoneAt: Instant.nullable(),
      job: JobId.nullable(),
    }),
  ),
})

/**
 * `kept`: records on which somebody decided since, and which stay as they are. `second`: who else stands behind it where that shortens retention after a
 * request, a hold or a plan; without one such records are left as they are (`guarded`), and it can be taken back again with one.
 */
export const bulkUndo = job('bulk.undo', {
  summary: 'Takes a decision on many records back: what stood before stands again. The history is kept.',
  input: z.strictObject({ bulk: z.int().positive(), second: PersonId.nullable().default(null) }),
  output: z.strictObject({ undone: Count, kept: Count, guarded: Count }),
  errors: ['DECISION_UNKNOWN', 'PERSON_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})

/**
 * One stretch of records, oldest first. `matches`: records that a rule fits; `decides`: those of them that it would decide on, because
 * no rule before it fits and no person has decided. `earlier`, `later`: those of them that stand in another series now and may go sooner by it, or are
 * kept longer. `last` null: that was the end. `total` is told with the first stretch.
 */
export const rulesTry = query('rules.try', {
  summary: 'What rules would do, stretch by stretch: what each fits and decides, and where two of them disagree.',
  input: z.strictObject({ rules: Rules, after: RecordId.nullable() }),
  output: z.strictObject({
    last: RecordId.nullable(),
    looked: Count,
    total: Count.nullable(),
    rules: z.array(z.strictObject({ id: z.string(), matches: Count, decides: Count, earlier: Count, later: Count })),
    conflicts: z.array(z.strictObject({ wins: z.string(), loses: z.string(), records: Count, example: RecordId })),
  }),
})
