import { MunimentError } from '../../../../shared/contract/error.ts'
import { packetRecall } from '../../../../shared/contract/packet-set.ts'
import { apply } from '../../vault/handler.ts'
import { insertRecall, postingsOf } from '../../vault/repository/packet/packet-set.ts'
import { markRecalled } from '../../vault/repository/request/request.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refused, today } from '../changing.ts'
import { sealedProduction } from '../sealed.ts'

export default apply(packetRecall, ['requests', 'ledger'], (context, { production: id, reason }) => {
  const { db, now, actor, note } = context
  const { request } = sealedProduction(db, id).production
  if (actor.person === null)
    throw new MunimentError('ACTOR_REQUIRED', 'A packet is recalled by a person. Nothing was changed.')
  const done = { at: now, by: actor.person }
  if (!insertRecall(db, id, reason, done)) throw refused(`Production ${id} was recalled before. Nothing was changed.`)
  markRecalled(db, request)
  insertEvent(db, request, { kind: 'packet-recalled', on: today(context), words: `Production ${id}: ${reason}` }, done)
  note({ request, production: id, recalled: true })
  return { postings: postingsOf(db, id).filter(({ down }) => down === null).length }
})
