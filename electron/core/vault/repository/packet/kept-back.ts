// What a packet keeps back, record by record, and what the attorney opened of it since.
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A record of which a packet keeps something back; `decision` as it was frozen, as JSON. */
export interface KeptBack {
  readonly number: string
  readonly decision: string
}

const KEPT_BACK = `FROM production_item JOIN production_decision USING (production_id, position)
  WHERE production_id = ? AND json_extract(decision, '$.outcome') IN ('redact', 'withhold')`

/** How many records of a production are redacted or withheld. */
export function countKeptBack(db: Driver, production: number): number {
  return db.get<{ count: number }>(`SELECT count(*) AS count ${KEPT_BACK}`, production)?.count ?? 0
}

/** The first records of a production that are redacted or withheld, in its order. @param part what their numbers hold; empty: all */
export function keptBackOf(db: Driver, production: number, part: string, most: number): KeptBack[] {
  const sql = `SELECT label AS number, decision ${KEPT_BACK} AND instr(lower(label), lower(?)) > 0 ORDER BY position LIMIT ?`
  return db.all(sql, production, part, most)
}

/** An opening by the attorney, with the name of who opened. */
export interface KnownOpening {
  readonly number: string
  readonly fields: readonly string[]
  readonly reason: string
  readonly at: Instant
  readonly by: string
  /** Public half of the key that signed it; null: the name was typed. */
  readonly key: Uint8Array | null
}

/** What the attorney opened of a production, oldest first. */
export function openingsOf(db: Driver, production: number): KnownOpening[] {
  return db
    .all<Omit<KnownOpening, 'fields'> & { readonly fields: string }>(
      `SELECT label AS number, fields, reason, opened_at AS at, person.name AS "by", person_key.public_key AS key
       FROM production_opening JOIN production_item USING (production_id, position) JOIN person ON person.id = opened_by
       LEFT JOIN production_opening_key ON opening_id = production_opening.id LEFT JOIN person_key ON person_key.id = key_id
       WHERE production_id = ? ORDER BY production_opening.id`,
      production,
    )
    .map((row) => ({ ...row, fields: JSON.parse(row.fields) }))
}
