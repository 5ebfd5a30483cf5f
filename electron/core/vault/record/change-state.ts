// Owns what a further export says of a record's place on the platform: gone, there, there again.
import type { Driver } from '../catalog/driver.ts'

interface Standing {
  readonly id: number
  readonly state: string
  readonly deleted_at: number | null
  readonly last_accession_id: number
}

interface Told {
  readonly state: string
  readonly deletedAt: number | null
}

interface Change {
  readonly state: string
  readonly previous: string
  readonly previous_deleted_at: number | null
}

const SAID = `INSERT INTO state_change VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET state = excluded.state, deleted_at = excluded.deleted_at`

/** Exports that are no older than this one and showed the record gone. An export was made when it says so, else when it was received. */
const SHOWN_GONE_SINCE = `SELECT 1 FROM accession AS other JOIN accession AS this ON this.id = ?
  WHERE (other.id IN (SELECT accession_id FROM state_change WHERE record_id = ? AND state = 'deleted')
      OR other.id = (SELECT accession_id FROM record WHERE record.id = ? AND 'deleted' =
        coalesce((SELECT previous FROM state_change WHERE record_id = record.id ORDER BY accession_id LIMIT 1), record.state)))
    AND (other.id >= this.id OR coalesce(other.generated_at, other.received_at) >= coalesce(this.generated_at, this.received_at))
  LIMIT 1`

const BROUGHT_BACK_SINCE = `SELECT 1 FROM state_change JOIN accession AS other ON other.id = accession_id JOIN accession AS this ON this.id = ?
  WHERE record_id = ? AND state_change.state <> 'deleted' AND previous = 'deleted' AND other.id <> this.id
    AND coalesce(other.generated_at, other.received_at) > coalesce(this.generated_at, this.received_at) LIMIT 1`

/**
 * What an export says of the state of a record that is known. A deletion stays known until an export that was received later and made later
 * shows the record; of one export that shows both, the deletion counts.
 */
export function changeState(db: Driver, known: Standing, accession: number, told: Told): void {
  db.run('UPDATE record SET last_accession_id = max(last_accession_id, ?) WHERE id = ?', accession, known.id)
  if (accession < known.last_accession_id) return
  const isGone = known.state === 'deleted'
  if (known.state === told.state) {
    if (isGone) affirm(db, known, accession)
    return
  }
  if (isGone && db.get(SHOWN_GONE_SINCE, accession, known.id, known.id) !== undefined) return
  const here = changeBy(db, known.id, accession)
  if (told.state === 'deleted' && here?.previous === 'deleted') {
    // The same export showed it live just before: it was gone before and is gone.
    set(db, known, accession, { state: 'deleted', deletedAt: here.previous_deleted_at })
    return
  }
  // Then this deletion is the one before.
  if (told.state === 'deleted' && db.get(BROUGHT_BACK_SINCE, accession, known.id) !== undefined) return
  set(db, known, accession, told)
}

function set(db: Driver, known: Standing, accession: number, { state, deletedAt }: Told): void {
  const before = known.state === 'deleted' ? known.deleted_at : null
  db.run(SAID, known.id, accession, state, deletedAt, known.state, before)
  db.run('UPDATE record SET state = ?, deleted_at = ? WHERE id = ?', state, deletedAt, known.id)
}

/** That a further export shows the deletion is remembered: one that was made before it cannot bring the record back. */
function affirm(db: Driver, { id, deleted_at }: Standing, accession: number): void {
  if (db.get('SELECT 1 FROM record WHERE id = ? AND accession_id = ?', id, accession) !== undefined) return
  if (changeBy(db, id, accession) !== undefined) return
  db.run(SAID, id, accession, 'deleted', deleted_at, 'deleted', deleted_at)
}

function changeBy(db: Driver, record: number, accession: number): Change | undefined {
  const sql = 'SELECT state, previous, previous_deleted_at FROM state_change WHERE record_id = ? AND accession_id = ?'
  return db.get<Change>(sql, record, accession)
}

/**
 * Takes back what an accession said of a record's state. A later change then follows on what was before; one that changes nothing any more
 * is none.
 */
export function takeStateBack(db: Driver, record: number, accession: number): void {
  const change = changeBy(db, record, accession)
  if (change === undefined) return
  const { previous, previous_deleted_at: deletedAt } = change
  db.run('DELETE FROM state_change WHERE record_id = ? AND accession_id = ?', record, accession)
  const next = db.get<{ accession_id: number; state: string }>(
    'SELECT accession_id, state FROM state_change WHERE record_id = ? AND accession_id > ? ORDER BY accession_id LIMIT 1',
    record,
    accession,
  )
  if (next === undefined) {
    db.run('UPDATE record SET state = ?, deleted_at = ? WHERE id = ?', previous, deletedAt, record)
  } else if (next.state === previous && previous !== 'deleted') {
    db.run('DELETE FROM state_change WHERE record_id = ? AND accession_id = ?', record, next.accession_id)
  } else {
    db.run(
      'UPDATE state_change SET previous = ?, previous_deleted_at = ? WHERE record_id = ? AND accession_id = ?',
      previous,
      deletedAt,
      record,
      next.accession_id,
    )
  }
}
