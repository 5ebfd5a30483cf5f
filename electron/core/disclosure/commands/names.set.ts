import { namesSet } from '../../../../shared/contract/names.ts'
import { apply } from '../../vault/handler.ts'
import { setNames } from '../../vault/repository/review/listed-name.ts'
import { actorOf } from '../review/actor.ts'

export default apply(namesSet, ['requests', 'ledger'], ({ db, now, actor, note }, { list, words }) => {
  const count = setNames(db, list, words, now, actorOf(actor))
  // Not even the list's name: it may say whom it is about.
  note({ words: count })
  return { words: count }
})
