import { MunimentError } from '../../../../shared/contract/error.ts'
import { requestOpen } from '../../../../shared/contract/request.ts'
import { readVaultFile } from '../../vault/about.ts'
import { apply } from '../../vault/handler.ts'
import { findAccount, listPeople } from '../../vault/repository/people.ts'
import { hasRequest, holdForRequest, insertRequest } from '../../vault/repository/request.ts'
import { searchOf } from '../responsive.ts'

export default apply(requestOpen, ['requests', 'holds', 'ledger'], ({ db, folder, now, actor, note }, draft) => {
  if (hasRequest(db, draft.id)) {
    throw new MunimentError('REQUEST_EXISTS', `Request ${draft.id} was entered already. Nothing was changed.`)
  }
  const unknown = draft.accounts.find((id) => findAccount(db, id) === null)
  if (unknown !== undefined) {
    throw new MunimentError('ACCOUNT_UNKNOWN', `There is no account ${unknown} in the register. Nothing was changed.`)
  }
  searchOf(db, folder, draft)
  insertRequest(db, draft, now, actor.person)
  const person = listPeople(db).find(({ id }) => id === actor.person)
  const orderedBy = person?.name ?? 'whoever entered the request'
  const { hold, held } = holdForRequest(db, draft, readVaultFile(folder).zone, { at: now, by: actor.person, orderedBy })
  note({ request: draft.id, hold, held })
  return { id: draft.id, held }
})
