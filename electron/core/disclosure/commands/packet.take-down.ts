import { packetTakeDown } from '../../../../shared/contract/packet-set.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { apply } from '../../vault/handler.ts'
import { postingProduction, takeDown } from '../../vault/repository/packet/packet-set.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refuseDay, refused } from '../changing.ts'
import { knownRequest } from '../known-request.ts'
import { openProduction } from '../packet/packet.ts'
import { noPosting } from '../standing-production.ts'

export default apply(packetTakeDown, ['requests', 'ledger'], (context, { posting, on }) => {
  const { db, now, actor, note } = context
  const posted = postingProduction(db, posting)
  if (posted === null) throw noPosting(posting)
  const request = knownRequest(db, openProduction(db, posted.production).production.request)
  refuseDay(context, request, on)
  if (on < posted.on) throw refused(`It was published on ${readableDay(posted.on)}, after that. Nothing was changed.`)
  const done = { at: now, by: actor.person }
  if (!takeDown(db, posting, on, done)) throw refused('It was taken down before. Nothing was changed.')
  const words = `Production ${posted.production}: ${posted.place}`
  insertEvent(db, request.id, { kind: 'packet-taken-down', on, words }, done)
  note({ request: request.id, production: posted.production, posting })
  return {}
})
