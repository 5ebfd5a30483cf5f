import { type PlanState, purgeLists } from '../../../../shared/contract/approval.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { later, readableDay } from '../../../../shared/domain/calendar/day.ts'
import { type ListKind, listKindWords } from '../../../../shared/domain/disposition/listed.ts'
import { type LocalDate, localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { apply } from '../../vault/handler.ts'
import { settleAnnounced } from '../../vault/objects/announced.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertPlanList, newestListDay } from '../../vault/repository/disposition/approval.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { standingLists } from '../approval/lists.ts'
import { knownPlan, readPlan } from '../approval/read-plan.ts'
import { keepList } from '../plan/checked-list.ts'
import { termsOf } from '../plan/terms.ts'

export default apply(purgeLists, ['disposition', 'ledger'], (context, { plan: id, openRequests, claims }) => {
  const { db, folder, now, actor, note, afterwards } = context
  const by = personActing(actor, 'A list for a plan')
  const today = localDate(now, readVaultFile(folder).zone)
  const given = [
    ['open-requests', openRequests],
    ['claims', claims],
  ] as const
  const plan = knownPlan(db, id)
  const lists = standingLists(db, plan, readPlan(folder, plan), termsOf(db).listsWithinDays, today)
  for (const [kind, file] of given) {
    const newest = newestDay(db, kind, lists, today)
    const kept = keepList(folder, kind, file, today)
    if (kept === null) continue
    insertObject(db, { ...kept.object, mime: 'text/csv', member: null }, now)
    afterwards(() => settleAnnounced(folder, [kept.object]))
    const { name, rows, datedOn, numberIn = null } = kept.checked
    if (datedOn > today) throw notYet(name, datedOn)
    if (newest !== null && datedOn < newest) throw older(name, kind, datedOn, newest)
    insertPlanList(db, id, { kind, name, object: kept.object.digest, rows, datedOn, numberIn }, now, by)
    note({ plan: id, kind, rows })
  }
  return {}
})

/** The day of the newest list of a kind that the vault has: of the plan itself, or of another. Null where there is none up to today. */
function newestDay(db: Driver, kind: ListKind, lists: PlanState['lists'], today: LocalDate): LocalDate | null {
  const days = lists.flatMap((list) => (list.kind === kind && list.datedOn <= today ? [list.datedOn] : []))
  return days.reduce<LocalDate | null>(
    (newest, day) => (newest === null ? day : later(newest, day)),
    newestListDay(db, kind, today),
  )
}

function notYet(name: string, day: LocalDate): MunimentError {
  return new MunimentError(
    'INPUT_INVALID',
    `“${name}” is said to be of ${day}, which has not come yet. Nothing was changed.`,
  )
}

/** An older list may not name what a newer one does. */
function older(name: string, kind: ListKind, day: LocalDate, newest: LocalDate): MunimentError {
  return new MunimentError(
    'INPUT_INVALID',
    `“${name}” is of ${readableDay(day)}, and the vault has a ${listKindWords[kind].list} of ${readableDay(newest)} already, which may name what this one does not. Nothing was changed; give that one, or a newer one.`,
  )
}
