import { MunimentError } from '../../../../shared/contract/error.ts'
import { accountAdd } from '../../../../shared/contract/people.ts'
import { apply } from '../handler.ts'
import { accountByHandle, insertAccount } from '../repository/account/people.ts'

export default apply(accountAdd, ['accounts', 'ledger'], ({ db, now, note }, draft) => {
  if (accountByHandle(db, draft.platform, draft.handle.replace(/^@/, '')) !== null) {
    throw new MunimentError('ACCOUNT_EXISTS', `${draft.handle} on ${draft.platform} is in the register already.`)
  }
  const id = insertAccount(db, draft, now)
  note({ account: id })
  return { id }
})
