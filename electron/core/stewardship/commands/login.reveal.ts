import { loginReveal } from '../../../../shared/contract/login.ts'
import { apply } from '../../vault/handler.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { personActing } from '../../vault/person-acting.ts'
import { insertLoginReveal } from '../../vault/repository/account/login.ts'

export default apply(loginReveal, ['accounts', 'ledger'], ({ db, now, actor, note }, { account, reason }) => {
  const by = personActing(actor, 'The showing of a log-in')
  knownAccount(db, account, 'No log-in was shown.')
  const reveal = insertLoginReveal(db, account, reason, now, by)
  note({ account, reveal })
  return { reveal }
})
