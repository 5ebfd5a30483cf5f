import { helpOffer } from '../../../../shared/contract/help.ts'
import { searchAsked } from '../../../../shared/domain/request/request-search.ts'
import { apply } from '../../vault/handler.ts'
import { insertNarrowing } from '../../vault/repository/request/narrowing.ts'
import { openRequest } from '../changing.ts'
import { countOf, understood } from '../searching/hits.ts'

export default apply(
  helpOffer,
  ['requests', 'ledger'],
  ({ db, folder, now, actor, note }, { request: id, search, words }) => {
    const request = openRequest(db, id)
    const found = countOf(db, understood(db, folder, search))
    const whole = countOf(db, understood(db, folder, searchAsked(request)))
    const narrowing = insertNarrowing(db, id, { search, words, found, whole }, { at: now, by: actor.person })
    note({ request: id, narrowing, found, whole })
    return { id: narrowing, found, whole }
  },
)
