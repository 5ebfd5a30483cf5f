import { searchShow } from '../../../../shared/contract/request-search.ts'
import { canonicalJson } from '../../vault/canonical.ts'
import { answer } from '../../vault/handler.ts'
import { picksOf, savedSearches } from '../../vault/repository/request/request-search.ts'
import { personalSearches, statementsOf } from '../../vault/repository/request/search-statement.ts'
import { knownRequest } from '../known-request.ts'
import { drawUp } from '../searching/statement.ts'

export default answer(searchShow, async (context, { request: id }) => {
  const { db } = context
  const request = knownRequest(db, id)
  const { statement } = await drawUp(context, request)
  const saved = savedSearches(db, id)
  const stored = statementsOf(db, id)
  const last = stored.at(-1)
  return {
    saved: saved && { id: saved.id, at: saved.at, by: saved.by },
    picks: picksOf(db, id),
    now: statement,
    personal: personalSearches(db, id),
    stored: stored.map(({ version, digest, storedAt, storedBy }) => ({ version, digest, storedAt, storedBy })),
    current: last !== undefined && canonicalJson(last.statement) === canonicalJson(statement),
  }
})
