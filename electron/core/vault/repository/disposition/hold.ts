// Holds, the records that they froze, and the requests that hold from their receipt.
import { z } from 'zod'
import type { HoldDraft, HoldScope } from '../../../../../shared/domain/disposition/hold.ts'
import { Hold } from '../../../../../shared/domain/disposition/hold.ts'
import { AccountId, HoldId, type PersonId, type RecordId, RequestId } from '../../../../../shared/domain/id.ts'
import { type Instant, LocalDate } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestBytes, digestOf } from '../../hex.ts'
import { nextNumber } from '../packet/given-number.ts'

/** A hold with the request that it serves and how many records it froze. */
export interface PlacedHold {
  readonly hold: Hold
  readonly request: string | null
  readonly records: number
}

/** Accounts and period that a request holds while it is not closed. */
const HoldingRequest = z.object({
  id: RequestId,
  accounts: z.array(AccountId),
  from: LocalDate.nullable(),
  to: LocalDate.nullable(),
})

interface HoldRow {
  readonly id: number
  readonly label: string
  readonly matter: string
  readonly attorney: string
  readonly starts_on: string | null
  readonly review_on: string | null
  readonly basis: string
  readonly scope: string
  readonly ordered_by: string
  readonly document_digest: Uint8Array | null
  readonly request_id: string | null
  readonly placed_at: number
  readonly released_at: number | null
  readonly released_by: string | null
  readonly release_digest: Uint8Array | null
  readonly records: number
}

const HOLDS = `SELECT hold.id, label, coalesce(matter, '') AS matter, coalesce(attorney, '') AS attorney, starts_on, review_on, basis, scope, ordered_by, document_digest, request_id, placed_at, released_at,
  coalesce(person.name, released_by) AS released_by, release_digest,
  (SELECT count(*) FROM hold_record WHERE hold_id = hold.id) AS records
  FROM hold LEFT JOIN hold_matter ON hold_matter.hold_id = hold.id LEFT JOIN person ON person.id = released_by`

/** Writes a hold down; what it freezes is added by `freezeRecords`. */
export function insertHold(
  db: Driver,
  draft: HoldDraft,
  request: string | null,
  at: Instant,
  by: PersonId | null,
): HoldId {
  const { id } = db.run(
    `INSERT INTO hold (id, label, basis, scope, ordered_by, document_digest, request_id, placed_at, placed_by)
     VALUES (${nextNumber('hold')}, ?, ?, ?, ?, ?, ?, ?, ?)`,
    draft.label,
    draft.basis,
    JSON.stringify(draft.scope),
    draft.orderedBy,
    draft.orderDocument === null ? null : digestBytes(draft.orderDocument),
    request,
    at,
    by,
  )
  const { matter, attorney, startsOn, reviewOn } = draft
  db.run('INSERT INTO hold_matter VALUES (?, ?, ?, ?, ?)', id, matter, attorney, startsOn, reviewOn)
  return HoldId.parse(id)
}

/** Freezes records under a hold. Returns how many were not frozen by it before. */
export function freezeRecords(db: Driver, hold: HoldId, records: readonly RecordId[]): number {
  let frozen = 0
  for (const record of records) {
    frozen += db.run('INSERT INTO hold_record VALUES (?, ?) ON CONFLICT DO NOTHING', hold, record).changes
  }
  return frozen
}

/** How many records of each account a hold froze, by the number of the account. */
export function frozenByAccount(db: Driver, hold: HoldId): Map<number, number> {
  const rows = db.all<{ account: number; records: number }>(
    `SELECT account_id AS account, count(*) AS records FROM hold_record JOIN record ON record.id = record_id
     WHERE hold_id = ? GROUP BY account_id`,
    hold,
  )
  return new Map(rows.map(({ account, records }) => [account, records]))
}

/** Every hold, newest first, released ones too. */
export function listHolds(db: Driver): PlacedHold[] {
  return db.all<HoldRow>(`${HOLDS} ORDER BY hold.id DESC`).map(placed)
}

/**
 * The holds that are not released, oldest first. That of a closed request covers what was found for it (released, withheld, not
 * responsive); where nobody told what answers it, it goes on covering its accounts and period.
 */
export function standingHolds(db: Driver): PlacedHold[] {
  const narrowed = new Set(db.all<{ id: number }>(NARROWED).map(({ id }) => id))
  return db.all<HoldRow>(`${HOLDS} WHERE released_at IS NULL ORDER BY hold.id`).map((row) => {
    const one = placed(row)
    if (one.request === null || !narrowed.has(one.hold.id)) return one
    const scope = { search: null, accounts: [], from: null, to: null, recordIds: resultOf(db, one.request) }
    return { ...one, hold: { ...one.hold, scope }, records: scope.recordIds.length }
  })
}

const NARROWED = `SELECT hold.id FROM hold JOIN request ON request.id = request_id
  WHERE request.state = 'closed' AND EXISTS (SELECT 1 FROM request_result WHERE request_result.request_id = hold.request_id)`

/** What was found for a request: by a stored statement, a decision of its review, or a production. */
function resultOf(db: Driver, request: string): RecordId[] {
  return db
    .all<{ id: RecordId }>('SELECT record_id AS id FROM request_result WHERE request_id = ? ORDER BY 1', request)
    .map(({ id }) => id)
}

/** One hold, or null. */
export function findHold(db: Driver, id: HoldId): PlacedHold | null {
  const row = db.get<HoldRow>(`${HOLDS} WHERE hold.id = ?`, id)
  return row ? placed(row) : null
}

/** Releases a hold by a written release; what it froze stays on record. */
export function releaseHold(db: Driver, id: HoldId, by: PersonId, document: Uint8Array, at: Instant): void {
  db.run('UPDATE hold SET released_at = ?, released_by = ?, release_digest = ? WHERE id = ?', at, by, document, id)
}

/** A narrowing: what the hold covered before, and by whose paper. */
interface Narrowing {
  readonly id: HoldId
  readonly before: HoldScope
  readonly scope: HoldScope
  readonly by: PersonId
  readonly document: Uint8Array
}

/** Gives a hold another scope; the one before is kept. What it froze is the caller's. */
export function narrowHold(db: Driver, { id, before, scope, by, document }: Narrowing, at: Instant): void {
  db.run(
    'INSERT INTO hold_scope (hold_id, scope, narrowed_at, signed_by, document_digest) VALUES (?, ?, ?, ?, ?)',
    id,
    JSON.stringify(before),
    at,
    by,
    document,
  )
  db.run('UPDATE hold SET scope = ? WHERE id = ?', JSON.stringify(scope), id)
}

/** Lets go of what a hold froze, and remembers it; it is frozen anew by its scope in the same transaction. */
export function letGoOf(db: Driver, id: HoldId): void {
  db.run('INSERT OR IGNORE INTO hold_let_go SELECT hold_id, record_id FROM hold_record WHERE hold_id = ?', id)
  db.run('DELETE FROM hold_record WHERE hold_id = ?', id)
}

/** Which unreleased holds froze records of a key range, by record, each list in the order of the holds; those of closed requests list what they cover. */
export function frozenBetween(db: Driver, first: number, last: number): Map<number, number[]> {
  const rows = db.all<{ record_id: number; hold_id: number }>(
    `SELECT record_id, hold_id FROM hold_record JOIN hold ON hold.id = hold_id
     WHERE record_id BETWEEN ? AND ? AND released_at IS NULL AND hold.id NOT IN (${NARROWED}) ORDER BY record_id, hold_id`,
    first,
    last,
  )
  const frozen = new Map<number, number[]>()
  for (const { record_id, hold_id } of rows) {
    const known = frozen.get(record_id)
    if (known) known.push(hold_id)
    else frozen.set(record_id, [hold_id])
  }
  return frozen
}

/** What requests that are not closed hold, by number: their accounts and period, and those of the searches that were settled for them. */
export function holdingRequests(db: Driver) {
  return db
    .all<{ id: string; document: string }>(
      `SELECT id, document FROM request WHERE state <> 'closed'
       UNION ALL SELECT request.id, search.value FROM request JOIN request_search AS wording
         ON wording.id = (SELECT max(id) FROM request_search WHERE request_id = request.id)
         JOIN json_each(wording.searches) AS search WHERE state <> 'closed'
       ORDER BY 1`,
    )
    .map(({ id, document }) => HoldingRequest.parse({ ...picked(document), id }))
}

function picked(document: string): object {
  const value: unknown = JSON.parse(document)
  if (typeof value !== 'object' || value === null) return {}
  const wanted = new Set(['accounts', 'from', 'to'])
  return Object.fromEntries(Object.entries(value).filter(([name]) => wanted.has(name)))
}

function placed(row: HoldRow): PlacedHold {
  const hold = Hold.parse({
    id: row.id,
    label: row.label,
    matter: row.matter,
    attorney: row.attorney,
    startsOn: row.starts_on,
    reviewOn: row.review_on,
    basis: row.basis,
    orderedBy: row.ordered_by,
    orderDocument: row.document_digest === null ? null : digestOf(row.document_digest),
    scope: JSON.parse(row.scope),
    placedAt: row.placed_at,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
    releaseDocument: row.release_digest === null ? null : digestOf(row.release_digest),
  })
  return { hold, request: row.request_id, records: row.records }
}
