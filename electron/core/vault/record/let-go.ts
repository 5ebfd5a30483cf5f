// The row of a record that became part of another one, with what only that row had.
import type { Driver } from '../catalog/driver.ts'

/** Lets a record's row go, whose versions and decisions another one has taken over. */
export function letGo(db: Driver, record: number): void {
  for (const sql of LET_GO) db.run(sql, record)
}

const LET_GO = [
  'DELETE FROM decision_note WHERE record_id = ?',
  'DELETE FROM record_event_second WHERE event_id IN (SELECT id FROM record_event WHERE record_id = ?)',
  'DELETE FROM record_event WHERE record_id = ?',
  'DELETE FROM review_decision WHERE record_id = ?',
  'DELETE FROM request_pick WHERE record_id = ?',
  'DELETE FROM request_found WHERE record_id = ?',
  'DELETE FROM review_kept WHERE record_id = ?',
  'DELETE FROM review_comment WHERE record_id = ?',
  'DELETE FROM version_current WHERE record_id = ?',
  'DELETE FROM hold_record WHERE record_id = ?',
  'DELETE FROM hold_let_go WHERE record_id = ?',
  'DELETE FROM series_beside WHERE record_id = ?',
  'DELETE FROM measure WHERE record_id = ?',
  'DELETE FROM state_change WHERE record_id = ?',
  'DELETE FROM capture_change WHERE record_id = ?',
  'DELETE FROM time_retold WHERE record_id = ?',
  'DELETE FROM record WHERE id = ?',
]
