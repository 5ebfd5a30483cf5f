// The departments whose records a plan lists: those of the register for the accounts that the records are of (Gov. Code 34090).
import type { PlanDepartment } from '../../../../shared/domain/disposition/disposition.ts'
import type { AccountId } from '../../../../shared/domain/id.ts'
import { amount } from '../../../../shared/text/amount.ts'

/** An account as the register has it. */
interface Registered {
  readonly id: AccountId
  readonly department: string
}

/** Groups records by the department of their account; those of no department come last. @param going how many records of each account go */
export function departmentsOf(
  accounts: readonly Registered[],
  going: ReadonlyMap<AccountId, number>,
): PlanDepartment[] {
  const groups = Map.groupBy(
    accounts.filter(({ id }) => going.has(id)),
    ({ department }) => department.trim(),
  )
  return [...groups]
    .map(([department, members]) => ({
      department,
      accounts: members.map(({ id }) => id),
      records: members.reduce((sum, { id }) => sum + (going.get(id) ?? 0), 0),
    }))
    .sort((one, other) => Number(one.department === '') - Number(other.department === '') || compare(one, other))
}

function compare(one: PlanDepartment, other: PlanDepartment): number {
  return one.department < other.department ? -1 : 1
}

/** The departments in words: `Public Works (1,200 records), no department named (34 records)`; null where none is known. */
export function departmentsInWords(
  departments: readonly Pick<PlanDepartment, 'department' | 'records'>[] | undefined,
): string | null {
  if (departments === undefined || departments.length === 0) return null
  return departments
    .map(({ department, records }) => `${department || 'no department named'} (${amount(records, 'record')})`)
    .join(', ')
}
