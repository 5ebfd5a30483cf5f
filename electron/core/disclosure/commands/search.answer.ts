import { searchAnswer } from '../../../../shared/contract/request-search.ts'
import { apply } from '../../vault/handler.ts'
import { insertLineAnswer } from '../../vault/repository/request/search-statement.ts'
import { openRequest } from '../changing.ts'

export default apply(
  searchAnswer,
  ['requests', 'ledger'],
  ({ db, now, actor, note }, { request, line, facts, answer }) => {
    openRequest(db, request)
    insertLineAnswer(db, request, { line, facts, words: answer }, { at: now, by: actor.person })
    note({ request, line })
    return {}
  },
)
