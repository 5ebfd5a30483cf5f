import { requestReopen } from '../../../../shared/contract/request-life.ts'
import { apply } from '../../vault/handler.ts'
import { setRequestState } from '../../vault/repository/request/request.ts'
import { forgetKeptUntil, holdOf } from '../../vault/repository/request/request-hold.ts'
import { endMerge, insertEvent } from '../../vault/repository/request/request-life.ts'
import { refused, today } from '../changing.ts'
import { placeRequestHold } from '../enter-request.ts'
import { draftOf, knownRequest } from '../known-request.ts'

export default apply(requestReopen, ['requests', 'holds', 'ledger'], (context, { id, reason }) => {
  const { db, now, actor, note } = context
  const request = knownRequest(db, id)
  if (request.state !== 'closed') throw refused(`Request ${id} is not closed. Nothing was changed.`)
  endMerge(db, id, now)
  setRequestState(db, id, 'open')
  // It holds its accounts and period again, also where its hold was released meanwhile.
  forgetKeptUntil(db, id)
  if (holdOf(db, id) === null) placeRequestHold(context, draftOf(request))
  insertEvent(db, id, { kind: 'reopened', on: today(context), words: reason }, { at: now, by: actor.person })
  note({ request: id })
  return {}
})
