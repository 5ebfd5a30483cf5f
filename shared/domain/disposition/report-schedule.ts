// How often the vault draws up a purge report by itself, and whether one is due.
import { z } from 'zod'
import { addPeriod } from '../calendar/day.ts'
import { LocalDate } from '../time.ts'

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

/**
 * Whether a report is due: none was drawn up in the period that a day is in. One that was missed is caught up by the next look, once.
 * @param last the day of the newest report, null where there is none
 */
export function isReportDue(every: ReportEvery, last: LocalDate | null, today: LocalDate): boolean {
  return last === null || last < periodStart(today, every)
}
