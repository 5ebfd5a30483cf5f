import { packetDemand } from '../../../../shared/contract/packet-set.ts'
import { removalDue } from '../../../../shared/domain/review/packet-set.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { insertDemand, postingProduction } from '../../vault/repository/packet/packet-set.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refused } from '../changing.ts'
import { instantOf } from '../instant-of.ts'
import { knownRequest } from '../known-request.ts'
import { openProduction } from '../packet/packet.ts'
import { noPosting } from '../standing-production.ts'

export default apply(packetDemand, ['requests', 'ledger'], (context, { posting, on, time, party, what }) => {
  const { db, folder, now, actor, note } = context
  const posted = postingProduction(db, posting)
  if (posted === null) throw noPosting(posting)
  if (posted.down !== null) throw refused('That copy was taken down before. Nothing was changed.')
  const request = knownRequest(db, openProduction(db, posted.production).production.request)
  const receivedAt = instantOf(on, time, readVaultFile(folder).zone)
  if (receivedAt > now) throw refused('That time has not come yet. Nothing was changed.')
  if (on < posted.on) throw refused('It was not published yet on that day. Nothing was changed.')
  const done = { at: now, by: actor.person }
  const dueAt = removalDue(receivedAt)
  const demand = insertDemand(db, posting, { receivedAt, dueAt, party, what }, done)
  insertEvent(db, request.id, { kind: 'removal-demanded', on, words: `${posted.place}: ${what}` }, done)
  note({ request: request.id, production: posted.production, posting, demand })
  return { demand, dueAt }
})
