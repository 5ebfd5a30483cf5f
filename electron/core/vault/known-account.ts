// Accounts that an operation names: in the register, or refused in a sentence.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { Account } from '../../../shared/domain/account/account.ts'
import type { AccountId } from '../../../shared/domain/id.ts'
import type { Driver } from './catalog/driver.ts'
import { findAccount } from './repository/account/people.ts'

/**
 * @param kept what was not done, as a sentence
 * @throws MunimentError ACCOUNT_UNKNOWN
 */
export function knownAccount(db: Driver, id: AccountId, kept = 'Nothing was changed.'): Account {
  const account = findAccount(db, id)
  if (account !== null) return account
  throw new MunimentError('ACCOUNT_UNKNOWN', `There is no account ${id} in the register. ${kept}`)
}
