// What happened in a stretch of time, counted for the report of a quarter. Instants in ms since 1970 UTC; `to` is excluded.
import type { Driver } from '../../catalog/driver.ts'

/** Records by account and kind that were posted between two ids, the second excluded. */
export function activityBetween(
  db: Driver,
  from: number,
  to: number,
): readonly { account: number; kind: string; records: number }[] {
  return db.all(
    'SELECT account_id AS account, kind, count(*) AS records FROM record WHERE id >= ? AND id < ? GROUP BY account_id, kind ORDER BY 1, 3 DESC',
    from,
    to,
  )
}

/** An import that was received between two instants. */
export interface QuarterImport {
  readonly id: number
  readonly account: number
  readonly parser: string
  readonly receivedAt: number
  readonly records: number
  readonly versions: number
  readonly unexplained: number
}

/** Imports and captures that were received and stand. */
export function importsBetween(db: Driver, from: number, to: number): readonly QuarterImport[] {
  return db.all(
    `SELECT id, account_id AS account, parser, received_at AS receivedAt, records, versions, unexplained FROM accession
     WHERE state = 'complete' AND received_at >= ? AND received_at < ? ORDER BY id`,
    from,
    to,
  )
}

/** Holds by their public label and basis: placed before the end, and not released before the beginning. */
export function holdsDuring(
  db: Driver,
  from: number,
  to: number,
): readonly { id: number; label: string; basis: string; placedAt: number; releasedAt: number | null }[] {
  return db.all(
    `SELECT id, label, basis, placed_at AS placedAt, released_at AS releasedAt FROM hold
     WHERE placed_at < ? AND (released_at IS NULL OR released_at >= ?) ORDER BY id`,
    to,
    from,
  )
}

/** Purge plans that were drawn up. */
export function plansBetween(
  db: Driver,
  from: number,
  to: number,
): readonly { id: number; custody: number; asOf: string; madeAt: number; eligible: number; excluded: number }[] {
  return db.all(
    "SELECT id, coalesce(summary ->> 'kind', '') = 'custody' AS custody, as_of AS asOf, made_at AS madeAt, eligible, excluded FROM plan WHERE made_at >= ? AND made_at < ? ORDER BY id",
    from,
    to,
  )
}

/** A purge that was carried out, or begun: what its certificate counts. */
export interface QuarterPurge {
  readonly certificate: string
  readonly plan: number
  readonly beganAt: number
  readonly certifiedAt: number | null
  readonly stopped: string | null
  /** 1 where custody was given up to an archive. */
  readonly custody: number
  readonly destroyed: number
  readonly passedOver: number
}

/** Executions of purge plans that were begun. */
export function purgesBetween(db: Driver, from: number, to: number): readonly QuarterPurge[] {
  const items = 'SELECT count(*) FROM destruction_item WHERE destruction_id = destruction.id AND outcome'
  return db.all(
    `SELECT certificate, plan_id AS plan, began_at AS beganAt, certified_at AS certifiedAt, stopped, facts -> '$.plan.custody' IS NOT NULL AS custody,
       (${items} = 'destroyed') AS destroyed, (${items} = 'skipped') AS passedOver
     FROM destruction WHERE began_at >= ? AND began_at < ? ORDER BY id`,
    from,
    to,
  )
}
