// Finding fees of a request, standing as they must.

import type { RequestId } from '../../../shared/domain/id.ts'
import type { FeeState, RequestFee } from '../../../shared/domain/request/fee.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { feesOf } from '../vault/repository/request/request-fee.ts'
import { refused } from './changing.ts'

/** @throws MunimentError REQUEST_REFUSED */
export function feeIn(db: Driver, request: RequestId, number: number, ...states: readonly FeeState[]): RequestFee {
  const fee = feesOf(db, request).find((one) => one.number === number)
  if (fee === undefined) throw refused(`Request ${request} has no fees ${number}. Nothing was changed.`)
  if (states.includes(fee.state)) return fee
  throw refused(`Fees ${number} of request ${request} ${STANDS[fee.state]}. Nothing was changed.`)
}

const STANDS: Readonly<Record<FeeState, string>> = {
  draft: 'are a draft: nobody was asked to pay them yet',
  invoiced: 'were invoiced: their lines are settled',
  paid: 'were paid',
  waived: 'were waived',
}
