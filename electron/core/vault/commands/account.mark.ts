import { MunimentError } from '../../../../shared/contract/error.ts'
import { accountMark } from '../../../../shared/contract/people.ts'
import { apply } from '../handler.ts'
import { findAccount, markPersonal } from '../repository/people.ts'

export default apply(accountMark, ['accounts', 'ledger'], ({ db, now, note }, { account, personal }) => {
  if (findAccount(db, account) === null) {
    throw new MunimentError('ACCOUNT_UNKNOWN', 'That account is not in the register. Nothing was changed.')
  }
  markPersonal(db, account, personal, now)
  note({ account, personal: personal !== null })
  return { id: account }
})
