import { purgeLists } from '../../../../shared/contract/approval.ts'
import { MunimentError } from '../../../../shared/contract/error.ts'
import { type LocalDate, localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { settleAnnounced } from '../../vault/objects/announced.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertPlanList } from '../../vault/repository/disposition/approval.ts'
import { insertObject } from '../../vault/repository/object.ts'
import { knownPlan } from '../approval/read-plan.ts'
import { keepList } from '../plan/checked-list.ts'

export default apply(purgeLists, ['disposition', 'ledger'], (context, { plan: id, ...lists }) => {
  const { db, folder, now, actor, note, afterwards } = context
  const by = personActing(actor, 'A list for a plan')
  knownPlan(db, id)
  const today = localDate(now, readVaultFile(folder).zone)
  const given = [
    ['open-requests', lists.openRequests],
    ['claims', lists.claims],
  ] as const
  for (const [kind, file] of given) {
    const kept = keepList(folder, kind, file, today)
    if (kept === null) continue
    insertObject(db, { ...kept.object, mime: 'text/csv', member: null }, now)
    afterwards(() => settleAnnounced(folder, [kept.object]))
    const { name, rows, datedOn, numberIn = null } = kept.checked
    if (datedOn > today) throw notYet(name, datedOn)
    insertPlanList(db, id, { kind, name, object: kept.object.digest, rows, datedOn, numberIn }, now, by)
    note({ plan: id, kind, rows })
  }
  return {}
})

function notYet(name: string, day: LocalDate): MunimentError {
  return new MunimentError(
    'INPUT_INVALID',
    `“${name}” is said to be of ${day}, which has not come yet. Nothing was changed.`,
  )
}
