// Further series of a record beside the one that its classification gives, and second persons behind decisions.
import type { PersonId, RecordId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** A series that a record is in, too. */
export interface SeriesBeside {
  readonly series: string
  readonly addedAt: Instant
  readonly addedBy: string
  readonly reason: string
}

/** Those of a record, in the order in which they were added. */
export function seriesBeside(db: Driver, record: RecordId): SeriesBeside[] {
  return db.all<SeriesBeside>(
    `SELECT series, series_beside.added_at AS addedAt, person.name AS addedBy, reason FROM series_beside JOIN person ON person.id = added_by
     WHERE record_id = ? ORDER BY series_beside.added_at, series`,
    record,
  )
}

/** Puts a record into a further series. Returns whether it was not in it yet. */
export function addSeriesBeside(
  db: Driver,
  { record, series, reason }: { readonly record: RecordId; readonly series: string; readonly reason: string },
  at: Instant,
  by: PersonId,
): boolean {
  return (
    db.run('INSERT OR IGNORE INTO series_beside VALUES (?, ?, ?, ?, ?)', record, series, at, by, reason).changes > 0
  )
}

/** Takes a record out of a further series. Returns whether it was in it. */
export function dropSeriesBeside(db: Driver, record: RecordId, series: string): boolean {
  return db.run('DELETE FROM series_beside WHERE record_id = ? AND series = ?', record, series).changes > 0
}

/** Writes down who else stands behind a decision. */
export function insertSecond(db: Driver, decision: number, by: PersonId): void {
  db.run('INSERT INTO classification_second VALUES (?, ?)', decision, by)
}

/** What touched a record, whenever it was; holds that cover it by their conditions are the caller's to ask. */
export interface Touched {
  readonly hold: 0 | 1
  readonly request: 0 | 1
}

/** What touched a record, as far as it is written down. */
export function touched(db: Driver, record: RecordId): Touched {
  const row = db.get<Touched>(
    `SELECT EXISTS (SELECT 1 FROM hold_record WHERE record_id = :record)
       OR EXISTS (SELECT 1 FROM hold_let_go WHERE record_id = :record) AS hold,
       EXISTS (SELECT 1 FROM request_found WHERE record_id = :record) AS request`.replaceAll(':record', '?'),
    record,
    record,
    record,
  )
  return row ?? { hold: 0, request: 0 }
}

/** Whether a plan, a hold or a request has touched any record at all; a request is one from its receipt. */
export function anyTouched(db: Driver): boolean {
  const sql =
    'SELECT EXISTS (SELECT 1 FROM plan) OR EXISTS (SELECT 1 FROM hold) OR EXISTS (SELECT 1 FROM request) AS touched'
  return db.get<{ touched: 0 | 1 }>(sql)?.touched === 1
}

/** A series that a record stood in, from one instant until before another; `until` null: it stands in it. */
export interface Stay {
  readonly series: string | null
  readonly since: Instant
  readonly until: Instant | null
}

/**
 * Every series that a record has stood in, the oldest first, further ones behind. A record that was separated from another one and that nobody has
 * decided on yet comes of that one's.
 */
export function staysOf(db: Driver, record: RecordId): Stay[] {
  const own = staysIn(db, record)
  if (own.length > 0) return own
  const origin = db.get<{ id: number }>(
    'SELECT from_id AS id FROM record_separation WHERE record_id = ? AND joined_at IS NULL',
    record,
  )
  return origin === undefined ? own : staysIn(db, origin.id)
}

function staysIn(db: Driver, record: number): Stay[] {
  return db.all<Stay>(
    `SELECT series, since, until FROM (
       SELECT 0 AS rank, id AS place, series, decided_at AS since, lead(decided_at) OVER (ORDER BY id) AS until
       FROM classification WHERE record_id = ?
       UNION ALL SELECT 1, series_beside.added_at, series, series_beside.added_at, NULL FROM series_beside WHERE record_id = ?)
     ORDER BY rank, place`,
    record,
    record,
  )
}

/** When plans were drawn up, the oldest first. */
export function planTimes(db: Driver): Instant[] {
  return db.all<{ at: Instant }>('SELECT made_at AS at FROM plan ORDER BY made_at').map(({ at }) => at)
}
