import { MunimentError } from '../../../../shared/contract/error.ts'
import { accountRemind } from '../../../../shared/contract/reminder.ts'
import { apply } from '../handler.ts'
import { findAccount } from '../repository/people.ts'
import { saveReminder } from '../repository/reminder.ts'

export default apply(accountRemind, ['accounts', 'ledger'], ({ db, now, note }, { account, months }) => {
  if (findAccount(db, account) === null) {
    throw new MunimentError('ACCOUNT_UNKNOWN', `There is no account ${account} in the register. Nothing was changed.`)
  }
  saveReminder(db, account, months, now)
  note({ account, months })
  return { months }
})
