import { requestHold } from '../../../../shared/contract/request-hold.ts'
import { readVaultFile } from '../../vault/about.ts'
import { answer } from '../../vault/handler.ts'
import { requestKept } from '../../vault/office/request-until.ts'
import { holdOf } from '../../vault/repository/request/request-hold.ts'
import { knownRequest } from '../known-request.ts'

export default answer(requestHold, ({ db, folder }, { id }) => {
  const placed = holdOf(db, knownRequest(db, id).id)
  if (placed === null) return null
  const { hold, records } = placed
  const kept = requestKept(db, id, readVaultFile(folder).zone)
  return {
    ...{ hold: hold.id, placedAt: hold.placedAt, records },
    scope: hold.scope.recordIds.length > 0 ? ('found' as const) : ('accounts-and-period' as const),
    ...{ until: kept?.until ?? null, authority: kept?.authority ?? null },
  }
})
