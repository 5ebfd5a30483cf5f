import { requestMerge } from '../../../../shared/contract/request-life.ts'
import { apply } from '../../vault/handler.ts'
import { setRequestState } from '../../vault/repository/request/request.ts'
import { insertEvent, insertMerge } from '../../vault/repository/request/request-life.ts'
import { openRequest, refused, today } from '../changing.ts'

export default apply(requestMerge, ['requests', 'ledger'], (context, { id, into, reason }) => {
  const { db, now, actor, note } = context
  if (id === into) throw refused(`Request ${id} cannot be merged into itself. Nothing was changed.`)
  openRequest(db, id)
  openRequest(db, into)
  const done = { at: now, by: actor.person }
  const on = today(context)
  insertMerge(db, id, into, now)
  setRequestState(db, id, 'closed')
  insertEvent(db, id, { kind: 'merged', on, words: reason, other: into }, done)
  insertEvent(db, into, { kind: 'merged-in', on, words: reason, other: id }, done)
  note({ request: id, into })
  return {}
})
