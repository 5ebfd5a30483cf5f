// The City's schedules of fees: those that were entered, and those that came by rule files.
import { addDays } from '../../../shared/domain/calendar/day.ts'
import type { FeeSchedule } from '../../../shared/domain/request/fee.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { feeSchedules } from '../vault/repository/request/law.ts'
import { appliedRuleFiles } from '../vault/repository/request/rule-file.ts'
import { feeRule } from './law-book.ts'
import { additionsIn, rulesOf } from './rule-file/additions.ts'

/** Every schedule, the one that starts last first. One that came by a file waits until it is among the confirmed rules. */
export function knownSchedules(db: Driver, confirmed: ReadonlySet<string>): FeeSchedule[] {
  const came = appliedRuleFiles(db).flatMap(({ file, appliedAt, appliedBy }) =>
    additionsIn(rulesOf(file)).fees.map((fees) => ({
      ...fees,
      ...{ enteredAt: appliedAt, enteredBy: appliedBy, waits: !confirmed.has(fees.id) },
    })),
  )
  return [...came, ...feeSchedules(db)].sort(
    (one, other) => other.validFrom.localeCompare(one.validFrom) || other.enteredAt - one.enteredAt,
  )
}

/** The last days, by their ids in the book, of the schedules that a later one follows. @param schedules the latest first */
export function endsOfFees(schedules: readonly FeeSchedule[]): ReadonlyMap<string, LocalDate> {
  const counting = schedules.filter(({ waits }) => !waits)
  return new Map(
    counting.flatMap(({ id, validFrom }): [string, LocalDate][] => {
      const next = counting.findLast((one) => one.validFrom > validFrom)
      return next === undefined ? [] : [[feeRule(id), addDays(next.validFrom, -1)]]
    }),
  )
}
