// The City's fees for copies as it adopted them: copies and media only; search, review and redaction are never charged.
import { z } from 'zod'
import { grouped } from '../../text/amount.ts'
import { Instant, LocalDate } from '../time.ts'

/** `programming` is charged only under Gov. Code 7922.575(b), with the attorney's name. There is no kind for search, review or redaction. */
export const FeeKind = z.enum(['copy', 'media', 'postage', 'certification', 'programming'], {
  error:
    'only copy, media, postage, certification and programming are charged; search, review and redaction cost nothing (Gov. Code 7922.530(a))',
})
export type FeeKind = z.infer<typeof FeeKind>

export const FeeLine = z.strictObject({
  kind: FeeKind,
  words: z.string().trim().min(1).max(200),
  per: z.string().trim().min(1).max(60),
  cents: z.int().nonnegative().max(10_000_000),
})
export type FeeLine = z.infer<typeof FeeLine>

/**
 * A schedule as it was entered, or as a rule file brought it; of several the one with the latest start that has come counts.
 * `id`: the number of one that was entered, the id of one that came by a file. `waits`: it came by a file and the attorney has not confirmed
 * it: nothing is charged by it.
 */
export const FeeSchedule = z.strictObject({
  id: z.union([z.int().positive(), z.string().min(1)]),
  name: z.string(),
  validFrom: LocalDate,
  lines: z.array(FeeLine),
  source: z.string(),
  enteredAt: Instant,
  enteredBy: z.string().nullable(),
  waits: z.boolean(),
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

/**
 * The schedule in force on a day: of those that do not wait and whose start has come, the latest; of these, the one entered last; of these,
 * the first.
 */
export function scheduleOn(schedules: readonly FeeSchedule[], day: LocalDate): FeeSchedule | null {
  const [first, ...rest] = schedules.filter(({ validFrom, waits }) => !waits && validFrom <= day)
  if (first === undefined) return null
  return rest.reduce((best, one) => {
    if (one.validFrom !== best.validFrom) return one.validFrom > best.validFrom ? one : best
    return one.enteredAt > best.enteredAt ? one : best
  }, first)
}

/** The schedules that wait for the attorney and would count on a day, or from a later one, in place of the one in force. */
export function schedulesWaiting(schedules: readonly FeeSchedule[], day: LocalDate): FeeSchedule[] {
  const standing = scheduleOn(schedules, day)
  const isLater = ({ validFrom, enteredAt }: FeeSchedule) =>
    standing === null ||
    validFrom > standing.validFrom ||
    (validFrom === standing.validFrom && enteredAt > standing.enteredAt)
  return schedules.filter((one) => one.waits && isLater(one))
}

const FREE = /\b(search(?! warrant)|review|redact|inspect)/i
const PROGRAMMING = /\b(programm|extract|compil)/i

/**
 * Why a line cannot be charged by its words, whatever kind it calls itself; null where it can. Search, review, redaction and inspection cost
 * nothing (Gov. Code 7922.530(a)); programming is a kind of its own, because an attorney answers for it (7922.575(b)).
 */
export function unchargeable({ kind, words }: Pick<FeeLine, 'kind' | 'words'>): string | null {
  if (FREE.test(words))
    return `“${words}” cannot be charged: only copies and media are, and search, review, redaction and inspection cost nothing (Gov. Code 7922.530(a))`
  if (kind !== 'programming' && PROGRAMMING.test(words))
    return `“${words}” must be of the kind “programming”, which is charged only with the name of a City attorney (Gov. Code 7922.575(b))`
  return null
}

/** A line that another schedule has otherwise, or has not. `before` and `after`: null where the schedule lacks it. */
export interface FeeChange {
  readonly words: string
  readonly per: string
  readonly before: FeeLine | null
  readonly after: FeeLine | null
}

/** Which lines change, by their words and unit: those of the new schedule in its order, then those that end. */
export function feeChanges(old: readonly FeeLine[], lines: readonly FeeLine[]): FeeChange[] {
  const before = new Map(old.map((line) => [feeLineKey(line), line]))
  const kept = new Set(lines.map(feeLineKey))
  return [
    ...lines.map((after) => ({
      words: after.words,
      per: after.per,
      before: before.get(feeLineKey(after)) ?? null,
      after,
    })),
    ...old
      .filter((line) => !kept.has(feeLineKey(line)))
      .map((line) => ({ words: line.words, per: line.per, before: line, after: null })),
  ].filter((change) => change.before?.cents !== change.after?.cents || change.before?.kind !== change.after?.kind)
}

/** What a line is known by within its schedule. */
export function feeLineKey({ words, per }: Pick<FeeLine, 'words' | 'per'>): string {
  return JSON.stringify([words, per])
}
