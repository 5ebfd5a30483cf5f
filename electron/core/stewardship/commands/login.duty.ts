import { loginDuty } from '../../../../shared/contract/login.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { insertLoginDuty } from '../../vault/repository/account/login.ts'

export default apply(loginDuty, ['accounts', 'ledger'], ({ db, now, actor, note }, { account, duty }) => {
  knownAccount(db, account)
  insertLoginDuty(db, account, duty, now, actor.person)
  note({ account })
  return {}
})
