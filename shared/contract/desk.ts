// What the first screen wants to know: what a vault still lacks, and what has become due.
import { z } from 'zod'
import { Duty } from '../domain/calendar/clock.ts'
import { ProductionId, RequestId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { query } from './define.ts'

export const vaultSetup = query('vault.setup', {
  summary: 'Whether rules were saved and the vault was ever backed up.',
  input: z.strictObject({}),
  output: z.strictObject({ ruleSets: z.int().nonnegative(), lastBackup: Instant.nullable() }),
})

/** `before`: records dated earlier are counted. A hold, an edit or a time that is only roughly known can still keep some of them. */
export const PastRetention = z.strictObject({
  series: z.string(),
  title: z.string(),
  records: z.int().positive(),
  before: LocalDate,
})

export const retentionPast = query('retention.past', {
  summary:
    'How many records have come to the end of their retention by their date, and were not yet on an earlier day.',
  input: z.strictObject({ asOf: LocalDate, since: LocalDate.nullable() }),
  output: z.array(PastRetention),
})

/** The next date of a request that is still open; `due` null where a year's holidays are not loaded. */
export const Deadline = z.strictObject({
  request: RequestId,
  requester: z.string(),
  duty: Duty,
  due: LocalDate.nullable(),
})
export type Deadline = z.infer<typeof Deadline>

export const requestDeadlines = query('request.deadlines', {
  summary: 'The next date of every open request, the earliest first.',
  input: z.strictObject({}),
  output: z.array(Deadline),
})

/** A demand to remove something from a published copy that nobody has met yet, with its 48 hours explained. Who demands it is not told here. */
export const Removal = z.strictObject({
  demand: z.int().positive(),
  request: RequestId,
  production: ProductionId,
  place: z.string(),
  what: z.string(),
  receivedAt: Instant,
  dueAt: Instant,
  sentence: z.string(),
  steps: z.array(z.string()),
  citation: z.string(),
  confirmed: z.boolean(),
})
export type Removal = z.infer<typeof Removal>

export const requestRemovals = query('request.removals', {
  summary: 'Every open demand to remove something from a published copy (Gov. Code 7928.215), the earliest end first.',
  input: z.strictObject({}),
  output: z.array(Removal),
})
