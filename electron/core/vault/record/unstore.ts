// Taking back what an accession stored: the exact reverse of storing, in slices.
import { fold } from '../../../../shared/text/fold.ts'
import type { Driver } from '../catalog/driver.ts'
import { takeStateBack } from './change-state.ts'
import { emptySlots, fragmentPlaces } from './frame.ts'
import { relocate } from './relocate.ts'
import { followVersions } from './renumber.ts'
import { LAST_SEEN } from './seen-last.ts'
import { VERSION_TEXTS } from './words.ts'

interface VersionRow {
  readonly record_id: number
  readonly number: number
}

interface Sighting extends VersionRow {
  readonly member_id: number
  readonly position: number
  /** Whether the version, and whether the record, came with this accession. */
  readonly version_here: number
  readonly record_here: number
}

/**
 * Takes back up to `limit` sightings of an accession, with the versions and records that it brought.
 * @returns how many were taken back; fewer than `limit` means that none is left
 */
export function unstoreSlice(db: Driver, accession: number, limit: number): number {
  const rows = db.all<Sighting>(
    `SELECT record_id, number, observation.member_id, observation.position, version.accession_id = ? AS version_here, record.accession_id = ? AS record_here
     FROM observation JOIN record ON record.id = record_id JOIN version USING (record_id, number)
     WHERE observation.member_id IN (SELECT member.id FROM member JOIN package ON package.id = package_id WHERE accession_id = ?) LIMIT ?`,
    accession,
    accession,
    accession,
    limit,
  )
  const emptied = new Map<number, number[]>()
  const retimed = new Map<number, number>()
  // Erasing word by word takes a hundred times as long as merging the index once at the end, in forgetWords.
  db.exec("INSERT INTO found (found, rank) VALUES ('secure-delete', 0)")
  for (const row of rows) {
    db.run('DELETE FROM observation WHERE member_id = ? AND position = ?', row.member_id, row.position)
    if (row.version_here === 1) dropVersion(db, row, emptied)
    if (row.record_here === 1) dropRecord(db, row.record_id)
    else {
      const former = forgetSighting(db, row.record_id, accession)
      if (former !== null) retimed.set(row.record_id, former)
    }
  }
  for (const [id, former] of retimed) goBack(db, id, former)
  for (const [frame, slots] of emptied) emptySlots(db, frame, slots)
  db.exec("INSERT INTO found (found, rank) VALUES ('secure-delete', 1)")
  return rows.length
}

/** Merges the index, so that no word of what was taken back is left in it. */
export function forgetWords(db: Driver): void {
  db.exec("INSERT INTO found (found) VALUES ('optimize')")
}

/** @param emptied gathers the slots to empty by frame, so that each frame is packed again only once */
function dropVersion(db: Driver, row: VersionRow, emptied: Map<number, number[]>): void {
  for (const { frame_id, slot } of fragmentPlaces(db, row.record_id, row.number)) {
    emptied.set(frame_id, [...(emptied.get(frame_id) ?? []), slot])
  }
  db.run('DELETE FROM version_edited WHERE record_id = ? AND number = ?', row.record_id, row.number)
  db.run('DELETE FROM joined_fragment WHERE record_id = ? AND number = ?', row.record_id, row.number)
  db.run('DELETE FROM media WHERE record_id = ? AND number = ?', row.record_id, row.number)
  db.run('DELETE FROM observation WHERE record_id = ? AND number = ? AND again = 1', row.record_id, row.number)
  const first = db.get<{ member_id: number; position: number }>(
    'SELECT member_id, position FROM version WHERE record_id = ? AND number = ?',
    row.record_id,
    row.number,
  )
  if (first) db.run('DELETE FROM observation WHERE member_id = ? AND position = ?', first.member_id, first.position)
  const { changes } = db.run('DELETE FROM version WHERE record_id = ? AND number = ?', row.record_id, row.number)
  if (changes > 0) shorten(db, row.record_id)
}

/** A record whose earlier time stands again goes to its place. */
function goBack(db: Driver, id: number, former: number): void {
  const row = db.get<{ at: number | null }>('SELECT at FROM record WHERE id = ?', id)
  if (row !== undefined) relocate(db, id, row.at, former)
}

/** What the accession said of a record that stays: counts, its state, its time, that it was seen. Returns the number it had, where its time is another now. */
function forgetSighting(db: Driver, id: number, accession: number): number | null {
  db.run('DELETE FROM measure WHERE record_id = ? AND accession_id = ?', id, accession)
  takeStateBack(db, id, accession)
  db.run(
    `UPDATE record SET (at, at_source, precision, source_zone) = (retold.at, retold.at_source, retold.precision, retold.source_zone)
     FROM time_retold AS retold WHERE record.id = ? AND retold.record_id = record.id AND retold.accession_id = ?`,
    id,
    accession,
  )
  const retold = db.get<{ former: number }>(
    'SELECT former_id AS former FROM time_retold WHERE record_id = ? AND accession_id = ?',
    id,
    accession,
  )
  db.run('DELETE FROM time_retold WHERE record_id = ? AND accession_id = ?', id, accession)
  db.run(LAST_SEEN, id, id, id)
  if (db.get('SELECT 1 FROM record WHERE id = ? AND versions > 1', id) !== undefined) followVersions(db, id)
  return retold?.former ?? null
}

/** A record that only the accession brought; a second sighting finds it gone. */
function dropRecord(db: Driver, id: number): void {
  if (db.get('SELECT 1 FROM version WHERE record_id = ?', id) !== undefined) return
  unindex(db, id)
  db.run('DELETE FROM body WHERE id = ?', id)
  for (const sql of DELETES) db.run(sql, id)
}

/** Merges into it are only such as were undone: one that stands forbids taking back. */
const DELETES = [
  'DELETE FROM version_current WHERE record_id = ?',
  'DELETE FROM record_separation WHERE from_id = ?',
  'DELETE FROM record_separation WHERE record_id = ?',
  'DELETE FROM measure WHERE record_id = ?',
  'DELETE FROM state_change WHERE record_id = ?',
  'DELETE FROM capture_change WHERE record_id = ?',
  'DELETE FROM time_retold WHERE record_id = ?',
  'DELETE FROM hold_record WHERE record_id = ?',
  'DELETE FROM hold_let_go WHERE record_id = ?',
  'DELETE FROM classification_second WHERE classification_id IN (SELECT id FROM classification WHERE record_id = ?)',
  'DELETE FROM classification WHERE record_id = ?',
  'DELETE FROM series_beside WHERE record_id = ?',
  'DELETE FROM record_event_second WHERE event_id IN (SELECT id FROM record_event WHERE record_id = ?)',
  'DELETE FROM record_event WHERE record_id = ?',
  'DELETE FROM decision_note WHERE record_id = ?',
  'DELETE FROM review_decision WHERE record_id = ?',
  'DELETE FROM request_pick WHERE record_id = ?',
  'DELETE FROM request_found WHERE record_id = ?',
  'DELETE FROM review_kept WHERE record_id = ?',
  'DELETE FROM review_comment WHERE record_id = ?',
  'DELETE FROM restriction_review WHERE restriction_id IN (SELECT id FROM restriction WHERE record_id = ?)',
  'DELETE FROM restriction WHERE record_id = ?',
  'DELETE FROM query_mark WHERE record_id = ?',
  'UPDATE steward_entry SET record_id = NULL WHERE record_id = ?',
  'DELETE FROM record_merge_version WHERE merge_id IN (SELECT id FROM record_merge WHERE kept_id = ?)',
  'DELETE FROM record_merge WHERE kept_id = ?',
  'DELETE FROM record WHERE id = ?',
]

/** A record loses a version: what its row tells and the index follow. */
function shorten(db: Driver, id: number): void {
  const left = db.all<{ text: string }>(VERSION_TEXTS, id)
  if (left.length === 0) return
  followVersions(db, id)
  unindex(db, id)
  db.run('UPDATE body SET text = ? WHERE id = ?', left.map((version) => fold(version.text)).join('\n'), id)
  db.run('INSERT INTO found (rowid, text) SELECT id, text FROM body WHERE id = ?', id)
}

function unindex(db: Driver, id: number): void {
  db.run("INSERT INTO found (found, rowid, text) SELECT 'delete', id, text FROM body WHERE id = ?", id)
}
