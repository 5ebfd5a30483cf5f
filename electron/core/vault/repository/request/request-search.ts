// The searches of a request and what was taken in or left out by hand; every wording stays, the newest stands.
import { z } from 'zod'
import type { RecordId, RequestId } from '../../../../../shared/domain/id.ts'
import { type PickAct, RequestPick, SearchDraft } from '../../../../../shared/domain/request/request-search.ts'
import { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import type { Done } from './request-life.ts'

const Searches = z.array(SearchDraft)

/** The searches that somebody settled, with the number of that wording; null where nobody did. */
export function savedSearches(db: Driver, request: RequestId) {
  const row = db.get<{ id: number; searches: string; at: number; name: string | null }>(
    `SELECT request_search.id, searches, saved_at AS at, person.name FROM request_search LEFT JOIN person ON person.id = saved_by
     WHERE request_id = ? ORDER BY request_search.id DESC LIMIT 1`,
    request,
  )
  if (row === undefined) return null
  return { id: row.id, searches: Searches.parse(JSON.parse(row.searches)), at: Instant.parse(row.at), by: row.name }
}

/** Settles the searches of a request. */
export function saveSearches(db: Driver, request: RequestId, searches: readonly SearchDraft[], { at, by }: Done): void {
  const sql = 'INSERT INTO request_search (request_id, searches, saved_at, saved_by) VALUES (?, ?, ?, ?)'
  db.run(sql, request, JSON.stringify(searches), at, by)
}

const STANDING = `FROM request_pick LEFT JOIN person ON person.id = picked_by
  WHERE request_pick.id IN (SELECT max(id) FROM request_pick WHERE request_id = ? GROUP BY record_id) AND act <> 'undone'`

/** What stands by hand, by record. */
export function picksOf(db: Driver, request: RequestId): RequestPick[] {
  return db
    .all(
      `SELECT record_id AS record, act, reason, picked_at AS at, person.name AS "by" ${STANDING} ORDER BY record_id`,
      request,
    )
    .map((row) => RequestPick.parse(row))
}

/** Takes a record in or leaves it out by hand, or takes that back. */
export function insertPick(
  db: Driver,
  request: RequestId,
  { record, act, reason }: { readonly record: RecordId; readonly act: PickAct; readonly reason: string },
  { at, by }: Done,
): void {
  db.run(
    'INSERT INTO request_pick (request_id, record_id, act, reason, picked_at, picked_by) VALUES (?, ?, ?, ?, ?, ?)',
    ...[request, record, act, reason, at, by],
  )
}

/** Which wording and which acts by hand stand now: where both are the same, the same is searched for. */
export function searchMarks(db: Driver, request: RequestId): { readonly wording: number; readonly picks: number } {
  const newest = (table: string) =>
    db.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table} WHERE request_id = ?`, request)?.id ?? 0
  return { wording: newest('request_search'), picks: newest('request_pick') }
}
