// The plan that a new one is compared with: last year's, or the newest earlier one.
import { z } from 'zod'
import { PlanSummary } from '../../../../shared/contract/purge.ts'
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import type { PlanKind } from '../../../../shared/domain/disposition/plan-kind.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { newestPlanUntil } from '../../vault/repository/disposition/plan.ts'

/** A year is rarely kept to the day. */
const ABOUT_A_YEAR = 300

const Before = PlanSummary.pick({ asOf: true, eligible: true, excluded: true, bySeries: true, byReason: true })

/** Its day and counts. */
export type PlanBefore = z.infer<typeof Before>

/** The newest plan of a kind of at least 300 days before a day, else the newest earlier one, else null. */
export function planBefore(
  db: Driver,
  { kind, asOf: today }: { readonly kind: PlanKind; readonly asOf: LocalDate },
): PlanBefore | null {
  const until = (days: number) => newestPlanUntil(db, kind, addDays(today, -days))
  const found = until(ABOUT_A_YEAR) ?? until(1)
  if (found === null) return null
  const { asOf: day, eligible, excluded, summary } = found
  const { bySeries, byReason } = z.looseObject(Counts.shape).parse(summary)
  return { asOf: day, eligible, excluded, bySeries, byReason }
}

const Counts = Before.pick({ bySeries: true, byReason: true })
