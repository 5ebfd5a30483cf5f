// What the first screen wants to know: what a vault still lacks, and what has become due.
import { z } from 'zod'
import { Duty } from '../domain/calendar-clock.ts'
import { RequestId } from '../domain/id.ts'
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
