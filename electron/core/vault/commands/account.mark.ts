import { accountMark } from '../../../../shared/contract/people.ts'
import { apply } from '../handler.ts'
import { knownAccount } from '../known-account.ts'
import { markPersonal } from '../repository/account/people.ts'

export default apply(accountMark, ['accounts', 'ledger'], ({ db, now, note }, { account, personal }) => {
  knownAccount(db, account)
  markPersonal(db, account, personal, now)
  note({ account, personal: personal !== null })
  return { id: account }
})
