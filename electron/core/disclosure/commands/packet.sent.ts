import { packetSent } from '../../../../shared/contract/packet.ts'
import { readableDay } from '../../../../shared/domain/calendar/day.ts'
import { Instant, localDate } from '../../../../shared/domain/time.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertSent } from '../../vault/repository/packet/production-seal.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refuseDay, refused } from '../changing.ts'
import { knownRequest } from '../known-request.ts'
import { sealedProduction } from '../sealed.ts'

// That it was sent is kept also where the request was closed meanwhile: what happened, happened.
export default apply(packetSent, ['requests', 'ledger'], (context, { production: id, sending }) => {
  const { db, folder, now, actor, note } = context
  const by = personActing(actor, 'That a packet was sent')
  const { production, sealed } = sealedProduction(db, id)
  const request = knownRequest(db, production.request)
  refuseDay(context, request, sending.on)
  const sealedOn = localDate(Instant.parse(production.sealedAt ?? production.frozenAt), readVaultFile(folder).zone)
  if (sending.on < sealedOn)
    throw refused(
      `The packet was sealed on ${readableDay(sealedOn)} and cannot have gone out before. Nothing was changed.`,
    )
  const done = { at: now, by }
  insertSent(db, id, sending, done)
  const words = `Production ${id}, SHA-256 ${sealed.digest}. ${sending.proof}`
  insertEvent(db, request.id, { kind: 'packet-sent', on: sending.on, words }, done)
  note({ request: request.id, production: id, packet: sealed.digest, on: sending.on })
  return {}
})
