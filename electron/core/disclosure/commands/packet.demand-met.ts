import { packetDemandMet } from '../../../../shared/contract/packet-set.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { meetDemand, postingProduction } from '../../vault/repository/packet/packet-set.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { refused } from '../changing.ts'
import { instantOf } from '../instant-of.ts'
import { openProduction } from '../packet/packet.ts'

export default apply(packetDemandMet, ['requests', 'ledger'], (context, { demand, on, time, words }) => {
  const { db, folder, now, actor, note } = context
  const doneAt = instantOf(on, time, readVaultFile(folder).zone)
  if (doneAt > now) throw refused('That time has not come yet. Nothing was changed.')
  const posting = meetDemand(db, demand, doneAt, words, actor.person)
  const posted = posting === null ? null : postingProduction(db, posting)
  if (posted === null)
    throw refused(`There is no open demand ${demand} that was received before then. Nothing was changed.`)
  const { request } = openProduction(db, posted.production).production
  const done = { at: now, by: actor.person }
  insertEvent(db, request, { kind: 'removal-done', on, words: `${posted.place}: ${words}` }, done)
  note({ request, production: posted.production, demand })
  return {}
})
