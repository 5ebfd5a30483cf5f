import { MunimentError } from '../../../../shared/contract/error.ts'
import { packetCheck } from '../../../../shared/contract/packet-set.ts'
import { ACCESS_CHECKS, POSTING_CHECKS } from '../../../../shared/domain/review/packet-set.ts'
import { apply } from '../../vault/handler.ts'
import { insertCheck } from '../../vault/repository/packet/packet-set.ts'
import { refused } from '../changing.ts'
import { subjectOf } from '../checks/answered.ts'
import { knownRequest } from '../known-request.ts'
import { sealedProduction } from '../sealed.ts'

export default apply(packetCheck, ['requests', 'ledger'], ({ db, now, actor, note }, input) => {
  const { request: id, production, name, yes, words } = input
  knownRequest(db, id)
  if (actor.person === null)
    throw new MunimentError('ACTOR_REQUIRED', 'Who looked must be known by name. Nothing was changed.')
  const asked: readonly string[] = production === null ? ACCESS_CHECKS : POSTING_CHECKS
  if (!asked.includes(name)) throw refused(`“${name}” is not asked here. Nothing was changed.`)
  if (production !== null && sealedProduction(db, production).production.request !== id)
    throw refused(`Production ${production} answers another request. Nothing was changed.`)
  if (!yes && words === '') throw refused('Say what is not right. Nothing was changed.')
  insertCheck(
    db,
    { request: id, subject: subjectOf(db, id, production), name, yes, words },
    { at: now, by: actor.person },
  )
  note({ request: id, production, check: name, yes })
  return {}
})
