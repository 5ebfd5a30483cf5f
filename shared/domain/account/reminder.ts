// When an account's export is due again. AI 599 names no interval, so an account has none until a clerk sets one.
import { z } from 'zod'
import { addPeriod } from '../calendar/day.ts'
import { AccountId } from '../id.ts'
import { Instant, LocalDate, localDate } from '../time.ts'

/** Readers of single pieces, by their names: what a person took in with them is never an export of the whole account. */
export const PIECES: readonly string[] = ['files', 'hand', 'produced', 'web']

/** Months from one export to the next. */
export const ReminderMonths = z.int().min(1).max(60)

export const Reminder = z.strictObject({
  account: AccountId,
  /** Null where no export is waited for. */
  months: ReminderMonths.nullable(),
  /** As of when the newest whole import stands: when the platform made the export, or it was received. Null where there is none. */
  last: Instant.nullable(),
  /** The first day on which it is due; null without an interval. */
  due: LocalDate.nullable(),
})
export type Reminder = z.infer<typeof Reminder>

interface Known {
  readonly months: number | null
  readonly last: Instant | null
  readonly registered: Instant
}

/**
 * The day from which an export is due: so many months after the day of the last one, in the City's zone; without any import, the day on
 * which the account was registered. Where a month lacks the day, the first of the next one.
 */
export function dueDay({ months, last, registered }: Known, zone: string): LocalDate | null {
  if (months === null) return null
  if (last === null) return localDate(registered, zone)
  return addPeriod(localDate(last, zone), { amount: months, unit: 'months' })
}

/** Whether it is due on a day. */
export function isDue({ due }: Pick<Reminder, 'due'>, today: string): boolean {
  return due !== null && due <= today
}
