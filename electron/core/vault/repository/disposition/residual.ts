// What a destruction leaves out of reach: copies that were made, packets that hold what was destroyed, bytes that were overwritten.
import type { LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Productions whose packets hold records that a destruction destroyed. */
export function productionsHolding(
  db: Driver,
  destruction: number,
): { id: number; request: string; records: number }[] {
  return db.all(
    `SELECT production.id, production.request_id AS request, count(DISTINCT item.record_id) AS records
     FROM destruction_item AS item JOIN production_item ON production_item.record_id = item.record_id
       JOIN production ON production.id = production_item.production_id
     WHERE item.destruction_id = ? AND item.outcome = 'destroyed' GROUP BY production.id ORDER BY production.id`,
    destruction,
  )
}

/** Places where packets with records that a destruction destroyed are published. */
export function postingsHolding(db: Driver, destruction: number): { place: string; on: LocalDate; request: string }[] {
  return db.all(
    `SELECT DISTINCT packet_posting.place, posted_on AS "on", production.request_id AS request
     FROM destruction_item AS item JOIN production_item ON production_item.record_id = item.record_id
       JOIN production ON production.id = production_item.production_id JOIN packet_posting ON packet_posting.production_id = production.id
     WHERE item.destruction_id = ? AND item.outcome = 'destroyed' AND down_at IS NULL ORDER BY 1`,
    destruction,
  )
}

/** Destroyed records that the platform still showed when they were last seen, by account. */
export function stillLive(db: Driver, destruction: number): { account: string; records: number }[] {
  return db.all(
    `SELECT platform || '/' || handle AS account, count(*) AS records FROM destruction_item JOIN account ON account.id = account_id
     WHERE destruction_id = ? AND outcome = 'destroyed' AND state = 'live' GROUP BY account.id ORDER BY 1`,
    destruction,
  )
}

/** A marked range of bytes; `done` null: it was not overwritten. */
export interface StruckRanges {
  readonly package: string
  readonly form: string
  readonly name: string
  readonly ranges: string
  readonly done: number | null
}

/** What was marked in the packages that a destruction struck. */
export function strikesIn(db: Driver, destruction: number): StruckRanges[] {
  return db.all(
    `SELECT strike.package_id AS package, form, member.name, ranges, done_at AS done FROM strike
       JOIN package ON package.id = strike.package_id JOIN member ON member.id = strike.member_id
     WHERE strike.package_id IN (SELECT package_id FROM destruction_package WHERE destruction_id = ?)`,
    destruction,
  )
}

/** What an object is, as far as the catalog knows: media of a record, a packet or report that was issued, another paper; null: unknown. */
export function objectUse(db: Driver, digest: Uint8Array): 'media' | 'issued' | 'paper' | null {
  if (db.get('SELECT 1 FROM media WHERE object_digest = ?', digest) !== undefined) return 'media'
  const issued = 'SELECT 1 FROM issued WHERE digest = ? UNION ALL SELECT 1 FROM production WHERE packet_digest = ?'
  if (db.get(issued, digest, digest) !== undefined) return 'issued'
  return db.get('SELECT 1 FROM object WHERE digest = ?', digest) === undefined ? null : 'paper'
}

/** Members of ZIP packages that are packed and were not overwritten. */
export function packedMembers(
  db: Driver,
): { package: string; data_offset: number; packed_size: number; method: string }[] {
  return db.all(
    `SELECT package_id AS package, data_offset, packed_size, method FROM member JOIN package ON package.id = package_id
     WHERE form = 'zip' AND state <> 'unlinked' AND method <> 'stored' AND struck_at IS NULL AND packed_size > 0
       AND NOT EXISTS (SELECT 1 FROM left_out WHERE member_id = member.id)`,
  )
}
