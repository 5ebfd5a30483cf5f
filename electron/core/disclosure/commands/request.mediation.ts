import { requestMediation } from '../../../../shared/contract/request-life.ts'
import { apply } from '../../vault/handler.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refuseDay } from '../changing.ts'
import { knownRequest } from '../known-request.ts'

// Mediation may be demanded of a denial that closed the request.
export default apply(requestMediation, ['requests', 'ledger'], (context, { id, on, words }) => {
  const { db, now, actor, note } = context
  refuseDay(context, knownRequest(db, id), on)
  insertEvent(db, id, { kind: 'mediation', on, words }, { at: now, by: actor.person })
  note({ request: id })
  return {}
})
