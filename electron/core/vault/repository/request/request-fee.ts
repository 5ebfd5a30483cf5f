// What requesters were asked to pay for copies.

import type { RequestId } from '../../../../../shared/domain/id.ts'
import {
  type ChargedLine,
  type FeeSchedule,
  type FeeState,
  RequestFee,
} from '../../../../../shared/domain/request/fee.ts'
import type { LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import type { Done } from './request-life.ts'

/** The fees of a request, by number. */
export function feesOf(db: Driver, request: RequestId): RequestFee[] {
  return db
    .all<{ document: string }>(
      `SELECT number, document, state, invoiced_on AS invoicedOn, settled_on AS settledOn, settled_how AS settledHow,
         changed_at AS changedAt, person.name AS changedBy
       FROM request_fee LEFT JOIN person ON person.id = changed_by WHERE request_id = ? ORDER BY number`,
      request,
    )
    .map(({ document, ...rest }) => {
      const said: unknown = JSON.parse(document)
      return RequestFee.parse({ ...rest, ...Object(said) })
    })
}

/** Draws fees up, or draws them up anew. */
export function saveFee(
  db: Driver,
  request: RequestId,
  number: number,
  said: {
    readonly schedule: Pick<FeeSchedule, 'id' | 'name' | 'validFrom' | 'source'>
    readonly lines: readonly ChargedLine[]
  },
  { at, by }: Done,
): void {
  db.run(
    `INSERT INTO request_fee (request_id, number, document, state, changed_at, changed_by) VALUES (?, ?, ?, 'draft', ?, ?)
     ON CONFLICT DO UPDATE SET document = excluded.document, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    ...[request, number, JSON.stringify(said), at, by],
  )
}

/** Says how fees stand from now on. */
export function settleFee(
  db: Driver,
  request: RequestId,
  number: number,
  next: { readonly state: FeeState; readonly on: LocalDate; readonly how: string | null },
  { at, by }: Done,
): void {
  const invoiced = next.state === 'invoiced'
  db.run(
    `UPDATE request_fee SET state = ?, invoiced_on = coalesce(?, invoiced_on), settled_on = ?, settled_how = ?, changed_at = ?, changed_by = ?
     WHERE request_id = ? AND number = ?`,
    ...[next.state, invoiced ? next.on : null, invoiced ? null : next.on, next.how, at, by, request, number],
  )
}
