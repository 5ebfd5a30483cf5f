import { requestHold } from '../../../../shared/contract/request-hold.ts'
import { answer } from '../../vault/handler.ts'
import { holdOf, keptUntil } from '../../vault/repository/request-hold.ts'
import { knownRequest } from '../known-request.ts'

export default answer(requestHold, ({ db }, { id }) => {
  const placed = holdOf(db, knownRequest(db, id).id)
  if (placed === null) return null
  const { hold, records } = placed
  const kept = keptUntil(db, id)
  return {
    ...{ hold: hold.id, placedAt: hold.placedAt, records },
    scope: hold.scope.recordIds.length > 0 ? ('found' as const) : ('accounts-and-period' as const),
    ...{ until: kept?.until ?? null, authority: kept?.authority ?? null },
  }
})
