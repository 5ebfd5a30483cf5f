// Imports that were put right: what was done to which, why, by whom; and which are set aside.
import { Correction } from '../../../../../shared/domain/intake/correction.ts'
import type { Driver } from '../../catalog/driver.ts'

/** Writes an act upon an import down. */
export function insertCorrection(db: Driver, accession: number, act: Correction): void {
  const { from, to, reason, at, by, second } = act
  const { id } = db.run(
    'INSERT INTO correction (accession_id, act, from_account, to_account, reason, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)',
    accession,
    act.act,
    from,
    to,
    reason,
    at,
    by,
  )
  if (second !== undefined) db.run('INSERT INTO correction_second VALUES (?, ?)', id, second)
}

/** Everything that was done to put an import right, oldest first. */
export function correctionsOf(db: Driver, accession: number): Correction[] {
  const sql = `SELECT act, from_account AS "from", to_account AS "to", reason, at, by, second_by AS second
    FROM correction LEFT JOIN correction_second ON correction_id = correction.id WHERE accession_id = ? ORDER BY correction.id`
  return db
    .all<{ second: string | null }>(sql, accession)
    .map(({ second, ...row }) => Correction.parse(second === null ? row : { ...row, second }))
}

/** Whether an import is set aside. */
export function isAside(db: Driver, accession: number): boolean {
  return db.get('SELECT 1 FROM set_aside WHERE accession_id = ?', accession) !== undefined
}

/** Sets an import aside, or brings it back. */
export function putAside(db: Driver, accession: number, aside: boolean): void {
  if (aside) db.run('INSERT INTO set_aside VALUES (?)', accession)
  else db.run('DELETE FROM set_aside WHERE accession_id = ?', accession)
}

/** An import's account and state, or null. */
export function accessionState(db: Driver, id: number): { readonly account: number; readonly state: string } | null {
  return db.get('SELECT account_id AS account, state FROM accession WHERE id = ?', id) ?? null
}

/** Turns a complete import towards its taking back: nothing of it counts for packets from now on. */
export function turnToWithdraw(db: Driver, id: number): void {
  db.run("UPDATE accession SET state = 'undoing' WHERE id = ? AND state = 'complete'", id)
}

/** Whether a withdrawal of an import began and has not ended. */
export function isWithdrawing(db: Driver, id: number): boolean {
  const sql = `SELECT 1 FROM accession JOIN correction ON accession_id = accession.id
    WHERE accession.id = ? AND state = 'undoing' AND act = 'withdrawn'`
  return db.get(sql, id) !== undefined
}

/** What may stand against taking back as far as it was entered: holds, requests, packets, locks. Another value means that one came since. */
export function standingMark(db: Driver): string {
  const row = db.get<{ mark: string }>(
    `SELECT json_array((SELECT max(id) FROM hold), (SELECT count(*) FROM request), (SELECT max(id) FROM production),
       (SELECT max(id) FROM record_lock)) AS mark`,
  )
  return row?.mark ?? ''
}
/** Whether an import of an account has begun and is not complete. */
export function isBeingReceived(db: Driver, account: number): boolean {
  return db.get("SELECT 1 FROM accession WHERE account_id = ? AND state = 'receiving'", account) !== undefined
}

/** Whether anything of an account is being taken back: until that ends, nothing may build on it. */
export function isBeingTakenBack(db: Driver, account: number): boolean {
  return db.get("SELECT 1 FROM accession WHERE account_id = ? AND state = 'undoing'", account) !== undefined
}

/** What was seen in some imports, given as a JSON array: tables to begin a statement with. */
const TOUCHED = `WITH given AS (SELECT value AS id FROM json_each(?)),
  touched AS MATERIALIZED (SELECT DISTINCT record_id AS id FROM observation WHERE member_id IN (SELECT member.id FROM member
    JOIN package ON package.id = package_id WHERE accession_id IN given))`

/** What stands against taking imports away from where they are: how many of their records, and why. */
export interface Ties {
  readonly records: number
  /** Bearing a series. */
  readonly tagged: number
  /** Frozen by a hold in force. */
  readonly frozen: number
  /** Standing in a packet. */
  readonly released: number
  /** Seen in another import, too. */
  readonly shared: number
  /** Holding what a person merged. */
  readonly merged: number
  /** Holding what joined them when an import was moved. */
  readonly joined: number
  readonly locked: number
}

/** Records that the given imports joined when they were moved: these share them by that alone. */
const JOINING = 'joining AS (SELECT kept_id FROM record_merge WHERE split_at IS NULL AND moved_accession_id IN given)'

const TIES = `${TOUCHED}, ${JOINING} SELECT count(*) AS records, total(series IS NOT NULL) AS tagged,
    total(id IN (SELECT record_id FROM hold_record JOIN hold ON hold.id = hold_id WHERE released_at IS NULL)) AS frozen,
    total(EXISTS (SELECT 1 FROM production_item WHERE production_item.record_id = record.id)) AS released,
    total(id NOT IN joining AND (accession_id NOT IN given OR last_accession_id NOT IN given
      OR EXISTS (SELECT 1 FROM observation WHERE record_id = record.id AND again = 1 AND observation.accession_id NOT IN given)
      OR EXISTS (SELECT 1 FROM version WHERE record_id = record.id AND version.accession_id NOT IN given))) AS shared,
    total(id IN (SELECT kept_id FROM record_merge WHERE split_at IS NULL AND moved_accession_id IS NULL)) AS merged,
    total(id IN (SELECT kept_id FROM record_merge WHERE split_at IS NULL AND moved_accession_id IS NOT NULL)) AS joined,
    total(id IN (SELECT record_id FROM record_lock WHERE ended_at IS NULL)) AS locked
  FROM touched JOIN record USING (id)`

/** Counts what the records of imports are tied to; sightings among these imports are no ties. */
export function tiesOf(db: Driver, accessions: readonly number[]): Ties {
  const row = db.get<Ties>(TIES, JSON.stringify(accessions))
  if (row === undefined) throw new Error('counting gave no row')
  return row
}

/** The imports that members came with. */
export function accessionsOf(db: Driver, members: readonly number[]): number[] {
  return db
    .all<{ id: number }>(
      `SELECT DISTINCT accession_id AS id FROM member JOIN package ON package.id = package_id
       WHERE member.id IN (SELECT value FROM json_each(?)) ORDER BY 1`,
      JSON.stringify(members),
    )
    .map(({ id }) => id)
}

/** Earliest and latest moment (ms since 1970 UTC) of the records of imports, and how many have none. */
export function timesOf(
  db: Driver,
  accessions: readonly number[],
): { readonly first: number | null; readonly last: number | null; readonly timeless: number } {
  const sql = `${TOUCHED} SELECT min(at) AS first, max(at) AS last, total(at IS NULL) AS timeless FROM touched JOIN record USING (id)`
  return db.get(sql, JSON.stringify(accessions)) ?? { first: null, last: null, timeless: 0 }
}

/** The versions that an import brought and another saw again, and the versions that another added to its records, or behind its versions. */
const BUILT = `${TOUCHED} SELECT other.accession_id AS id FROM touched JOIN version ON version.record_id = touched.id
    JOIN observation AS other ON other.record_id = touched.id AND other.number = version.number AND again = 1
  WHERE version.accession_id IN given AND other.accession_id NOT IN given
  UNION
  SELECT version.accession_id FROM touched JOIN record USING (id) JOIN version ON version.record_id = touched.id
  WHERE record.accession_id IN given AND version.accession_id NOT IN given
  UNION
  SELECT later.accession_id FROM touched JOIN version ON version.record_id = touched.id
    JOIN version AS later ON later.record_id = touched.id AND later.number > version.number
  WHERE version.accession_id IN given AND later.accession_id NOT IN given ORDER BY 1`

/** The imports that build on what one brought: without it they could not say where a version came from. */
export function buildingOn(db: Driver, accession: number): number[] {
  return db.all<{ id: number }>(BUILT, JSON.stringify([accession])).map((row) => row.id)
}
