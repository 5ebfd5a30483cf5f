import { requestReopen } from '../../../../shared/contract/request-life.ts'
import { apply } from '../../vault/handler.ts'
import { setRequestState } from '../../vault/repository/request.ts'
import { endMerge, insertEvent } from '../../vault/repository/request-life.ts'
import { refused, today } from '../changing.ts'
import { knownRequest } from '../known-request.ts'

export default apply(requestReopen, ['requests', 'ledger'], (context, { id, reason }) => {
  const { db, now, actor, note } = context
  if (knownRequest(db, id).state !== 'closed') throw refused(`Request ${id} is not closed. Nothing was changed.`)
  endMerge(db, id, now)
  setRequestState(db, id, 'open')
  insertEvent(db, id, { kind: 'reopened', on: today(context), words: reason }, { at: now, by: actor.person })
  note({ request: id })
  return {}
})
