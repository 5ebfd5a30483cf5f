// Whether the questions about a packet are answered, for what was looked at and nothing newer.
import type { ProductionId, RequestId } from '../../../../shared/domain/id.ts'
import type { CheckName } from '../../../../shared/domain/review/packet-set.ts'
import type { Driver } from '../../vault/catalog/driver.ts'
import { checksOf } from '../../vault/repository/packet/packet-set.ts'
import { standingOf } from '../review/standing.ts'

/** What answers are about: a production, or what stands decided for a request, so that a later decision makes them void. */
export function subjectOf(db: Driver, request: RequestId, production: ProductionId | null): string {
  return production === null ? standingOf(db, request).digest : String(production)
}

/** Whether each of some questions was last answered with yes. */
export function areAnswered(
  db: Driver,
  request: RequestId,
  names: readonly CheckName[],
  production: ProductionId | null = null,
): boolean {
  const answers = checksOf(db, request, subjectOf(db, request, production))
  return names.every((name) => answers.get(name)?.yes === true)
}
