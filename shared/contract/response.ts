// Operations on response times: reckoned anew each time from the records, the calendar and what people said by hand.
import { z } from 'zod'
import { AccountId, GrantId, RecordId } from '../domain/id.ts'
import { RecordKind } from '../domain/record/record.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, job, query } from './define.ts'

export const ResponseVerdict = z.enum(['within-48', 'within-72', 'late', 'unanswered', 'pending', 'not-measurable'])
export type ResponseVerdict = z.infer<typeof ResponseVerdict>

export const ResponseRow = z.strictObject({
  record: RecordId,
  account: AccountId,
  kind: RecordKind,
  at: Instant.nullable(),
  author: z.string(),
  words: z.string(),
  /** The rule that found it, or `by-hand`. */
  rule: z.string(),
  verdict: ResponseVerdict,
  /** The City's first reply, and the account that gave it. */
  reply: RecordId.nullable(),
  replyAccount: AccountId.nullable(),
  repliedAt: Instant.nullable(),
  /** By the office's calendar, and by the clock. */
  hours: z.number().nonnegative().nullable(),
  clockHours: z.number().nonnegative().nullable(),
  why: z.enum(['no-time', 'city-side-missing', 'capture-ends']).nullable(),
})
export type ResponseRow = z.infer<typeof ResponseRow>

const Count = z.int().nonnegative()

/** One account and month. `median`: of the hours of what was answered, null where nothing was. */
export const ResponseMonth = z.strictObject({
  account: AccountId,
  month: z.string(),
  counts: z.record(ResponseVerdict, Count),
  median: z.number().nullable(),
})
export type ResponseMonth = z.infer<typeof ResponseMonth>

export const ResponseReport = z.strictObject({
  from: LocalDate,
  to: LocalDate,
  months: z.array(ResponseMonth),
  /** What there is to work through: late and unanswered first; at most 2,000. */
  rows: z.array(ResponseRow),
  total: Count,
  /** Replies of the City to something that is not in the vault. */
  unmatched: z.array(z.strictObject({ account: AccountId, replies: Count })),
  /** Years whose holidays nobody entered: their holidays count as days on which the office is open. */
  yearsWithout: z.array(z.int()),
  /** Years whose holidays are reckoned from the days that an agreement names, and copied from no list of the year. */
  yearsReckoned: z.array(z.int()),
})
export type ResponseReport = z.infer<typeof ResponseReport>

const Period = { from: LocalDate, to: LocalDate }

export const responseReport = query('response.report', {
  summary: 'Response times of a period: what the public asked and reported, and when the City first answered.',
  /** What is not over at `asOf` is pending. */
  input: z.strictObject({ ...Period, asOf: Instant }),
  output: ResponseReport,
  errors: ['INPUT_INVALID'],
})

export const responseMark = command('response.mark', {
  summary: 'Says by hand that something asks or reports, that it does not, or leaves it to the rules again.',
  input: z.strictObject({
    record: RecordId,
    asks: z.boolean().nullable(),
    reason: z.string().trim().min(1).max(500),
  }),
  output: z.strictObject({}),
  errors: ['RECORD_UNKNOWN'],
})

export const responsePrint = job('response.print', {
  summary:
    'Writes the response times of a period by account and month, without anybody’s name or words, as a tagged PDF with a chart or as CSV.',
  input: z.strictObject({ ...Period, format: z.enum(['pdf', 'csv']), into: GrantId }),
  output: z.strictObject({ asked: Count }),
  errors: ['GRANT_UNKNOWN', 'FILE_UNREADABLE', 'INPUT_INVALID', 'PRACTICE_ONLY'],
})
