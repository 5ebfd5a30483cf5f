// Finding a stored search statement.
import { MunimentError } from '../../../../shared/contract/error.ts'
import type { RequestId } from '../../../../shared/domain/id.ts'
import type { StoredStatement } from '../../../../shared/domain/request/search-statement.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { statementsOf } from '../../vault/repository/request/search-statement.ts'

/** One version of the statement of a request, or the newest. @throws MunimentError INPUT_INVALID */
export function knownStatement(db: Driver, request: RequestId, version: number | null): StoredStatement {
  const stored = statementsOf(db, request)
  const found = version === null ? stored.at(-1) : stored.find((one) => one.version === version)
  if (found !== undefined) return found
  const what = version === null ? 'no search statement yet' : `no search statement ${version}`
  throw new MunimentError('INPUT_INVALID', `Request ${request} has ${what}. Store one first.`)
}
