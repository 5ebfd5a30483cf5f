import { MunimentError } from '../../../../shared/contract/error.ts'
import { reviewKeep } from '../../../../shared/contract/review.ts'
import { apply } from '../../vault/handler.ts'
import { digestBytes } from '../../vault/hex.ts'
import { contentsOf, keepWords } from '../../vault/repository/review/review.ts'
import { knownRequest } from '../known-request.ts'
import { actorOf } from '../review/actor.ts'

export default apply(
  reviewKeep,
  ['requests', 'ledger'],
  ({ db, now, actor, note }, { request, record, phrase, reason }) => {
    knownRequest(db, request)
    if (contentsOf(db, record).length === 0)
      throw new MunimentError('RECORD_UNKNOWN', `There is no record ${record} in this vault.`)
    keepWords(db, { request, record, phrase: digestBytes(phrase), reason }, now, actorOf(actor))
    note({ request, record })
    return {}
  },
)
