// Further series of a record beside the one that its classification gives, and second persons behind decisions.
import type { PersonId, RecordId } from '../../../../shared/domain/id.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Driver } from '../catalog/driver.ts'

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

/** What has touched a record since its series was decided: `hold` and `request` count whenever they were. */
export interface Touched {
  readonly hold: 0 | 1
  readonly request: 0 | 1
  readonly plan: 0 | 1
}

/** What touched a record, as far as it is written down; holds that cover it by their conditions are the caller's to ask. */
export function touched(db: Driver, record: RecordId): Touched {
  const row = db.get<Touched>(
    `SELECT EXISTS (SELECT 1 FROM hold_record WHERE record_id = :record) AS hold,
       EXISTS (SELECT 1 FROM request_found WHERE record_id = :record) AS request,
       EXISTS (SELECT 1 FROM plan WHERE made_at >= coalesce(
         (SELECT max(decided_at) FROM classification WHERE record_id = :record), 0)) AS plan`.replaceAll(
      ':record',
      '?',
    ),
    record,
    record,
    record,
  )
  return row ?? { hold: 0, request: 0, plan: 0 }
}
