// Operations of the Classify desk: single decisions, taking them back, notes, the queue, suggestions.
import { z } from 'zod'
import { Suggestion } from '../domain/classify/suggestion.ts'
import { CommandId, RecordId } from '../domain/id.ts'
import { RecordRow } from '../domain/record/record.ts'
import { Instant } from '../domain/time.ts'
import { command, query } from './define.ts'

const SeriesCode = z.string().min(1).max(200)

/**
 * What a decision was made in sight of: the number of the record's newest decision (null: none), or an earlier command of the same
 * person, whose decision may not have a number yet.
 */
export const Expected = z.union([
  z.strictObject({ decision: z.int().positive().nullable() }),
  z.strictObject({ after: CommandId }),
])
export type Expected = z.infer<typeof Expected>

/**
 * `made`: written down as number `decision`. `same`: it stands so already. `conflict`: a person decided otherwise meanwhile (number
 * `decision`), and nothing was changed.
 */
export const Outcome = z.strictObject({
  outcome: z.enum(['made', 'same', 'conflict']),
  decision: z.int().positive().nullable(),
})
export type Outcome = z.infer<typeof Outcome>

export const decisionMake = command('decision.make', {
  summary: 'Assigns one record to a series, if no other person has decided on it since it was looked at.',
  input: z.strictObject({
    record: RecordId,
    series: SeriesCode.nullable(),
    expected: Expected,
    note: z.int().positive().nullable(),
  }),
  output: Outcome,
  errors: ['RECORD_UNKNOWN', 'RECORD_LOCKED', 'SERIES_UNKNOWN', 'SCHEDULE_MISSING', 'SECOND_PERSON_REQUIRED'],
})

export const decisionUndo = command('decision.undo', {
  summary: 'Takes a decision back by a new one: what stood before it stands again. The history is kept.',
  input: z.strictObject({ record: RecordId, of: CommandId }),
  output: Outcome,
  errors: ['RECORD_UNKNOWN', 'SECOND_PERSON_REQUIRED'],
})

export const decisionNote = command('decision.note', {
  summary: 'Keeps a note for a record’s next decision, whose reason it becomes; without words it takes the note away.',
  input: z.strictObject({ record: RecordId, text: z.string().trim().max(2000) }),
  output: z.strictObject({ note: z.int().positive().nullable() }),
  errors: ['RECORD_UNKNOWN'],
})

const NoteShown = z.strictObject({ id: z.int().positive(), text: z.string(), by: z.string().nullable() })

/** A record of the queue, with what a decision on it has to know. */
export const QueueItem = z.strictObject({
  row: RecordRow,
  decision: z.int().positive().nullable(),
  note: NoteShown.nullable(),
})
export type QueueItem = z.infer<typeof QueueItem>

export const queuePage = query('queue.page', {
  summary: 'The next records of a queue, newest first, by key, ready to be decided on.',
  input: z.strictObject({
    search: z.string().max(4000),
    before: RecordId.nullable(),
    limit: z.int().min(1).max(100),
  }),
  output: z.strictObject({ items: z.array(QueueItem), problems: z.array(z.string()) }),
})

export const queueSuggest = query('queue.suggest', {
  summary:
    'Which series records may belong to, by the rules and by what this office decided by hand, each with its reason.',
  input: z.strictObject({ records: z.array(RecordId).min(1).max(20) }),
  output: z.array(z.strictObject({ record: RecordId, suggestions: z.array(Suggestion) })),
})

export const decisionStands = query('decision.stands', {
  summary: 'How records stand: series, and who decided so last, when and why.',
  input: z.strictObject({ records: z.array(RecordId).max(200) }),
  output: z.array(
    z.strictObject({
      record: RecordId,
      series: z.string().nullable(),
      decision: z.int().positive().nullable(),
      by: z.string().nullable(),
      at: Instant.nullable(),
      rule: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
})
