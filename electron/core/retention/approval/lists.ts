// The lists that a plan is checked against, as they stand: those it was drawn up with, or newer ones that it was given since.
import type { PlanState } from '../../../../shared/contract/approval.ts'
import { addDays } from '../../../../shared/domain/calendar/day.ts'
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { newestList } from '../../vault/repository/disposition/approval.ts'
import type { KnownPlan } from '../../vault/repository/disposition/plan.ts'

type Listed = Pick<PlanFile, 'openRequests' | 'claims'>

/** The lists that stand. @param days for how many days a list counts */
export function standingLists(
  db: Driver,
  { id }: Pick<KnownPlan, 'id'>,
  file: Listed,
  days: number,
  today: LocalDate,
): PlanState['lists'] {
  const first = { 'open-requests': file.openRequests, claims: file.claims }
  return (['open-requests', 'claims'] as const).flatMap((kind) => {
    const newer = newestList(db, id, kind)
    const list =
      newer === null ? first[kind] : { ...newer, digest: digestOf(newer.object), numberIn: newer.numberIn ?? undefined }
    if (list === null) return []
    const { name, rows, digest, datedOn, numberIn } = list
    const column = numberIn === undefined ? {} : { numberIn }
    return [{ kind, name, rows, digest, datedOn, ...column, stale: datedOn > today || today > addDays(datedOn, days) }]
  })
}
