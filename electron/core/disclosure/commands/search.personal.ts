import { searchPersonal } from '../../../../shared/contract/request-search.ts'
import { apply } from '../../vault/handler.ts'
import { personalSearches, savePersonalSearch } from '../../vault/repository/request/search-statement.ts'
import { openRequest, refuseDay, refused } from '../changing.ts'

export default apply(searchPersonal, ['requests', 'ledger'], (context, { request: id, number: known, said }) => {
  const { db, now, actor, note } = context
  refuseDay(context, openRequest(db, id), said.askedOn)
  const before = personalSearches(db, id)
  if (known !== null && !before.some(({ number }) => number === known)) {
    throw refused(`Request ${id} has no personal search ${known}. Nothing was changed.`)
  }
  const number = known ?? before.length + 1
  savePersonalSearch(db, id, number, said, { at: now, by: actor.person })
  note({ request: id, personal: number, declared: said.declaration !== null })
  return { number }
})
