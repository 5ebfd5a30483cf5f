// Finding a request, or saying that there is none.
import { MunimentError } from '../../../shared/contract/error.ts'
import type { RequestId } from '../../../shared/domain/id.ts'
import { type PublicRequest, RequestDraft } from '../../../shared/domain/request/request.ts'
import type { Driver } from '../vault/catalog/driver.ts'
import { findRequest } from '../vault/repository/request/request.ts'

/** The request of a number. @throws MunimentError REQUEST_UNKNOWN */
export function knownRequest(db: Driver, id: RequestId): PublicRequest {
  const request = findRequest(db, id)
  if (request === null) throw new MunimentError('REQUEST_UNKNOWN', `There is no request ${id} in this vault.`)
  return request
}

/** The request as it was entered, without what the vault knows of it besides. */
export function draftOf(request: PublicRequest): RequestDraft {
  const { openedAt: _at, openedBy: _by, state: _state, held: _held, productions: _made, ...draft } = request
  return RequestDraft.parse(draft)
}
