// Operations on fees for copies: drawn up by the City's schedule, invoiced, paid, waived.
import { z } from 'zod'
import { PersonId, RequestId } from '../domain/id.ts'
import { FeeSchedule, RequestFee } from '../domain/request/fee.ts'
import { LocalDate } from '../domain/time.ts'
import { command, query } from './define.ts'

const request = RequestId
const Number1 = z.int().positive()
const errors = ['REQUEST_UNKNOWN', 'REQUEST_REFUSED', 'INPUT_INVALID'] as const

export const feeList = query('fee.list', {
  summary:
    'What a requester was asked to pay for copies, the fee schedule in force on a day, and those that wait for the attorney.',
  input: z.strictObject({ request, on: LocalDate }),
  output: z.strictObject({
    fees: z.array(RequestFee),
    schedule: FeeSchedule.nullable(),
    /** Came by rule files, would count on that day or later, and are not charged by before the attorney confirms them. */
    waiting: z.array(FeeSchedule),
  }),
  errors: ['REQUEST_UNKNOWN'],
})

/** A line of the schedule in force, from 0, so many times; programming besides says why and who of the attorneys approved it. */
export const FeeChoice = z.strictObject({
  line: z.int().nonnegative(),
  quantity: z.int().positive().max(1_000_000),
  because: z.string().trim().max(1000).default(''),
  attorney: PersonId.nullable().default(null),
})
export type FeeChoice = z.infer<typeof FeeChoice>

export const feeDraft = command('fee.draft', {
  summary:
    'Draws up fees by the schedule in force today: copies and media only. Programming needs the name of a City attorney and why.',
  input: z.strictObject({ request, number: Number1.nullable(), lines: z.array(FeeChoice).min(1).max(60) }),
  output: z.strictObject({ number: Number1, cents: z.int().nonnegative() }),
  errors: [...errors, 'ATTORNEY_REQUIRED'],
})

export const feeInvoice = command('fee.invoice', {
  summary: 'Enters that fees were asked for; their lines are settled from then on.',
  input: z.strictObject({ request, number: Number1, on: LocalDate }),
  output: z.strictObject({}),
  errors,
})

export const feeSettle = command('fee.settle', {
  summary: 'Enters that fees were paid, with the receipt, or waived, with the reason.',
  input: z.strictObject({
    request,
    number: Number1,
    how: z.enum(['paid', 'waived']),
    on: LocalDate,
    words: z.string().trim().min(1).max(1000),
  }),
  output: z.strictObject({}),
  errors,
})
