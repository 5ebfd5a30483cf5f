// Copies of a record besides the vault's own: packets that hold it, and what was written outside while it was there.
import { CopyKind, copyWords, WHOLE_VAULT } from '../../../../../shared/domain/disposition/copy.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Kinds of copies that may hold words of records. */
const MAY_HOLD: readonly CopyKind[] = CopyKind.options.filter((kind) => copyWords[kind] !== null)
const SURE: readonly CopyKind[] = WHOLE_VAULT

/** A copy outside the vault, as registered. */
export interface RegisteredCopy {
  readonly kind: CopyKind
  readonly name: string
  readonly place: string
  readonly at: number
}

/** Copies outside the vault that may hold words of records, the newest first. @param since made at that instant or later */
export function copiesSince(db: Driver, since: number, most: number): RegisteredCopy[] {
  return db.all<RegisteredCopy>(
    `SELECT kind, name, place, issued_at AS at FROM issued WHERE place <> 'vault' AND issued_at >= ?
       AND kind IN (SELECT value FROM json_each(?)) ORDER BY issued_at DESC, id DESC LIMIT ?`,
    ...[since, JSON.stringify(MAY_HOLD), most],
  )
}

/** How many there are. */
export function countCopies(db: Driver, since: number): number {
  const sql = `SELECT count(*) AS n FROM issued WHERE place <> 'vault' AND issued_at >= ? AND kind IN (SELECT value FROM json_each(?))`
  return db.get<{ n: number }>(sql, since, JSON.stringify(MAY_HOLD))?.n ?? 0
}

/** Packets that hold a record; `posted` is a JSON array of the places where one is published. */
export function packetsHolding(db: Driver, record: number) {
  return db.all<{
    production: number
    request: string
    label: string
    frozenAt: number
    kept: number
    sentOn: string | null
    posted: string
  }>(
    `SELECT production.id AS production, request_id AS request, min(label) AS label, frozen_at AS frozenAt,
       packet_digest IS NOT NULL AND EXISTS (SELECT 1 FROM object WHERE digest = packet_digest) AS kept,
       (SELECT max(sent_on) FROM production_sent WHERE production_id = production.id) AS sentOn,
       (SELECT json_group_array(place) FROM packet_posting WHERE production_id = production.id AND down_at IS NULL) AS posted
     FROM production_item JOIN production ON production.id = production_id WHERE record_id = ? GROUP BY production.id ORDER BY production.id`,
    record,
  )
}

/** What copies of a record are called in the register: prints of it, review copies and packets of the requests that it was found for. */
function subjectsOfCopies(db: Driver, record: number): ReadonlySet<string> {
  const rows = db.all<{ subject: string }>(
    `SELECT 'record ' || CAST(? AS INTEGER) AS subject UNION SELECT 'production ' || production_id FROM production_item WHERE record_id = ?`,
    record,
    record,
  )
  return new Set(rows.map(({ subject }) => subject))
}

/** Copies outside that are of this very record: prints of it, and packets with it. */
export function copiesOf(db: Driver, record: number): RegisteredCopy[] {
  return db.all<RegisteredCopy>(
    `SELECT kind, name, place, issued_at AS at FROM issued WHERE place <> 'vault' AND subject IN (SELECT value FROM json_each(?))
       AND kind IN ('record', 'packet', 'opening') ORDER BY issued_at DESC, id DESC`,
    JSON.stringify([...subjectsOfCopies(db, record)]),
  )
}

/** Whether a copy of a kind that was made while a record was in the vault holds it. */
export function holdsAll(kind: CopyKind): boolean {
  return SURE.includes(kind)
}

// The archive that custody was given to; where a plan rests on several copies, that of the newest that has the record as it went.
const CUSTODY = `(SELECT given.value -> 'receipt' ->> 'archive' FROM json_each(facts, '$.plan.custody') AS given
  JOIN transfer_record AS held ON held.transfer_id = given.value ->> 'transfer' AND held.record_id = destruction_item.record_id
    AND held.commitment = destruction_item.commitment ORDER BY held.transfer_id DESC LIMIT 1)`

/** Since when the vault has a record; of a destroyed one by its certificate, which says no more than that it was there. */
export function recordKnown(
  db: Driver,
  record: number,
): { since: number; until: number | null; certificate: string | null; custody: string | null } | null {
  const there = db.get<{ since: number }>(
    'SELECT received_at AS since FROM record JOIN accession ON accession.id = accession_id WHERE record.id = ?',
    record,
  )
  if (there !== undefined) return { since: there.since, until: null, certificate: null, custody: null }
  const gone = db.get<{ until: number; certificate: string; custody: string | null }>(
    `SELECT decided_at AS until, certificate, ${CUSTODY} AS custody FROM destruction_item JOIN destruction ON destruction.id = destruction_id
     WHERE record_id = ? AND outcome = 'destroyed'`,
    record,
  )
  return gone === undefined ? null : { since: 0, ...gone }
}
