// A record that leaves the vault for good: its words, its source, what was counted of it. Of its sightings only the salted leaves stay (design §4).
import { Reconciliation } from '../../../../shared/domain/intake/reconciliation.ts'
import type { Driver } from '../catalog/driver.ts'
import { hexOf } from '../hex.ts'
import { emptySlots } from './frame.ts'
import { leafOf } from './merkle.ts'
import { forgetWordsOf } from './words.ts'

/** A sighting of a record, as it is before it goes. */
interface Sighting {
  readonly record: number
  readonly member_id: number
  readonly position: number
  readonly digest: Uint8Array | null
  readonly salt: Uint8Array | null
}

/** The records at hand, as one parameter. */
const THESE = 'WITH these (id) AS (SELECT value FROM json_each(?))'

/** The members that hold the source of records: every file that each was ever seen in. */
export function membersSeenIn(
  db: Driver,
  records: readonly number[],
): { readonly record: number; readonly member: number }[] {
  return db.all(
    `${THESE} SELECT record_id AS record, member_id AS member FROM these CROSS JOIN version ON record_id = these.id
     UNION SELECT record_id, member_id FROM these CROSS JOIN observation ON record_id = these.id WHERE again = 1`,
    JSON.stringify(records),
  )
}

/** An object with a record that names it. */
export interface OwnObject {
  readonly record: number
  readonly digest: Uint8Array
}

/** Files that no record but these names, each with the first that does. */
const OWN = `SELECT object_digest AS digest, min(record_id) AS record FROM these CROSS JOIN media AS own ON record_id = these.id
  WHERE object_digest IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM media AS other WHERE other.object_digest = own.object_digest AND other.record_id NOT IN (SELECT id FROM these))
  GROUP BY object_digest`

/** Objects that no record but these names, and what was made of them for a review. */
export function ownObjects(db: Driver, records: readonly number[]): OwnObject[] {
  const found = db.all<OwnObject>(
    `${THESE}, own AS MATERIALIZED (${OWN})
     SELECT digest, record FROM own
     UNION ALL SELECT picture, record FROM own CROSS JOIN file_page ON original = own.digest
       WHERE NOT EXISTS (SELECT 1 FROM file_page AS other WHERE other.picture = file_page.picture AND other.original NOT IN (SELECT digest FROM own))
     UNION ALL SELECT made, record FROM own CROSS JOIN made_file ON original = own.digest
       WHERE NOT EXISTS (SELECT 1 FROM made_file AS other WHERE other.made = made_file.made AND other.original NOT IN (SELECT digest FROM own))`,
    JSON.stringify(records),
  )
  return [...new Map(found.map((one) => [hexOf(one.digest), one])).values()]
}

/** Members whose bytes are objects, each with the digest of its own. */
export function membersOfObjects(
  db: Driver,
  digests: readonly Uint8Array[],
): { readonly id: number; readonly digest: Uint8Array }[] {
  return db.all(
    `SELECT member.id, digest FROM json_each(?) AS wanted CROSS JOIN member ON digest = unhex(wanted.value) WHERE struck_at IS NULL`,
    JSON.stringify(digests.map(hexOf)),
  )
}

/** Destroys a record in the catalog. The files that it came in are struck by `markStrikes`, its objects are the caller's. */
export function destroyRecord(db: Driver, record: number): void {
  emptyFragments(db, [record])
  forgetRecords(db, [record])
}

/** The exact source of a version of a record, as it was. */
export interface Source {
  readonly record: number
  readonly bytes: Uint8Array
}

/** Empties the fragments of records, each frame unpacked and rewritten once. @returns what was in them */
export function emptyFragments(db: Driver, records: readonly number[]): Source[] {
  const frames = Map.groupBy(fragmentsOf(db, records), ({ frame_id }) => frame_id)
  return [...frames].flatMap(([frame, places]) => {
    const slots = places.map(({ slot }) => slot)
    const fragments = emptySlots(db, frame, slots)
    return places.flatMap(({ record, slot }) => {
      const bytes = fragments[slot]
      return bytes === null || bytes === undefined ? [] : [{ record, bytes }]
    })
  })
}

/** Where the fragments of all versions of records lie, and what was joined to them. */
function fragmentsOf(
  db: Driver,
  records: readonly number[],
): { readonly record: number; readonly frame_id: number; readonly slot: number }[] {
  return db.all(
    `${THESE} SELECT record_id AS record, frame_id, slot FROM these CROSS JOIN version ON record_id = these.id
     UNION ALL SELECT record_id, frame_id, slot FROM these CROSS JOIN joined_fragment ON record_id = these.id`,
    JSON.stringify(records),
  )
}

/**
 * Forgets records whose fragments were emptied.
 * @returns where each had been seen: what is left there is a salted leaf
 */
export function forgetRecords(
  db: Driver,
  records: readonly number[],
): { readonly record: number; readonly member: number; readonly position: number }[] {
  scrubSamples(db, records)
  const sightings = sightingsOf(db, records)
  for (const sighting of sightings) keepLeaf(db, sighting)
  forgetWordsOf(db, records)
  for (const sql of DESTROYED) db.run(sql, JSON.stringify(records))
  return sightings.map(({ record, member_id: member, position }) => ({ record, member, position }))
}

/** Merges that were undone, of which these are the other record. One that stands is another record's, whoever has the number now. */
const SPLIT_OFF = 'split_at IS NOT NULL AND absorbed_id IN (SELECT value FROM json_each(?))'

const DESTROYED = [
  'DELETE FROM record_merge_version WHERE merge_id IN (SELECT id FROM record_merge WHERE kept_id IN (SELECT value FROM json_each(?)))',
  'DELETE FROM record_merge WHERE kept_id IN (SELECT value FROM json_each(?))',
  `DELETE FROM record_merge_version WHERE merge_id IN (SELECT id FROM record_merge WHERE ${SPLIT_OFF})`,
  `DELETE FROM record_merge WHERE ${SPLIT_OFF}`,
  'DELETE FROM record_separation WHERE from_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM record_separation WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM version_current WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM version_folded WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM time_retold WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM version_edited WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM joined_fragment WHERE record_id IN (SELECT value FROM json_each(?))',
  `${THESE} DELETE FROM file_page WHERE original IN (SELECT digest FROM (${OWN}))`,
  `${THESE} DELETE FROM made_file WHERE original IN (SELECT digest FROM (${OWN}))`,
  'DELETE FROM media WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM version WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM measure WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM state_change WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM capture_change WHERE record_id IN (SELECT value FROM json_each(?))',
  `DELETE FROM classification_second WHERE classification_id IN (
     SELECT id FROM classification WHERE record_id IN (SELECT value FROM json_each(?)))`,
  'DELETE FROM classification WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM series_beside WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM decision_note WHERE record_id IN (SELECT value FROM json_each(?))',
  `DELETE FROM record_event_second WHERE event_id IN (
     SELECT id FROM record_event WHERE record_id IN (SELECT value FROM json_each(?)))`,
  'DELETE FROM record_event WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM review_decision WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM request_pick WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM request_found WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM review_kept WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM review_comment WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM hold_record WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM hold_let_go WHERE record_id IN (SELECT value FROM json_each(?))',
  `DELETE FROM production_secret WHERE (production_id, position) IN (
     SELECT production_id, position FROM production_item WHERE record_id IN (SELECT value FROM json_each(?)))`,
  `DELETE FROM restriction_review WHERE restriction_id IN (
     SELECT id FROM restriction WHERE record_id IN (SELECT value FROM json_each(?)))`,
  'DELETE FROM restriction WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM query_mark WHERE record_id IN (SELECT value FROM json_each(?))',
  'UPDATE steward_entry SET record_id = NULL WHERE record_id IN (SELECT value FROM json_each(?))',
  'DELETE FROM record WHERE id IN (SELECT value FROM json_each(?))',
]

function sightingsOf(db: Driver, records: readonly number[]): Sighting[] {
  return db.all(
    `${THESE} SELECT these.id AS record, observation.member_id, observation.position, observation.digest, salt
       FROM these CROSS JOIN version ON version.record_id = these.id CROSS JOIN observation USING (member_id, position)
     UNION ALL SELECT these.id, member_id, position, digest, salt FROM these CROSS JOIN observation ON record_id = these.id WHERE again = 1`,
    JSON.stringify(records),
  )
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

/** Takes the words of records out of the reconciliations that show their beginning, whatever their numbers were then. */
export function scrubSamples(db: Driver, records: readonly number[]): void {
  const sql = `${THESE} SELECT DISTINCT substr(text, 1, ?) AS text FROM these CROSS JOIN version ON record_id = these.id`
  const texts = new Set(db.all<{ text: string }>(sql, JSON.stringify(records), SAMPLE_TEXT).map(({ text }) => text))
  texts.delete('')
  const rows = db.all<{ id: number; reconciliation: string }>(
    `SELECT id, reconciliation FROM accession WHERE json_array_length(reconciliation, '$.comparison.notSeenSample') > 0 AND EXISTS (
       SELECT 1 FROM json_each(reconciliation, '$.comparison.notSeenSample')
       WHERE value ->> '$.record' IN (SELECT value FROM json_each(?)) OR value ->> '$.text' IN (SELECT value FROM json_each(?)))`,
    JSON.stringify(records),
    JSON.stringify([...texts]),
  )
  const these = new Set<number>(records)
  for (const { id, reconciliation } of rows) {
    const known = Reconciliation.parse(JSON.parse(reconciliation))
    if (known.comparison === null) continue
    const notSeenSample = known.comparison.notSeenSample.map((one) =>
      these.has(one.record) || texts.has(one.text) ? { ...one, text: '' } : one,
    )
    const scrubbed = { ...known, comparison: { ...known.comparison, notSeenSample } }
    db.run('UPDATE accession SET reconciliation = ? WHERE id = ?', JSON.stringify(scrubbed), id)
  }
}
