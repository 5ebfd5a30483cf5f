// A record that leaves the vault for good: its words, its source, what was counted of it. Of its sightings only the salted leaves stay (design §4).
import { Reconciliation } from '../../../../shared/domain/reconciliation.ts'
import type { Driver } from '../catalog/driver.ts'
import { emptySlots, fragmentPlaces } from './frame.ts'
import { leafOf } from './merkle.ts'
import { allVersions, type PlacedVersion } from './renumber.ts'
import { forgetWordsOf } from './words.ts'

interface Sighting {
  readonly member_id: number
  readonly position: number
  readonly digest: Uint8Array | null
  readonly salt: Uint8Array | null
}

/** The members that hold the source of a record: every file that it was ever seen in. */
export function membersSeenIn(db: Driver, record: number): number[] {
  const first = allVersions(db, record).map(({ member }) => member)
  const later = db.all<{ id: number }>(
    'SELECT member_id AS id FROM observation WHERE record_id = ? AND again = 1',
    record,
  )
  return [...new Set([...first, ...later.map(({ id }) => id)])]
}

/** Files that no other record names. */
const OWN = `SELECT object_digest FROM media AS own WHERE record_id = ? AND object_digest IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM media WHERE object_digest = own.object_digest AND record_id <> own.record_id)`

/** Objects of a record that no other record names, and what was made of them for a review. */
export function ownObjects(db: Driver, record: number): Uint8Array[] {
  return db
    .all<{ digest: Uint8Array }>(
      `WITH own AS (${OWN}) SELECT object_digest AS digest FROM own
       UNION SELECT picture FROM file_page WHERE original IN own
         AND NOT EXISTS (SELECT 1 FROM file_page AS other WHERE other.picture = file_page.picture AND other.original NOT IN own)
       UNION SELECT made FROM made_file WHERE original IN own
         AND NOT EXISTS (SELECT 1 FROM made_file AS other WHERE other.made = made_file.made AND other.original NOT IN own)`,
      record,
    )
    .map(({ digest }) => digest)
}

/** Members whose bytes are an object. */
export function membersOfObject(db: Driver, digest: Uint8Array): number[] {
  return db
    .all<{ id: number }>('SELECT id FROM member WHERE digest = ? AND struck_at IS NULL', digest)
    .map(({ id }) => id)
}

/** Destroys a record in the catalog. The files that it came in are struck by `markStrikes`, its objects are the caller's. */
export function destroyRecord(db: Driver, record: number): void {
  emptyFragments(db, [record])
  forgetRecord(db, record)
}

/** Empties the fragments of records, each frame rewritten once. */
export function emptyFragments(db: Driver, records: readonly number[]): void {
  const frames = new Map<number, number[]>()
  for (const { frame_id, slot } of records.flatMap((record) => fragmentsOf(db, record))) {
    const slots = frames.get(frame_id)
    if (slots) slots.push(slot)
    else frames.set(frame_id, [slot])
  }
  for (const [frame, slots] of frames) emptySlots(db, frame, slots)
}

/** Where the fragments of all versions of a record lie. */
export function fragmentsOf(db: Driver, record: number): { readonly frame_id: number; readonly slot: number }[] {
  return allVersions(db, record).flatMap(({ number }) => fragmentPlaces(db, record, number))
}

/**
 * Forgets a record whose fragments were emptied.
 * @returns where it had been seen: what is left there is a salted leaf
 */
export function forgetRecord(db: Driver, record: number): { readonly member: number; readonly position: number }[] {
  const versions = allVersions(db, record)
  scrubSamples(db, record)
  const sightings = sightingsOf(db, record, versions)
  for (const sighting of sightings) keepLeaf(db, sighting)
  forgetWordsOf(db, record)
  for (const sql of DESTROYED) db.run(sql, record)
  return sightings.map(({ member_id: member, position }) => ({ member, position }))
}

const DESTROYED = [
  'DELETE FROM record_merge_version WHERE merge_id IN (SELECT id FROM record_merge WHERE kept_id = ?)',
  'DELETE FROM record_merge WHERE kept_id = ?',
  'DELETE FROM record_merge_version WHERE merge_id IN (SELECT id FROM record_merge WHERE absorbed_id = ?)',
  'DELETE FROM record_merge WHERE absorbed_id = ?',
  'DELETE FROM record_separation WHERE from_id = ?',
  'DELETE FROM record_separation WHERE record_id = ?',
  'DELETE FROM version_current WHERE record_id = ?',
  'DELETE FROM version_folded WHERE record_id = ?',
  'DELETE FROM time_retold WHERE record_id = ?',
  'DELETE FROM joined_fragment WHERE record_id = ?',
  `DELETE FROM file_page WHERE original IN (${OWN})`,
  `DELETE FROM made_file WHERE original IN (${OWN})`,
  'DELETE FROM media WHERE record_id = ?',
  'DELETE FROM version WHERE record_id = ?',
  'DELETE FROM measure WHERE record_id = ?',
  'DELETE FROM state_change WHERE record_id = ?',
  'DELETE FROM classification_second WHERE classification_id IN (SELECT id FROM classification WHERE record_id = ?)',
  'DELETE FROM classification WHERE record_id = ?',
  'DELETE FROM series_beside WHERE record_id = ?',
  'DELETE FROM decision_note WHERE record_id = ?',
  'DELETE FROM record_event WHERE record_id = ?',
  'DELETE FROM review_decision WHERE record_id = ?',
  'DELETE FROM request_pick WHERE record_id = ?',
  'DELETE FROM request_found WHERE record_id = ?',
  'DELETE FROM review_kept WHERE record_id = ?',
  'DELETE FROM review_comment WHERE record_id = ?',
  'DELETE FROM hold_record WHERE record_id = ?',
  'DELETE FROM hold_let_go WHERE record_id = ?',
  'DELETE FROM production_secret WHERE (production_id, position) IN (SELECT production_id, position FROM production_item WHERE record_id = ?)',
  'DELETE FROM restriction_review WHERE restriction_id IN (SELECT id FROM restriction WHERE record_id = ?)',
  'DELETE FROM restriction WHERE record_id = ?',
  'DELETE FROM query_mark WHERE record_id = ?',
  'UPDATE steward_entry SET record_id = NULL WHERE record_id = ?',
  'DELETE FROM record WHERE id = ?',
]

function sightingsOf(db: Driver, record: number, versions: readonly PlacedVersion[]): Sighting[] {
  const columns = 'SELECT member_id, position, digest, salt FROM observation'
  const first = versions.flatMap(({ member, position }) =>
    db.all<Sighting>(`${columns} WHERE member_id = ? AND position = ?`, member, position),
  )
  return [...first, ...db.all<Sighting>(`${columns} WHERE record_id = ? AND again = 1`, record)]
}

function keepLeaf(db: Driver, { member_id, position, digest, salt }: Sighting): void {
  if (digest === null || salt === null) return
  // The record's number may be given out again: what is left of its sightings names none.
  db.run(
    `UPDATE observation SET leaf = ?, digest = NULL, salt = NULL, pointer = NULL, record_id = 0, number = 0, again = 1
     WHERE member_id = ? AND position = ?`,
    leafOf(salt, digest),
    member_id,
    position,
  )
}

/** Characters of a text that a reconciliation shows of what a later export lacks. */
export const SAMPLE_TEXT = 140

/** Takes a record's words out of the reconciliations that show their beginning, whatever its number was then. */
export function scrubSamples(db: Driver, record: number): void {
  const texts = new Set(
    db
      .all<{ text: string }>('SELECT substr(text, 1, ?) AS text FROM version WHERE record_id = ?', SAMPLE_TEXT, record)
      .map(({ text }) => text),
  )
  const rows = db.all<{ id: number; reconciliation: string }>(
    `SELECT id, reconciliation FROM accession WHERE EXISTS (
       SELECT 1 FROM json_each(reconciliation, '$.comparison.notSeenSample')
       WHERE value ->> '$.record' = ? OR value ->> '$.text' IN (SELECT value FROM json_each(?)))`,
    record,
    JSON.stringify([...texts].filter((text) => text !== '')),
  )
  for (const { id, reconciliation } of rows) {
    const known = Reconciliation.parse(JSON.parse(reconciliation))
    if (known.comparison === null) continue
    const notSeenSample = known.comparison.notSeenSample.map((one) =>
      one.record === record || texts.has(one.text) ? { ...one, text: '' } : one,
    )
    const scrubbed = { ...known, comparison: { ...known.comparison, notSeenSample } }
    db.run('UPDATE accession SET reconciliation = ? WHERE id = ?', JSON.stringify(scrubbed), id)
  }
}
