// The City's fees for copies as it adopted them: copies and media only; search, review and redaction are never charged.
import { z } from 'zod'
import { grouped } from '../../text/amount.ts'
import { Instant, LocalDate } from '../time.ts'

/** `programming` is charged only under Gov. Code 7922.575(b), with the attorney's name. There is no kind for search, review or redaction. */
export const FeeKind = z.enum(['copy', 'media', 'postage', 'certification', 'programming'])
export type FeeKind = z.infer<typeof FeeKind>

export const FeeLine = z.strictObject({
  kind: FeeKind,
  words: z.string().trim().min(1).max(200),
  per: z.string().trim().min(1).max(60),
  cents: z.int().nonnegative().max(10_000_000),
})
export type FeeLine = z.infer<typeof FeeLine>

/** A schedule as entered; of several the one with the latest start that has come counts. */
export const FeeSchedule = z.strictObject({
  id: z.int().positive(),
  name: z.string(),
  validFrom: LocalDate,
  lines: z.array(FeeLine),
  source: z.string(),
  enteredAt: Instant,
  enteredBy: z.string().nullable(),
})
export type FeeSchedule = z.infer<typeof FeeSchedule>

/**
 * A line that a requester is charged: a line of the schedule, so many times. `attorney` and `because` stand where programming is
 * charged (Gov. Code 7922.575(b)), and only there.
 */
const ChargedLine = FeeLine.extend({
  quantity: z.int().positive().max(1_000_000),
  attorney: z.string().nullable(),
  because: z.string().nullable(),
})
export type ChargedLine = z.infer<typeof ChargedLine>

export const FeeState = z.enum(['draft', 'invoiced', 'paid', 'waived'])
export type FeeState = z.infer<typeof FeeState>

/** What a requester is asked to pay, by the schedule in force when it was drawn up. `settledHow`: the receipt, or why it was waived. */
export const RequestFee = z.strictObject({
  number: z.int().positive(),
  schedule: FeeSchedule.pick({ id: true, name: true, validFrom: true, source: true }),
  lines: z.array(ChargedLine).min(1),
  state: FeeState,
  invoicedOn: LocalDate.nullable(),
  settledOn: LocalDate.nullable(),
  settledHow: z.string().nullable(),
  changedAt: Instant,
  changedBy: z.string().nullable(),
})
export type RequestFee = z.infer<typeof RequestFee>

/** Cents of all lines together. */
export function feeTotal(lines: readonly Pick<ChargedLine, 'cents' | 'quantity'>[]): number {
  return lines.reduce((sum, { cents, quantity }) => sum + cents * quantity, 0)
}

/** Cents as dollars, such as $1,250.05. */
export function dollars(cents: number): string {
  const whole = Math.floor(cents / 100)
  return `$${grouped(whole)}.${String(cents % 100).padStart(2, '0')}`
}

/** The schedule in force on a day: of those whose start has come, the latest; of these, the one entered last. */
export function scheduleOn(schedules: readonly FeeSchedule[], day: LocalDate): FeeSchedule | null {
  const begun = schedules.filter(({ validFrom }) => validFrom <= day)
  const [first, ...rest] = begun
  if (first === undefined) return null
  return rest.reduce((best, one) => {
    if (one.validFrom !== best.validFrom) return one.validFrom > best.validFrom ? one : best
    return one.id > best.id ? one : best
  }, first)
}
