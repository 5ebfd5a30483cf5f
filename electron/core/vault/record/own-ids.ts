// Under which numbers an account's own posts and messages may name it: where a source gives no handle, only these tell.

import type { Account } from '../../../../shared/domain/account/account.ts'
import type { Accession } from '../../../../shared/domain/intake/accession.ts'
import type { Driver } from '../catalog/driver.ts'
import { reconciliationOf } from '../repository/intake/accession.ts'

/** The numbers of an account, as the register and its exports give them. @param accessions all that were received */
export function ownIdsOf(db: Driver, { id, nativeId }: Account, accessions: readonly Accession[]): string[] {
  const owners = accessions
    .filter((accession) => accession.account === id && accession.state === 'complete')
    .map((accession) => reconciliationOf(db, accession.id)?.ownerNativeId ?? null)
  return [...new Set([nativeId, ...owners])].filter((own) => own !== null)
}
