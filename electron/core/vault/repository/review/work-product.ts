// Work product of a request: what was decided and replaced again, and letters that never became any. Deleted when its packet is sealed, unless the City keeps it.
import type { RequestId } from '../../../../../shared/domain/id.ts'
import type { WorkProduct } from '../../../../../shared/domain/review/review.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { saveSetting, setting } from '../setting.ts'

/** What becomes of work product at sealing: deleted, where nobody said otherwise. */
export function workProductPolicy(db: Driver): WorkProduct {
  return setting(db, 'work_product') === 'keep' ? 'keep' : 'delete'
}

/** Says what becomes of it. */
export function saveWorkProductPolicy(db: Driver, policy: WorkProduct): void {
  saveSetting(db, 'work_product', policy)
}

/** Decisions that a later one replaced, of a record on which the last word was spoken before. */
const REPLACED = `request_id = ? AND EXISTS (
  SELECT 1 FROM review_decision AS later WHERE later.request_id = review_decision.request_id
    AND later.record_id = review_decision.record_id AND later.id > review_decision.id AND later.decided_at <= ?)`
/** Letters that were put aside, and drafts older than a signed letter of their kind. */
const ABANDONED = `request_id = ? AND saved_at <= ? AND (state = 'discarded' OR state = 'draft' AND EXISTS (
  SELECT 1 FROM request_letter AS signed WHERE signed.request_id = request_letter.request_id
    AND signed.kind = request_letter.kind AND signed.signed_at > request_letter.saved_at))`

/** How many of each. */
export interface WorkProductCount {
  readonly decisions: number
  readonly letters: number
}

/** Counts the work product of a request as it was at an instant. */
export function countWorkProduct(db: Driver, request: RequestId, until: Instant): WorkProductCount {
  const count = (sql: string) => db.get<{ n: number }>(sql, request, until)?.n ?? 0
  return {
    decisions: count(`SELECT count(*) AS n FROM review_decision WHERE ${REPLACED}`),
    letters: count(`SELECT count(*) AS n FROM request_letter WHERE ${ABANDONED}`),
  }
}

/** Deletes it; what stands decided and every signed letter stay. */
export function deleteWorkProduct(db: Driver, request: RequestId, until: Instant): WorkProductCount {
  return {
    decisions: db.run(`DELETE FROM review_decision WHERE ${REPLACED}`, request, until).changes,
    letters: db.run(`DELETE FROM request_letter WHERE ${ABANDONED}`, request, until).changes,
  }
}
