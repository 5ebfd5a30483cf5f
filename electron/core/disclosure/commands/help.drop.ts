import { helpDrop } from '../../../../shared/contract/help.ts'
import { apply } from '../../vault/handler.ts'
import { dropNarrowing } from '../../vault/repository/request/narrowing.ts'
import { openRequest, refused } from '../changing.ts'

export default apply(helpDrop, ['requests', 'ledger'], ({ db, now, note }, { request, id }) => {
  openRequest(db, request)
  if (!dropNarrowing(db, request, id, now))
    throw refused(`Request ${request} has no suggestion ${id}. Nothing was changed.`)
  note({ request, narrowing: id, dropped: true })
  return {}
})
