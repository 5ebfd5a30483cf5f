// Public records requests, and the hold that each one is from its receipt.

import { addDays } from '../../../../../shared/domain/calendar/day.ts'
import { HoldScope } from '../../../../../shared/domain/disposition/hold.ts'
import { HoldId, type PersonId, type RecordId, type RequestId } from '../../../../../shared/domain/id.ts'
import { PublicRequest, RequestDraft } from '../../../../../shared/domain/request/request.ts'
import { type Instant, startOfDay } from '../../../../../shared/domain/time.ts'
import type { Driver, Value } from '../../catalog/driver.ts'
import { freezeRecords } from '../disposition/hold.ts'
import { nextNumber } from '../packet/given-number.ts'
import { productionsOf } from '../packet/production.ts'

interface RequestRow {
  readonly document: string
  readonly opened_at: number
  readonly opened_by: string | null
  readonly state: string
  readonly held: number
}

const REQUEST = `SELECT document, opened_at, opened_by, state,
  (SELECT count(DISTINCT record_id) FROM hold JOIN hold_record ON hold_id = hold.id WHERE request_id = request.id) AS held FROM request`

/** Whether a request of that number was entered. */
export function hasRequest(db: Driver, id: RequestId): boolean {
  return db.get('SELECT 1 FROM request WHERE id = ?', id) !== undefined
}

/** Enters a request. */
export function insertRequest(db: Driver, draft: RequestDraft, at: Instant, by: PersonId | null): void {
  db.run(
    "INSERT INTO request VALUES (?, ?, ?, ?, ?, 'open')",
    draft.id,
    JSON.stringify(draft),
    draft.receivedOn,
    at,
    by,
  )
}

/** Every request, the newest first. */
export function listRequests(db: Driver): PublicRequest[] {
  return db.all<RequestRow>(`${REQUEST} ORDER BY opened_at DESC, id DESC`).map((row) => toRequest(db, row))
}

/** One request, or null. */
export function findRequest(db: Driver, id: RequestId): PublicRequest | null {
  const row = db.get<RequestRow>(`${REQUEST} WHERE id = ?`, id)
  return row === undefined ? null : toRequest(db, row)
}

/** Gives a request other particulars; what it was received as stays in its trail. */
export function saveRequest(db: Driver, draft: RequestDraft): void {
  db.run(
    'UPDATE request SET document = ?, received_on = ? WHERE id = ?',
    JSON.stringify(draft),
    draft.receivedOn,
    draft.id,
  )
}

/** Closes a request, or opens it again; its hold stays as it is. */
export function setRequestState(db: Driver, id: RequestId, state: 'open' | 'closed'): void {
  db.run('UPDATE request SET state = ? WHERE id = ?', state, id)
}

/** A request that was open is answered in part or whole from now on. */
export function markProduced(db: Driver, id: RequestId): void {
  db.run("UPDATE request SET state = 'produced' WHERE id = ? AND state = 'open'", id)
}

/** A request without a packet that stands is open again; one that is closed stays so. */
export function markRecalled(db: Driver, id: RequestId): void {
  db.run(
    `UPDATE request SET state = 'open' WHERE id = ? AND state = 'produced' AND NOT EXISTS (
       SELECT 1 FROM production WHERE request_id = request.id AND packet_digest IS NOT NULL
         AND id NOT IN (SELECT production_id FROM packet_recall))`,
    id,
  )
}

/**
 * Holds what a request covers: its accounts and period, now and later, whatever its words.
 * @param zone the City's zone, in which its days are meant
 * @returns how many records are frozen by it now
 */
export function holdForRequest(
  db: Driver,
  draft: RequestDraft,
  zone: string,
  placed: { readonly at: Instant; readonly by: PersonId | null; readonly orderedBy: string },
): { readonly hold: number; readonly held: number } {
  const { accounts, from, to } = draft
  const scope = HoldScope.parse({ search: null, accounts, from, to, recordIds: [] })
  const { id: hold } = db.run(
    `INSERT INTO hold (id, label, basis, scope, ordered_by, request_id, placed_at, placed_by)
     VALUES (${nextNumber('hold')}, ?, 'records-request', ?, ?, ?, ?, ?)`,
    `Public records request ${draft.id}`,
    JSON.stringify(scope),
    placed.orderedBy,
    draft.id,
    placed.at,
    placed.by,
  )
  const conditions: { sql: string; values: Value[] }[] = []
  if (accounts.length > 0) {
    conditions.push({ sql: 'account_id IN (SELECT value FROM json_each(?))', values: [JSON.stringify(accounts)] })
  }
  // A record without a time may be of any time; one deleted within the period had its latest change in it.
  if (from !== null) {
    const first = startOfDay(from, zone)
    conditions.push({ sql: '(at IS NULL OR at >= ? OR deleted_at >= ?)', values: [first, first] })
  }
  if (to !== null) conditions.push({ sql: '(at IS NULL OR at < ?)', values: [startOfDay(addDays(to, 1), zone)] })
  const where = conditions.length > 0 ? ` WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : ''
  const { changes: held } = db.run(
    `INSERT INTO hold_record SELECT ?, id FROM record${where}`,
    hold,
    ...conditions.flatMap(({ values }) => values),
  )
  return { hold, held }
}

function toRequest(db: Driver, row: RequestRow): PublicRequest {
  const draft = RequestDraft.parse(JSON.parse(row.document))
  const { opened_at: openedAt, opened_by: openedBy, state, held } = row
  return PublicRequest.parse({ ...draft, openedAt, openedBy, state, held, productions: productionsOf(db, draft.id) })
}

/** Keeps that records were found for a request, and freezes them under its hold where it stands. Returns how many were not frozen by it before. */
export function freezeForRequest(db: Driver, id: RequestId, records: readonly RecordId[]): number {
  for (const record of records) db.run('INSERT OR IGNORE INTO request_found VALUES (?, ?)', id, record)
  const hold = db.get<{ id: number }>('SELECT id FROM hold WHERE request_id = ? AND released_at IS NULL', id)?.id
  return hold === undefined ? 0 : freezeRecords(db, HoldId.parse(hold), records)
}
