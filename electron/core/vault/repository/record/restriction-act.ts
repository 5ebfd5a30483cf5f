// Restricting what a search found, as one act that can be taken back.
import type { PersonId } from '../../../../../shared/domain/id.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Begins an act. Returns its number. */
export function beginAct(db: Driver): number {
  return db.run('INSERT INTO restriction_act DEFAULT VALUES').id
}

/** Ends it; one that came to no record is forgotten. Returns whether it was kept. */
export function endAct(db: Driver, act: number, at: Instant): boolean {
  if (db.get('SELECT 1 FROM restriction WHERE act_id = ? LIMIT 1', act) === undefined) {
    db.run('DELETE FROM restriction_act WHERE id = ?', act)
    return false
  }
  db.run('UPDATE restriction_act SET ended_at = ? WHERE id = ?', at, act)
  return true
}

/** Whether there is such an act that was not taken back. */
export function actStands(db: Driver, act: number): boolean {
  return db.get('SELECT 1 FROM restriction_act WHERE id = ? AND undone_at IS NULL', act) !== undefined
}

/** Lifts what an act restricted and what still stands. Returns how many records that were. */
export function undoAct(
  db: Driver,
  act: number,
  { reason, at, by }: { readonly reason: string; readonly at: Instant; readonly by: PersonId | null },
): number {
  db.run('UPDATE restriction_act SET undone_at = ?, undone_by = ? WHERE id = ?', at, by, act)
  const sql =
    'UPDATE restriction SET ended_at = ?, ended_by = ?, ended_reason = ? WHERE act_id = ? AND ended_at IS NULL'
  return db.run(sql, at, by, reason, act).changes
}
