// A hold on an account or a record that is not here would hold nothing, and nobody would notice.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { HoldScope } from '../../../../shared/domain/disposition/hold.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { knownAccount } from '../../vault/known-account.ts'
import { subjectsOf } from '../../vault/repository/disposition/plan.ts'

/** @param kept what was kept, as a sentence. @throws MunimentError ACCOUNT_UNKNOWN, RECORD_UNKNOWN */
export function refuseUnknownScope(db: Driver, { accounts, recordIds }: HoldScope, kept: string): void {
  for (const account of accounts) knownAccount(db, account, kept)
  const known = new Set(subjectsOf(db, recordIds).map(({ id }) => id))
  const record = recordIds.find((one) => !known.has(one))
  if (record !== undefined) throw new MunimentError('RECORD_UNKNOWN', `This vault has no record ${record}. ${kept}`)
}
