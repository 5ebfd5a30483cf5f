// Finding a request, or saying that there is none.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import type { PublicRequest } from '../../../shared/domain/request.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { findRequest } from '../vault/repository/request.ts'

/** The request of a number. @throws MunimentError REQUEST_UNKNOWN */
export function knownRequest(db: Driver, id: RequestId): PublicRequest {
  const request = findRequest(db, id)
  if (request === null) throw new MunimentError('REQUEST_UNKNOWN', `There is no request ${id} in this vault.`)
  return request
}
