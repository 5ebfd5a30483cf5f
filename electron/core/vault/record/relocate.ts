// A record whose true time became known moves to its place in time: its row id follows, and everything that names it (design §4).
import type { Driver } from '../catalog/driver.ts'
import { firstIdOf, recordIds } from './record-id.ts'
import { allVersions } from './renumber.ts'

/**
 * Gives a record the id of its time. One that stands in a packet keeps its number, because the packet's numbers lead to it.
 * @param at ms since 1970 UTC, or null where it is not known
 * @param former the id to have again, if it is of that time and free
 * @returns its id from then on
 */
export function relocate(db: Driver, id: number, at: number | null, former: number | null = null): number {
  const isThere = (one: number) => one >= firstIdOf(at) && one < firstIdOf(at) + SECOND
  if (isThere(id) || db.get('SELECT 1 FROM production_item WHERE record_id = ? LIMIT 1', id) !== undefined) return id
  const isFree = former !== null && isThere(former) && db.get('SELECT 1 FROM record WHERE id = ?', former) === undefined
  const to = isFree ? former : recordIds(db).free(at)
  if (db.busy) follow(db, id, to)
  else db.transaction(() => follow(db, id, to))
  return to
}

function follow(db: Driver, id: number, to: number): void {
  // What names it follows one statement later; all of it is looked up when the transaction ends.
  db.exec('PRAGMA defer_foreign_keys = ON')
  for (const { member, position } of allVersions(db, id)) {
    db.run('UPDATE observation SET record_id = ? WHERE member_id = ? AND position = ?', to, member, position)
  }
  db.run("INSERT INTO found (found, rowid, text) SELECT 'delete', id, text FROM body WHERE id = ?", id)
  for (const sql of FOLLOW) db.run(sql, to, id)
  db.run('INSERT INTO found (rowid, text) SELECT id, text FROM body WHERE id = ?', to)
}

/** Ids of one second. */
const SECOND = 2 ** 20

const FOLLOW = [
  'UPDATE record SET id = ? WHERE id = ?',
  'UPDATE version SET record_id = ? WHERE record_id = ?',
  'UPDATE version_current SET record_id = ? WHERE record_id = ?',
  'UPDATE version_folded SET record_id = ? WHERE record_id = ?',
  'UPDATE version_edited SET record_id = ? WHERE record_id = ?',
  'UPDATE joined_fragment SET record_id = ? WHERE record_id = ?',
  'UPDATE media SET record_id = ? WHERE record_id = ?',
  'UPDATE observation SET record_id = ? WHERE record_id = ? AND again = 1',
  'UPDATE measure SET record_id = ? WHERE record_id = ?',
  'UPDATE time_retold SET record_id = ? WHERE record_id = ?',
  'UPDATE state_change SET record_id = ? WHERE record_id = ?',
  'UPDATE capture_change SET record_id = ? WHERE record_id = ?',
  'UPDATE classification SET record_id = ? WHERE record_id = ?',
  'UPDATE record_event SET record_id = ? WHERE record_id = ?',
  'UPDATE decision_note SET record_id = ? WHERE record_id = ?',
  'UPDATE review_decision SET record_id = ? WHERE record_id = ?',
  'UPDATE request_pick SET record_id = ? WHERE record_id = ?',
  'UPDATE request_found SET record_id = ? WHERE record_id = ?',
  'UPDATE review_kept SET record_id = ? WHERE record_id = ?',
  'UPDATE review_comment SET record_id = ? WHERE record_id = ?',
  'UPDATE hold_record SET record_id = ? WHERE record_id = ?',
  'UPDATE hold_let_go SET record_id = ? WHERE record_id = ?',
  'UPDATE series_beside SET record_id = ? WHERE record_id = ?',
  'UPDATE record_merge SET kept_id = ? WHERE kept_id = ?',
  'UPDATE record_separation SET from_id = ? WHERE from_id = ?',
  'UPDATE record_separation SET record_id = ? WHERE record_id = ?',
  'UPDATE record_lock SET record_id = ? WHERE record_id = ?',
  'UPDATE restriction SET record_id = ? WHERE record_id = ?',
  'UPDATE query_mark SET record_id = ? WHERE record_id = ?',
  'UPDATE steward_entry SET record_id = ? WHERE record_id = ?',
  'UPDATE body SET id = ? WHERE id = ?',
]
