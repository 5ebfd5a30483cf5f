import { MunimentError } from '../../../../shared/contract/error.ts'
import { holdAccounts } from '../../../../shared/contract/hold.ts'
import { answer } from '../../vault/handler.ts'
import { findHold } from '../../vault/repository/disposition/hold.ts'
import { accountsOfHold } from '../hold/hold-accounts.ts'

export default answer(holdAccounts, ({ db }, { id }) => {
  const placed = findHold(db, id)
  if (placed === null) throw new MunimentError('HOLD_UNKNOWN', `There is no hold ${id} in this vault.`)
  return accountsOfHold(db, placed.hold)
})
