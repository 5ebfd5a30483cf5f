// Locks on records: what is shown to nobody, since when, on what ground.
import { MunimentError } from '../../../../../shared/contract/error.ts'
import type { PersonId } from '../../../../../shared/domain/id.ts'
import { RecordLock } from '../../../../../shared/domain/intake/correction.ts'
import type { Instant } from '../../../../../shared/domain/time.ts'
import type { Driver } from '../../catalog/driver.ts'
import { digestOf } from '../../hex.ts'

/** Whether a record is locked. */
export function isLocked(db: Driver, record: number): boolean {
  return db.get('SELECT 1 FROM record_lock WHERE record_id = ? AND ended_at IS NULL', record) !== undefined
}

/** @throws MunimentError RECORD_LOCKED */
export function refuseLocked(db: Driver, record: number): void {
  if (!isLocked(db, record)) return
  throw new MunimentError(
    'RECORD_LOCKED',
    'This record is locked: it is shown to nobody until the lock is lifted under a written order.',
  )
}

/** Whether the bytes of an object belong to a locked record, or were made of such for a review. */
export function isOfLocked(db: Driver, object: Uint8Array): boolean {
  const sql = `SELECT 1 FROM media JOIN record_lock USING (record_id) WHERE ended_at IS NULL AND object_digest IN
    (SELECT ? UNION SELECT original FROM file_page WHERE picture = ? UNION SELECT original FROM made_file WHERE made = ?)`
  return db.get(sql, object, object, object) !== undefined
}

/** Which of some records are locked. */
export function lockedAmong(db: Driver, records: readonly number[]): ReadonlySet<number> {
  const sql = `SELECT record_id AS id FROM record_lock WHERE ended_at IS NULL AND record_id IN (SELECT value FROM json_each(?))`
  return new Set(db.all<{ id: number }>(sql, JSON.stringify(records)).map(({ id }) => id))
}

/** Locks a record. Returns false where it was locked before. */
export function insertLock(
  db: Driver,
  record: number,
  lock: { readonly basis: string; readonly reason: string; readonly at: Instant; readonly by: PersonId | null },
): boolean {
  const { changes } = db.run(
    'INSERT INTO record_lock (record_id, basis, reason, locked_at, locked_by) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    record,
    lock.basis,
    lock.reason,
    lock.at,
    lock.by,
  )
  return changes > 0
}

/** Ends the standing lock of a record under an order. Returns whether there was one. */
export function endLock(
  db: Driver,
  record: number,
  end: {
    readonly how: 'lifted' | 'removed'
    readonly order: Uint8Array
    readonly at: Instant
    readonly by: PersonId | null
  },
): boolean {
  const { changes } = db.run(
    'UPDATE record_lock SET ended_at = ?, ended_by = ?, ended_how = ?, order_digest = ? WHERE record_id = ? AND ended_at IS NULL',
    end.at,
    end.by,
    end.how,
    end.order,
    record,
  )
  return changes > 0
}

/** Every lock, newest first. */
export function listLocks(db: Driver): RecordLock[] {
  return db
    .all<{ order: Uint8Array | null }>(
      `SELECT id, record_id AS record, basis, reason, locked_at AS lockedAt, locked_by AS lockedBy, ended_at AS endedAt,
         ended_by AS endedBy, ended_how AS endedHow, order_digest AS "order" FROM record_lock ORDER BY id DESC`,
    )
    .map((row) => RecordLock.parse({ ...row, order: row.order === null ? null : digestOf(row.order) }))
}
