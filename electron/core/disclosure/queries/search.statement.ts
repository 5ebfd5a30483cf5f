import { searchStatement } from '../../../../shared/contract/request-search.ts'
import { answer } from '../../vault/handler.ts'
import { knownRequest } from '../known-request.ts'
import { knownStatement } from '../searching/known-statement.ts'

export default answer(searchStatement, ({ db }, { request, version }) =>
  knownStatement(db, knownRequest(db, request).id, version),
)
