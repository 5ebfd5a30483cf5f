// Another reading of a version that is kept: what is shown of it changes, the version does not (design §4).
import type { Driver } from '../catalog/driver.ts'
import { digestOf } from '../hex.ts'
import { type Edited, noteEdited } from './edited.ts'
import type { StoredMedia } from './item.ts'
import { currentOf } from './newest.ts'
import { relocate } from './relocate.ts'
import { followVersions } from './renumber.ts'
import { indexWordsOf } from './words.ts'

/** What a parser makes now of an item, by where it was read. */
export interface Rereading {
  readonly member: number
  readonly position: number
  /** Its first byte in the file: where a parser makes more of an item than before, positions are no longer the same. */
  readonly start: number
  readonly kind: string
  readonly at: number | null
  readonly atSource: string | null
  readonly precision: string
  readonly sourceZone: string | null
  readonly author: string
  readonly conversation: string | null
  readonly parentNativeId: string | null
  readonly text: string
  readonly details: string
  readonly edited: Edited | null
  readonly media: readonly StoredMedia[]
}

/** `same`, `changed`; `elsewhere`: it was never stored, or a version from another place stands for it; `fixed`: its kind would be another, and stays. */
type Reread = 'same' | 'changed' | 'elsewhere' | 'fixed'

interface Row {
  readonly record: number
  readonly number: number
  readonly versions: number
  readonly kind: string
  readonly at: number | null
  readonly text: string
  readonly details: string
  readonly at_source: string | null
  readonly precision: string
  readonly source_zone: string | null
  readonly author: string
  readonly conversation: string | null
  readonly parent_native_id: string | null
}

const READ_FROM = `SELECT version.record_id AS record, version.number, versions, kind, at, text, details, at_source, precision, source_zone, author,
    conversation, parent_native_id
  FROM observation JOIN version ON version.record_id = observation.record_id AND version.number = observation.number
    AND version.member_id = observation.member_id AND version.position = observation.position
    JOIN record ON record.id = version.record_id
  WHERE observation.member_id = ? AND observation.position = ? AND observation.start = ?`

/** Takes the new reading of a version over, its media, too; a record whose time is another now goes to its place. Its kind is its identity and stays. Nothing of it is counted twice where it is read once more. */
export function reread(db: Driver, now: Rereading): { readonly outcome: Reread; readonly changed: boolean } {
  const row = db.get<Row>(READ_FROM, now.member, now.position, now.start)
  if (row === undefined) return { outcome: 'elsewhere', changed: false }
  const words = row.text !== now.text || row.details !== now.details
  if (words) {
    const sql = 'UPDATE version SET text = ?, details = ? WHERE record_id = ? AND number = ?'
    db.run(sql, now.text, now.details, row.record, row.number)
  }
  const edited = noteEdited(db, row.record, row.number, now.edited)
  const media = takeMedia(db, row, now.media)
  if (words || media) {
    followVersions(db, row.record)
    if (row.text !== now.text) indexWordsOf(db, row.record)
  }
  const told = row.number === currentOf(db, row.record, row.versions) ? toldBy(db, row, now) : null
  const facts = told !== null && takeFacts(db, row, told)
  if (facts) relocate(db, row.record, told.at)
  const changed = words || media || facts || edited
  return { outcome: row.kind !== now.kind ? 'fixed' : changed ? 'changed' : 'same', changed }
}

/** What is read of a version's media now. Returns whether it is another. */
function takeMedia(db: Driver, { record, number }: Row, media: readonly StoredMedia[]): boolean {
  const before = db.all<StoredMedia>(
    'SELECT role, name, object_digest AS digest, alt, missing FROM media WHERE record_id = ? AND number = ? ORDER BY position',
    record,
    number,
  )
  if (JSON.stringify(before.map(asText)) === JSON.stringify(media.map(asText))) return false
  db.run('DELETE FROM media WHERE record_id = ? AND number = ?', record, number)
  for (const [position, { role, name, digest, alt, missing }] of media.entries()) {
    db.run(
      'INSERT INTO media VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      record,
      number,
      position,
      role,
      name,
      digest,
      alt,
      missing,
    )
  }
  return true
}

function asText({ role, name, digest, alt, missing }: StoredMedia) {
  return [role, name, digest === null ? null : digestOf(digest), alt, missing]
}

const BY_MERGE = `SELECT 1 FROM record_merge JOIN record_merge_version ON merge_id = record_merge.id
  WHERE kept_id = ? AND split_at IS NULL AND member_id = ? AND position = ?`

/** Whether another import told the time better than the one that the version came with. */
const RETOLD = `SELECT 1 FROM time_retold WHERE record_id = ? AND NOT EXISTS (SELECT 1 FROM time_retold AS own
  JOIN version USING (record_id, accession_id) WHERE record_id = ? AND number = ?)`

/** What a reading says of the record: nothing where the version came by a merge, and not the time where another import told that better. */
function toldBy(db: Driver, row: Row, now: Rereading): Rereading | null {
  const { record, number, at, at_source: atSource, precision, source_zone: sourceZone } = row
  if (db.get(BY_MERGE, record, now.member, now.position) !== undefined) return null
  const retold = db.get(RETOLD, record, record, number) !== undefined
  return retold ? { ...now, at, atSource, precision, sourceZone } : now
}

/** What the newest version's reading says of the record. Returns whether it is another. */
function takeFacts(db: Driver, row: Row, now: Rereading): boolean {
  const { atSource, precision, sourceZone, author, conversation, parentNativeId, at } = now
  const same =
    row.at === at &&
    row.at_source === atSource &&
    row.precision === precision &&
    row.source_zone === sourceZone &&
    row.author === author &&
    row.conversation === conversation &&
    row.parent_native_id === parentNativeId
  if (same) return false
  db.run(
    `UPDATE record SET at = ?, at_source = ?, precision = ?, source_zone = ?, author = ?, conversation = ?, parent_native_id = ?
     WHERE id = ?`,
    at,
    atSource,
    precision,
    sourceZone,
    author,
    conversation,
    parentNativeId,
    row.record,
  )
  return true
}
