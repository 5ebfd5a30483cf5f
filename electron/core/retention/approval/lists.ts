// The lists that a plan is checked against, as they stand: those it was drawn up with, or newer ones that it was given since.
import type { PlanState } from '../../../../shared/contract/approval.ts'
import { addDays, readableDay } from '../../../../shared/domain/calendar/day.ts'
import type { PlanFile } from '../../../../shared/domain/disposition/disposition.ts'
import { type ListKind, listKindWords } from '../../../../shared/domain/disposition/listed.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import { amount } from '../../../../shared/text/amount.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { digestOf } from '../../vault/hex.ts'
import { newestList, newestListDay } from '../../vault/repository/disposition/approval.ts'
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

/** What is missing of the lists that stand: one that is not there, one that is too old, one of which another plan has a newer one. */
export function listsMissing(db: Driver, lists: PlanState['lists'], days: number, today: LocalDate): string[] {
  return (['open-requests', 'claims'] as const).flatMap((kind) => {
    const what = `The ${listKindWords[kind].list}`
    const list = lists.find((one) => one.kind === kind)
    if (list === undefined) return [`${what} is missing.`]
    return list.stale
      ? [`${what} is older than ${amount(days, 'day')}: give a newer one.`]
      : outdoneLists(db, [list], today)
  })
}

/** An older list may not name what a newer one does, whichever plan that was given to: a sentence for each. */
export function outdoneLists(
  db: Driver,
  lists: readonly { readonly kind: ListKind; readonly datedOn: LocalDate }[],
  today: LocalDate,
): string[] {
  return lists.flatMap(({ kind, datedOn }) => {
    const newest = newestListDay(db, kind, today)
    if (newest === null || newest <= datedOn) return []
    return [
      `The ${listKindWords[kind].list} is of ${readableDay(datedOn)}, and another plan has one of ${readableDay(newest)}: give this plan that one, or a newer one.`,
    ]
  })
}
