import { accountRemind } from '../../../../shared/contract/reminder.ts'
import { apply } from '../handler.ts'
import { knownAccount } from '../known-account.ts'
import { saveReminder } from '../repository/account/reminder.ts'

export default apply(accountRemind, ['accounts', 'ledger'], ({ db, now, note }, { account, months }) => {
  knownAccount(db, account)
  saveReminder(db, account, months, now)
  note({ account, months })
  return { months }
})
