// Demands to remove something from a published copy, across all requests.
import type { ProductionId, RequestId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A demand that nobody has met yet. */
export interface OpenDemand {
  readonly demand: number
  readonly request: RequestId
  readonly production: ProductionId
  readonly place: string
  readonly what: string
  readonly receivedAt: Instant
  readonly dueAt: Instant
}

/** The demands on copies that are not gone, the earliest end first; also of closed requests. */
export function openDemands(db: Driver): OpenDemand[] {
  return db.all(
    `SELECT removal_demand.id AS demand, request_id AS request, production_id AS production, place, what,
       received_at AS receivedAt, due_at AS dueAt
     FROM removal_demand JOIN packet_posting ON packet_posting.id = posting_id JOIN production ON production.id = production_id
     WHERE done_at IS NULL ORDER BY due_at, removal_demand.id`,
  )
}
