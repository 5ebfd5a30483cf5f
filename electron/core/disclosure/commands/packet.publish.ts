import { packetPublish } from '../../../../shared/contract/packet-set.ts'
import { POSTING_CHECKS } from '../../../../shared/domain/review/packet-set.ts'
import { apply } from '../../vault/handler.ts'
import { insertPosting } from '../../vault/repository/packet/packet-set.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refuseDay, refused } from '../changing.ts'
import { areAnswered } from '../checks/answered.ts'
import { knownRequest } from '../known-request.ts'
import { standingProduction } from '../standing-production.ts'

export default apply(packetPublish, ['requests', 'ledger'], (context, { production: id, place, on }) => {
  const { db, now, actor, note } = context
  const request = knownRequest(db, standingProduction(db, id).production.request)
  refuseDay(context, request, on)
  if (!areAnswered(db, request.id, POSTING_CHECKS, id)) {
    throw refused(
      `Not every question before publication is answered with yes for production ${id}. Nothing was changed; answer them first.`,
    )
  }
  const done = { at: now, by: actor.person }
  const posting = insertPosting(db, id, place, on, done)
  insertEvent(db, request.id, { kind: 'packet-published', on, words: `Production ${id}: ${place}` }, done)
  note({ request: request.id, production: id, posting })
  return { posting }
})
