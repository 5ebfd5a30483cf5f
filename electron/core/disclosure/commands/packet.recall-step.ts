import { packetRecallStep } from '../../../../shared/contract/packet-set.ts'
import { apply } from '../../vault/handler.ts'
import { insertRecallStep, recallOf } from '../../vault/repository/packet/packet-set.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refuseDay, refused } from '../changing.ts'
import { knownRequest } from '../known-request.ts'
import { openProduction } from '../packet/packet.ts'

export default apply(packetRecallStep, ['requests', 'ledger'], (context, { production: id, kind, on, words }) => {
  const { db, now, actor, note } = context
  const request = knownRequest(db, openProduction(db, id).production.request)
  if (recallOf(db, id) === null) throw refused(`Production ${id} was not recalled. Nothing was changed.`)
  refuseDay(context, request, on)
  const done = { at: now, by: actor.person }
  insertRecallStep(db, id, { kind, on, words }, done)
  insertEvent(db, request.id, { kind: 'recall-step', on, words: `Production ${id}: ${words}` }, done)
  note({ request: request.id, production: id, step: kind })
  return {}
})
