// Operations on what a request holds: from its receipt its accounts and period, past closing what was found for it.
import { z } from 'zod'
import { HoldId, RequestId } from '../domain/id.ts'
import { Instant, LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'

const errors = ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'INPUT_INVALID'] as const

/** `scope`: its accounts and period, or, past closing, what was found for it. `until`: last day of the retention of its file. */
const Held = z.strictObject({
  hold: HoldId,
  placedAt: Instant,
  scope: z.enum(['accounts-and-period', 'found']),
  records: z.int().nonnegative(),
  until: LocalDate.nullable(),
  authority: z.string().nullable(),
})

export const requestHold = query('request.hold', {
  summary: 'What a request holds now, and until when; null where its hold was released.',
  input: z.strictObject({ id: RequestId }),
  output: Held.nullable(),
  errors: ['REQUEST_UNKNOWN'],
})

export const requestKeepUntil = command('request.keep-until', {
  summary:
    'Enters until when the file of a closed request is kept, by which authority; until then it holds what was found for it. Never less than two years.',
  input: z.strictObject({ id: RequestId, until: LocalDate, authority: z.string().trim().min(1).max(300) }),
  output: z.strictObject({}),
  errors,
})

export const requestLetGo = command('request.let-go', {
  summary:
    'Releases what a closed request holds: anybody once the retention of its file has ended, before that the City Attorney alone.',
  input: z.strictObject({ id: RequestId, reason: z.string().trim().min(1).max(1000) }),
  output: z.strictObject({}),
  errors: [...errors, 'ATTORNEY_REQUIRED'],
})
