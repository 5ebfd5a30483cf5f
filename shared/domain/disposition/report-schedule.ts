// How often the vault draws up a purge report by itself, and whether one is due.
import { z } from 'zod'
import { addPeriod } from '../calendar/day.ts'
import { type Instant, LocalDate, localDate } from '../time.ts'
import type { PlanKind } from './plan-kind.ts'

export const ReportEvery = z.enum(['month', 'quarter', 'year'])
export type ReportEvery = z.infer<typeof ReportEvery>

/** The first day of the month, the quarter or the year that a day is in. */
export function periodStart(day: LocalDate, every: ReportEvery): LocalDate {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  const first = { month, quarter: month - ((month - 1) % 3), year: 1 }[every]
  return LocalDate.parse(`${year}-${String(first).padStart(2, '0')}-01`)
}

/** The first day of the period after the one that a day is in. */
export function nextPeriod(day: LocalDate, every: ReportEvery): LocalDate {
  return addPeriod(periodStart(day, every), { unit: 'months', amount: { month: 1, quarter: 3, year: 12 }[every] })
}

/** When the newest report was drawn up, of plans with the newest first; a plan to give up custody is none. */
export function newestReport(plans: readonly { readonly kind: PlanKind; readonly madeAt: Instant }[]): Instant | null {
  return plans.find(({ kind }) => kind === 'destruction')?.madeAt ?? null
}

/**
 * Whether a report is due: none was drawn up in the period that a day is in. One that was missed is caught up by the next look, once.
 * @param every null: none is drawn up by the calendar
 * @param last when the newest report was drawn up, null where there is none
 * @param zone the City's, in which its day is told
 */
export function isReportDue(
  every: ReportEvery | null,
  last: Instant | null,
  { zone, today }: { readonly zone: string; readonly today: LocalDate },
): boolean {
  if (every === null) return false
  return last === null || localDate(last, zone) < periodStart(today, every)
}
