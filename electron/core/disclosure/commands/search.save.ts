import { searchSave } from '../../../../shared/contract/request-search.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { insertEvent } from '../../vault/repository/request/request-life.ts'
import { savedSearches, saveSearches } from '../../vault/repository/request/request-search.ts'
import { openRequest, refused, today } from '../changing.ts'
import { inWords } from '../responsive.ts'
import { understood } from '../searching/hits.ts'

export default apply(searchSave, ['requests', 'holds', 'ledger'], (context, { request: id, searches, seen }) => {
  const { db, folder, now, actor, note } = context
  const request = openRequest(db, id)
  const before = savedSearches(db, id)
  if ((before?.id ?? null) !== seen) {
    throw refused(
      `${before?.by ?? 'Somebody'} settled other searches of request ${id} meanwhile. Nothing was changed; look at them first.`,
    )
  }
  for (const search of searches) {
    for (const account of search.accounts) knownAccount(db, account)
    understood(db, folder, search)
  }
  const done = { at: now, by: actor.person }
  saveSearches(db, id, searches, done)
  insertEvent(db, id, { kind: 'search', on: today(context), words: inWords(db, folder, request, new Map()) }, done)
  const wording = savedSearches(db, id)?.id ?? 0
  note({ request: id, wording, searches: searches.length })
  return { id: wording }
})
